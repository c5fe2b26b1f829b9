import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  markedBy,
  type Marking,
  type MarkedTally,
  shared,
  tallyOfMarked,
  tallyOfSets,
  union,
} from './characters.ts';
import { agreementShare, alphaOfUnits, cohensKappa, krippendorffsAlpha } from './coefficients.ts';

/** Which characters each letter stands on, as a line under a text: `aabb..` */
function markings(...lines: readonly string[]): Marking[] {
  return lines.flatMap((line) =>
    [...line.matchAll(/([a-z])\1*|#+/gu)].map(({ index, 0: run, 1: letter }) => ({
      from: index,
      to: index + run.length,
      categories: letter === undefined ? [] : [letter],
    })),
  );
}

/** One annotator's set of categories at one character, asked of every stretch; null where it is unmarked. */
function setAt(all: readonly Marking[], at: number): string | null {
  const here = all.filter(({ from, to }) => from <= at && at < to);
  if (here.length === 0) return null;
  return [...new Set(here.flatMap(({ categories }) => categories))].toSorted().join('+');
}

/** The tally of a text character by character, each an object of its own: what the fast way must equal. */
function naively(length: number, first: readonly Marking[], second: readonly Marking[]) {
  const units = Array.from({ length }, (_, at) => [setAt(first, at), setAt(second, at)] as const);
  const count = (holds: (a: string | null, b: string | null) => boolean) =>
    units.filter(([a, b]) => holds(a, b)).length;
  return {
    units: units.map(([a, b]) => [a ?? 'none', b ?? 'none']),
    agreed: count((a, b) => a === b),
    marked: {
      first: count((a) => a !== null),
      second: count((_, b) => b !== null),
      both: count((a, b) => a !== null && b !== null),
    },
  };
}

function same(tally: MarkedTally, naive: ReturnType<typeof naively>) {
  expect(tally).toMatchObject({
    units: naive.units.length,
    agreed: naive.agreed,
    marked: naive.marked,
  });
  const alpha = alphaOfUnits(naive.units);
  const found = krippendorffsAlpha(tally);
  expect(found === null).toBe(alpha === null);
  expect(found ?? 0).toBeCloseTo(alpha ?? 0, 9);
}

describe('two annotators over the characters of a text', () => {
  test('whether anything is marked', () => {
    const tally = tallyOfMarked(10, markedBy(markings('aaaa......'), markings('..aaaa....')));
    expect(tally).toMatchObject({ units: 10, agreed: 6, marked: { first: 4, second: 4, both: 2 } });
    expect(agreementShare(tally)).toBe(0.6);
    // po = .6, pe = .4 · .4 + .6 · .6 = .52.
    expect(cohensKappa(tally)).toBeCloseTo((0.6 - 0.52) / 0.48, 12);
  });
  test('what overlaps or touches of one annotator counts once', () => {
    const tally = tallyOfMarked(
      10,
      markedBy(markings('aaaa......', '..aaa.....', '.....aa...'), []),
    );
    expect(tally.marked).toEqual({ first: 7, second: 0, both: 0 });
  });
  test('tags as categories: another tag on the same words is disagreement', () => {
    const tally = tallyOfSets(10, markings('aaaabb....'), markings('aaaacc....'));
    expect(tally).toMatchObject({ agreed: 8, marked: { first: 6, second: 6, both: 6 } });
  });
  test('tags as categories: two tags are one set, in whichever order they were put', () => {
    const [a, b] = [markings('aaaa......', 'bbbb......'), markings('bbbb......', 'aaaa......')];
    expect(tallyOfSets(10, a, b).agreed).toBe(10);
    expect(tallyOfSets(10, a, markings('aaaa......')).agreed).toBe(6);
  });
  test('a mark without a tag is not the same as no mark', () => {
    expect(tallyOfSets(4, markings('##..'), []).agreed).toBe(2);
    expect(tallyOfSets(4, markings('##..'), markings('aa..')).agreed).toBe(2);
    expect(tallyOfSets(4, markings('##..'), markings('##..')).agreed).toBe(4);
  });
  test('of a text of no length nothing can be said', () => {
    expect(agreementShare(tallyOfMarked(0, markedBy([], [])))).toBeNull();
    expect(cohensKappa(tallyOfSets(0, [], []))).toBeNull();
  });
});

const LENGTH = 40;
const stretch = fc
  .record({
    from: fc.nat(LENGTH),
    size: fc.nat(12),
    categories: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
  })
  .map(({ from, size, categories }): Marking => ({
    from,
    to: Math.min(LENGTH, from + size),
    categories,
  }));
const work = fc.array(stretch, { maxLength: 12 });

test('the run of edges tells what every character tells by itself', () => {
  fc.assert(
    fc.property(work, work, (first, second) => {
      same(tallyOfSets(LENGTH, first, second), naively(LENGTH, first, second));
      const plain = (all: readonly Marking[]) => all.map((each) => ({ ...each, categories: [] }));
      same(
        tallyOfMarked(LENGTH, markedBy(first, second)),
        naively(LENGTH, plain(first), plain(second)),
      );
      expect(tallyOfSets(LENGTH, plain(first), plain(second))).toMatchObject({
        agreed: tallyOfMarked(LENGTH, markedBy(first, second)).agreed,
      });
    }),
  );
});

test('a union has every character once, and stretches share what characters they share', () => {
  fc.assert(
    fc.property(work, work, (first, second) => {
      const has = (all: readonly Marking[], at: number) => setAt(all, at) !== null;
      const all = Array.from({ length: LENGTH }, (_, at) => at);
      const joined = union(first);
      for (const [index, { from, to }] of joined.entries()) {
        expect(from).toBeLessThan(to);
        expect(from).toBeGreaterThan(joined[index - 1]?.to ?? -1);
      }
      expect(all.filter((at) => joined.some(({ from, to }) => from <= at && at < to))).toEqual(
        all.filter((at) => has(first, at)),
      );
      expect(shared(joined, union(second))).toBe(
        all.filter((at) => has(first, at) && has(second, at)).length,
      );
    }),
  );
});

test('a long text with many marks is measured in no time', () => {
  const many = (shift: number) =>
    Array.from({ length: 20_000 }, (_, at) => ({
      from: at * 50 + shift,
      to: at * 50 + shift + 30,
      categories: [`tag ${at % 7}`],
    }));
  const tally = tallyOfSets(1_000_000, many(0), many(10));
  expect(tally.marked).toEqual({ first: 600_000, second: 600_000, both: 400_000 });
});
