import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { partsCharacter } from './characters.ts';
import type { Range } from './range.ts';
import {
  block,
  line,
  sentenceOf,
  type Unit,
  widened,
  word,
  wordBeginAfter,
  wordBeginBefore,
  wordEndAfter,
  wordEndBefore,
} from './units.ts';

/** A text with `<` and `>` around a range; where they are one `|`, a caret. */
function marked(text: string, range: Range | null): string {
  if (!range) return 'nothing';
  const { from, to } = range;
  if (from === to) return `${text.slice(0, from)}|${text.slice(from)}`;
  return `${text.slice(0, from)}<${text.slice(from, to)}>${text.slice(to)}`;
}

/** What a selection told by marks becomes when the units are asked for again and again. */
function pressed(text: string, unit: Unit, times: number): string {
  const caret = text.indexOf('|');
  const plain = text.replace(/[<>|]/gu, '');
  const [from, to] = caret === -1 ? [text.indexOf('<'), text.indexOf('>') - 1] : [caret, caret];
  let range: Range | null = { from, to };
  for (let time = 0; time < times && range; time++) range = widened(plain, range, unit);
  return marked(plain, range);
}

describe('the word key', () => {
  it.each<[at: string, times: number, answer: string]>([
    ['the qua|rantine of Cuba', 1, 'the <quarantine> of Cuba'],
    ['the |quarantine of Cuba', 1, 'the <quarantine> of Cuba'],
    ['the quarantine| of Cuba', 1, 'the <quarantine> of Cuba'],
    ['the quarantine |, of Cuba', 1, 'the quarantine , <of> Cuba'],
    ['the qua|rantine of Cuba', 2, 'the <quarantine of> Cuba'],
    ['the qua|rantine of Cuba', 3, 'the <quarantine of Cuba>'],
    ['the qua|rantine of Cuba', 4, 'nothing'],
    ['the <quar>antine of Cuba', 1, 'the <quarantine> of Cuba'],
    ['the qua<rantine of> Cuba', 1, 'the <quarantine of> Cuba'],
    ['the< quarantine> of Cuba', 1, 'the< quarantine of> Cuba'],
    ['so-called IL|-28s, they', 1, 'so-called <IL-28s>, they'],
    ['Khrush|chevʼs view', 1, '<Khrushchevʼs> view'],
    ['As |U.S. policy', 1, 'As <U.S.> policy'],
    ['about 1|,200 men, 3', 1, 'about <1,200> men, 3'],
    ['list--|or to', 1, 'list--<or> to'],
    ['raids |🚢 end', 1, 'raids 🚢 <end>'],
    ['e\u0301l|an vital', 1, '<e\u0301lan> vital'],
    ['One|\nTwo', 2, '<One\nTwo>'],
    ['One\n|\nTwo', 1, 'One\n\n<Two>'],
    ['|', 1, 'nothing'],
    ['One |.', 1, 'nothing'],
  ])('%j pressed %i times: %j', (at, times, answer) => {
    expect(pressed(at, word, times)).toBe(answer);
  });
});

describe('the sentence key', () => {
  it.each<[at: string, unit: Unit, times: number, answer: string]>([
    ['One. T|wo is\nhere. Three.', sentenceOf(block), 1, 'One. <Two is\nhere.> Three.'],
    ['One. T|wo is\nhere. Three.', sentenceOf(line), 1, 'One. <Two is>\nhere. Three.'],
    ['One. T|wo is\nhere. Three.', sentenceOf(block), 2, 'One. <Two is\nhere. Three.>'],
    ['One.|  Two. Three.', sentenceOf(line), 1, '<One.>  Two. Three.'],
    ['One. | Two. Three.', sentenceOf(line), 1, 'One.  <Two.> Three.'],
    ['One. T<w>o. Three.', sentenceOf(line), 1, 'One. <Two.> Three.'],
    ['As U.S. p|olicy says.\n\nNext.', sentenceOf(block), 1, '<As U.S. policy says.>\n\nNext.'],
    ['As U.S. p|olicy says.\n\nNext.', sentenceOf(block), 2, '<As U.S. policy says.\n\nNext.>'],
    ['One.\n |  ', sentenceOf(block), 1, 'nothing'],
  ])('%j: %#', (at, unit, times, answer) => {
    expect(pressed(at, unit, times)).toBe(answer);
  });
});

describe('the paragraph key', () => {
  it.each<[at: string, unit: Unit, times: number, answer: string]>([
    ['A\n\n b c|\nd \n\nE', block, 1, 'A\n\n <b c\nd> \n\nE'],
    ['A\n\n b c|\nd \n\nE', line, 1, 'A\n\n <b c>\nd \n\nE'],
    ['A\n\n b c|\nd \n\nE', block, 2, 'A\n\n <b c\nd \n\nE>'],
    ['A\n|\nB', block, 1, 'A\n\n<B>'],
    ['A|\n \nB', block, 1, '<A>\n \nB'],
    ['\n\n|', block, 1, 'nothing'],
  ])('%j: %#', (at, unit, times, answer) => {
    expect(pressed(at, unit, times)).toBe(answer);
  });
});

