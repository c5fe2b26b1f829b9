import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blanksAfter, blanksBefore, withBlanks } from './blanks.ts';
import { edits, likeness } from './likeness.ts';
import { isBlankLine, lineAt, linesOf } from './lines.ts';
import { latinLookAlike } from './look-alikes.ts';
import { isKnownForm, isKnownWord, isWordEnding, keepsHyphen, mayKeepHyphen } from './words.ts';
import { isFull, typedWidth } from './wrap.ts';

describe('lines', () => {
  test('are divided at \\n only and know their edges', () => {
    const lines = linesOf('a\r\n  b c \n\n\td');
    expect(lines.map(({ text }) => text)).toEqual(['a', 'b c', '', 'd']);
    expect(lines.map(({ from, to, start, end }) => [from, to, start, end])).toEqual([
      [0, 2, 0, 1],
      [3, 9, 5, 8],
      [10, 10, 10, 10],
      [11, 13, 12, 13],
    ]);
    expect(lines.map(isBlankLine)).toEqual([false, false, true, false]);
  });

  test('cover any text without a gap, and each position is found in its line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '😀') }),
        (text) => {
          const lines = linesOf(text);
          expect(lines.map(({ from, to }) => text.slice(from, to)).join('\n')).toBe(text);
          for (let at = 0; at <= text.length; at++) {
            const line = lineAt(lines, at);
            expect(line && line.from <= at && at <= line.to).toBe(true);
          }
        },
      ),
    );
  });
});

describe('blanks', () => {
  test.each([
    ['a [x] b', 2, 5, 'a b'],
    ['a[x] b', 1, 4, 'a b'],
    ['a [x]', 2, 5, 'a'],
    ['[x] b', 0, 3, 'b'],
    ['a [x]\nb', 2, 5, 'a\nb'],
    ['a[x]b', 1, 4, 'ab'],
  ])('%s closes over its bracket', (text, from, to, result) => {
    const gap = withBlanks(text, from, to);
    expect(text.slice(0, gap.from) + text.slice(gap.to)).toBe(result);
  });

  test('end at line ends', () => {
    expect(blanksBefore('a \n \tb', 5)).toBe(3);
    expect(blanksAfter('a \t\nb', 1)).toBe(3);
  });
});

describe('likeness', () => {
  test.each([
    ['SECRET', 'BECRET', 1],
    ['SECRET', 'SECRETI', 1],
    ['SECRET', 'SERCET', 2],
    ['CONFIDENTIAL', 'CONFIDENTAIL', 2],
    ['SECRET', 'MINISTER', 3],
    ['', 'ab', 2],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect(edits(a, b, 2)).toBe(distance);
    expect(edits(b, a, 2)).toBe(distance);
  });

  test('of phrases goes from 0 to 1', () => {
    expect(likeness('ISSUING OFFICE', 'Issuing  office.')).toBe(1);
    expect(likeness('ISSUING OFFICE', 'ISSUNG OFFlCE')).toBeGreaterThan(0.6);
    expect(likeness('abc', 'xyz')).toBe(0);
    expect(likeness('', 'xyz')).toBe(0);
  });
});

describe('divided words', () => {
  test.each(['government', 'Infiltration', 'AMBASSADOR'])('%s is known', (word) => {
    expect(isKnownWord(word)).toBe(true);
  });

  test.each(['tion', 'MENT', 'ernment', 'tration', 'ically'])('%s is the end of a word', (part) => {
    expect(isWordEnding(part)).toBe(true);
  });

  test.each([
    'power',
    'nation',
    'section',
    'based',
    'Castro',
    'fire',
    'to',
    'wing',
    'owned',
    'growers',
  ])('%s is not only the end of a word', (part) => {
    expect(isWordEnding(part)).toBe(false);
  });

  test.each(['refused', 'GROUNDS'])('%s is a form of a known word', (word) => {
    expect(isKnownForm(word)).toBe(true);
  });

  test.each([
    ['ANTI', 'CASTRO'],
    ['state', 'owned'],
    ['left', 'wing'],
  ])('%s-%s is offered with its hyphen', (first, second) => {
    expect(mayKeepHyphen(first, second)).toBe(true);
  });

  test.each([
    ['anti', 'Castro', true],
    ['Anglo', 'American', true],
    ['self', 'defense', true],
    ['SELF', 'ISH', false],
    ['TWENTY', 'ONE', true],
    ['Mac', 'Arthur', false],
    ['ANTI', 'CASTRO', false],
    ['non', 'intervention', false],
    ['govern', 'ment', false],
    ['GOVERN', 'MENT', false],
  ])('%s-%s keeps its hyphen: %s', (first, second, kept) => {
    expect(keepsHyphen(first, second)).toBe(kept);
  });
});

describe('typed lines', () => {
  const lines = linesOf(
    [
      'THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE',
      'CITY BEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD',
      'AGREED TO IT.',
      'HE LEFT.',
    ].join('\n'),
  );

  test('have a width', () => {
    expect(typedWidth(lines)).toBe(58);
    expect(typedWidth(linesOf('One.\n\nTwo.'))).toBeNull();
  });

  test('are full where the next word had no room', () => {
    const [first, second, third, last] = lines;
    if (!first || !second || !third || !last) throw new Error('four lines');
    expect(isFull(first, second, 60)).toBe(true);
    expect(isFull(third, last, 60)).toBe(false);
  });
});

test('look-alikes are known for letters that have one', () => {
  expect(['А', 'Р', 'о', 'Ν', 'Ж', 'a'].map(latinLookAlike)).toEqual([
    'A',
    'P',
    'o',
    'N',
    null,
    null,
  ]);
});
