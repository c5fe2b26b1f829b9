import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hitsIn } from './hits.ts';
import { parseQuery } from './parse.ts';
import { snippetOf } from './snippet.ts';

const passage = (text: string, typed: string, width: number) =>
  snippetOf(text, hitsIn(text, parseQuery(typed).query, 'original'), width);

/** A passage with its marks in brackets. */
function marked(text: string, typed: string, width: number): string {
  const { text: line, marks } = passage(text, typed, width);
  return marks.reduceRight(
    (shown, { from, to }) => `${shown.slice(0, from)}[${shown.slice(from, to)}]${shown.slice(to)}`,
    line,
  );
}

for (const [text, typed, width, shown] of [
  ['one two three', 'two', 40, 'one [two] three'],
  ['one two three four five', 'three', 14, '…two [three] four…'],
  ['one two three four five', 'three', 5, '…[three]…'],
  ['one\n  two\n\nthree', 'two', 40, 'one [two] three'],
  ['one tw-\n o three', 'two', 40, 'one [tw- o] three'],
  ['a b c d a e f g a a h i', 'a', 7, '…g [a] [a] h…'],
  ['x y z', 'nothing', 3, 'x y…'],
  ['  x y', 'x', 20, '[x] y'],
  ['abcdefghij klm', 'abcdefghij', 4, '[abcdefghij]…'],
  ['', 'a', 10, ''],
] as const)
  test(`${typed} in ${JSON.stringify(text)}, ${width} wide, is shown as ${shown}`, () =>
    expect(marked(text, typed, width)).toBe(shown));

test('a passage tells where its first mark stands in the text', () => {
  expect(passage('one two three four', 'three', 5).at).toEqual({ from: 8, to: 13 });
  expect(passage('one two', 'x', 5).at).toBeNull();
});

test('a passage is about as wide as wanted, on one line, and marks what was found', () => {
  const words = fc.array(
    fc.constantFrom('the', 'cuba', 'missile', '\n', '  ', 'diplo-\n', 'bases'),
    {
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 120 }), (all, width) => {
      const text = all.join(' ');
      const { text: line, marks, at } = passage(text, 'cuba OR "missile bases"', width);
      expect(line.length).toBeLessThanOrEqual(width + 2);
      expect(line).not.toMatch(/\s\s|\n/u);
      const found = hitsIn(text, parseQuery('cuba OR "missile bases"').query, 'original');
      expect(marks.length > 0).toBe(found.length > 0);
      for (const { from, to } of marks)
        expect(line.slice(from, to)).toMatch(/^(?:cuba|missile bases)$/u);
      if (at) expect(found).toContainEqual(at);
    }),
  );
});
