import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { runsOf, sharedRuns, sketchOf } from './sketch.ts';

/** So many words that none is like another. */
const words = (many: number, name = 'w') =>
  Array.from({ length: many }, (_, at) => `${name}${at}`).join(' ');

const share = (a: string, b: string) => sharedRuns(runsOf(a), runsOf(b));

describe('a sketch', () => {
  it.each([
    ['no words', '', 0],
    ['eleven words', words(11), 0],
    ['twelve words: eight runs', words(12), 8],
    ['the same run again and again', words(5).concat(' ').repeat(40), 5],
    ['a long text', words(4000), 24],
  ])('of %s', (_, text, many) => expect(sketchOf(text)).toHaveLength(many));

  it.each([
    ['line ends', 'not involved in the', 'not\ninvolved\r\n  in the'],
    ['capitals', 'Secretary of State', 'SECRETARY OF STATE'],
    ['apostrophes', 'Khrushchevʼs don’t', "Khrushchev's dont"],
    ['punctuation', 'Cuba: 1) arms, 2) men', '**Cuba** — 1. arms; 2. men'],
    ['composed letters', 'Bogotá', 'Bogota\u0301'],
  ])('knows no %s', (_, one, other) => {
    expect(sketchOf(`${one} ${words(20)}`)).toEqual(sketchOf(`${other} ${words(20)}`));
  });

  test('tells other words and another order', () => {
    expect(sketchOf(words(12))).not.toEqual(sketchOf(words(12, 'v')));
    expect(sketchOf('a b c d e f g h i j k l')).not.toEqual(sketchOf('l k j i h g f e d c b a'));
  });

  test('is of ascending whole numbers below 2^52, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const sketch = sketchOf(text);
        expect(sketch.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 52)).toBe(
          true,
        );
        expect(sketch).toEqual([...new Set(sketch)].toSorted((a, b) => a - b));
      }),
    );
  });

  test('spreads its hashes evenly: the 24th of 12,000 stands at 2 in a thousand', () => {
    for (const name of ['a', 'b', 'c', 'd']) {
      const place = (sketchOf(words(12_004, name)).at(-1) ?? 0) / 2 ** 52;
      expect(place).toBeGreaterThan(0.001);
      expect(place).toBeLessThan(0.0035);
    }
  });

  test('of a text and of its half have about half in common', () => {
    const half = new Set(sketchOf(words(1000)));
    const common = sketchOf(words(2000)).filter((hash) => half.has(hash)).length;
    expect(common).toBeGreaterThan(5);
    expect(common).toBeLessThan(19);
  });
});

describe('the share of runs in common', () => {
  it.each([
    ['a text and itself', words(20), words(20), 1],
    ['a text and a part of it', words(20), words(9), 1],
    ['texts without a run in common', words(20), words(20, 'v'), 0],
    ['a text too short for a run', words(20), words(4), 0],
    ['two empty texts', '', '', 0],
    ['one word in twelve damaged', words(12), words(12).replace('w5', 'vv5'), 3 / 8],
  ])('of %s', (_, a, b, expected) => expect(share(a, b)).toBe(expected));

  test('is the same both ways round', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(share(a.join(' '), b.join(' '))).toBe(share(b.join('\n'), a.join('\n')));
      }),
    );
  });
});