describe('the edges of words', () => {
  const text = 'to IL-28s (🚢) and\nU.S. aid';
  test.each([
    [wordBeginBefore, text.indexOf('and'), 'IL'],
    [wordBeginBefore, text.indexOf('28s'), 'IL'],
    [wordBeginBefore, text.indexOf('IL'), 'to'],
    [wordBeginAfter, text.indexOf('IL'), 'and'],
    [wordBeginAfter, text.indexOf('and'), 'U.S.'],
  ])('%o from %i leads to %s', (move, at, words) => {
    expect(move(text, at)).toBe(text.indexOf(words));
  });

  test.each([
    [wordEndAfter, text.indexOf(' IL'), 'IL-28s'],
    [wordEndAfter, text.indexOf(' (🚢'), 'and'],
    [wordEndBefore, text.length, 'U.S.'],
    [wordEndBefore, text.indexOf('nd\n'), 'IL-28s'],
  ])('%o from %i leads behind %s', (move, at, words) => {
    expect(move(text, at)).toBe(text.indexOf(words) + words.length);
  });

  it('is nowhere before the first and after the last', () => {
    expect(wordBeginBefore(text, 0)).toBeNull();
    expect(wordEndBefore(text, 2)).toBeNull();
    expect(wordBeginAfter(text, text.indexOf('aid'))).toBeNull();
    expect(wordEndAfter(text, text.length)).toBeNull();
    expect(wordBeginBefore(`word${' '.repeat(1_000)}`, 900)).toBe(0);
  });
});

describe('whatever the text', () => {
  const parts = ['a', 'Bc', ' ', '\n', '. ', '.', '-', '’', '🚢', '𝒜', 'e\u0301', '1', ',', '\t'];
  const texts = fc
    .array(fc.constantFrom(...parts), { maxLength: 40 })
    .map((pieces) => pieces.join(''));
  const units: Unit[] = [word, line, block, sentenceOf(line), sentenceOf(block)];

  /** All units of a text, one after the other. */
  function all(text: string, unit: Unit): Range[] {
    const found: Range[] = [];
    for (let next = unit(text, 0); next; next = unit(text, next.to)) found.push(next);
    return found;
  }

  test('units come in order, are not empty, have no blank at an edge and part no character', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...units), (text, unit) => {
        let last = 0;
        for (const { from, to } of all(text, unit)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(from, to)).toBe(text.slice(from, to).trim());
          expect(partsCharacter(text, from) || partsCharacter(text, to)).toBe(false);
          last = to;
        }
      }),
    );
  });

  test('the first that ends after any position is the first of all that does', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...units), (text, unit) => {
        const every = all(text, unit);
        for (let at = -1; at <= text.length; at++)
          expect(unit(text, at)).toEqual(every.find(({ to }) => to > at) ?? null);
      }),
    );
  });

  test('pressed again and again, a key selects more each time until the last unit is in', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...units),
        fc.nat(),
        fc.nat(),
        (text, unit, seed, other) => {
          const ends = [seed, other].map((each) => each % (text.length + 1));
          let range: Range | null = { from: Math.min(...ends), to: Math.max(...ends) };
          const every = all(text, unit);
          for (let steps = 0; range; steps++) {
            expect(steps).toBeLessThanOrEqual(every.length + 2);
            const next = widened(text, range, unit);
            if (!next) break;
            if (range.from < range.to) {
              expect(next.from).toBeLessThanOrEqual(range.from);
              expect(next.to).toBeGreaterThanOrEqual(range.to);
              expect(next.to - next.from).toBeGreaterThan(range.to - range.from);
            }
            range = next;
          }
          expect(every.filter(({ to }) => range && to > range.to && range.from < range.to)).toEqual(
            [],
          );
        },
      ),
    );
  });

  test('the edges before and after a position are those of all words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const every = all(text, word);
        for (let at = 0; at <= text.length; at++) {
          const begins = every.map(({ from }) => from);
          const ends = every.map(({ to }) => to);
          expect(wordBeginBefore(text, at)).toBe(begins.findLast((from) => from < at) ?? null);
          expect(wordBeginAfter(text, at)).toBe(begins.find((from) => from > at) ?? null);
          expect(wordEndBefore(text, at)).toBe(ends.findLast((to) => to < at) ?? null);
          expect(wordEndAfter(text, at)).toBe(ends.find((to) => to > at) ?? null);
        }
      }),
    );
  });
});
