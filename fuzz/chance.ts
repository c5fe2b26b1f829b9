import { chanceOf, type Chance } from '../electron/testing/chance.ts';

/** The chance of one input: the same for the same seed, parser and number, whatever was made before it. */
export function chanceFor(seed: number, parser: string, number: number): Chance {
  let state = seed >>> 0;
  for (const sign of `${parser}#${number}`)
    state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return chanceOf(state);
}

/** One of some, of which there must be one. */
export function oneOf<T>(chance: Chance, all: readonly [T, ...T[]]): T {
  return chance.one(all) ?? all[0];
}

/** A number from 0 to below `limit`, the small ones far oftener. */
export function small(chance: Chance, limit: number): number {
  return Math.min(
    limit - 1,
    2 ** chance.below(Math.ceil(Math.log2(limit + 1))) - 1 + chance.below(3),
  );
}
