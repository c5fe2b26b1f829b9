import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collate } from '../../domain/collation/collate.ts';
import { folded, placesOf, type Row, rowsOf } from './rows.ts';

const rows = (left: string, right: string) => rowsOf(collate(left, right), left, right);

/** A row as one string: `{of the left|of the right}` where they differ. */
function shown({ pieces }: Row): string {
  return pieces
    .map(({ difference, left, right }) => (difference === null ? left : `{${left}|${right}}`))
    .join('');
}

const many = (words: number) => 'word '.repeat(words);

describe('rows', () => {
  test.each<[string, string, string[]]>([
    ['one\n\ntwo', 'one\n\ntoo', ['one\n\n', '{two|too}']],
    ['a b\nc d', 'a x\nc y', ['a {b|x}\n', 'c {d|y}']],
    ['a\nb', 'a b', ['a{\n| }b']],
    ['a\nnew\nb', 'a\nb', ['a\n', '{new\n|}', 'b']],
    ['a\none\ntwo\nb', 'a\nb', ['a\n', '{one\n|}', '{two\n|}', 'b']],
    ['', 'x', ['{|x}']],
    ['', '', []],
  ])('%j and %j', (left, right, result) => {
    expect(rows(left, right).map(shown)).toEqual(result);
  });

  test('a paragraph that is too long to draw at once is ended at a blank', () => {
    const long = rows(many(1000), many(1000));
    expect(long.map(({ at }) => at)).toEqual([0, 1500, 3000, 4500]);
    expect(long.map(({ alike }) => alike)).toEqual([300, 300, 300, 100]);
  });

  test('hold both texts, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('the ', 'ship', '\n', '\n\n', ' ', many(400)), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (left, right) => {
        const all = rows(left, right);
        const pieces = all.flatMap((row) => row.pieces);
        expect(pieces.map((piece) => piece.left).join('')).toBe(left);
        expect(pieces.map((piece) => piece.right).join('')).toBe(right);
        let at = 0;
        for (const row of all) {
          expect(row.at).toBe(at);
          at += row.pieces.reduce((sum, piece) => sum + piece.left.length, 0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('folding', () => {
  const left = `${many(30)}\n${many(30)}\nold\n${many(10)}\n`;
  const lines = (opened: number[]) =>
    folded(rows(left, left.replace('old', 'new')), new Set(opened)).map((line) =>
      line.type === 'fold' ? `${line.words} words` : shown(line.row),
    );

  test('makes one line of what is alike and long', () => {
    expect(lines([])).toEqual(['60 words', '{old|new}\n', `${many(10)}\n`]);
  });

  test('is opened at its place', () => {
    expect(lines([0])).toHaveLength(4);
  });

  test('tells the line of each difference', () => {
    const two = `old ${many(50)}\n${many(50)}\nold`;
    const all = folded(rows(two, two.replaceAll('old', 'new')), new Set());
    expect(placesOf(all)).toEqual([0, 2]);
  });
});
