/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  /** One of some; undefined where there is none. */
  readonly one: <T>(all: readonly T[]) => T | undefined;
  /** Some of some, in their order, each with a chance of one in `rarity`. */
  readonly some: <T>(all: readonly T[], rarity: number) => T[];
}

/** Chance by a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_00_00_00_00;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    one: (all) => all[below(all.length)],
    some: (all, rarity) => all.filter(() => below(rarity) === 0),
  };
}
