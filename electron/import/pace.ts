import type { ImportPace } from '../../domain/import/import.ts';

/** Over how long the speed is taken, in milliseconds. */
const OVER = 5_000;

/** How long an import must have gone on for its speed to be told, in milliseconds. */
const FIRST = 1_000;

/** How far something was at a time (milliseconds of `performance.now()`). */
interface Sample {
  readonly at: number;
  readonly done: number;
}

/** Measures how fast work goes: things a second over the last seconds, and the time left. */
export function paceMeter(begin: number, doneBefore: number) {
  const samples: Sample[] = [{ at: begin, done: doneBefore }];
  let bytes = 0;
  return {
    /** Says how many bytes have been read. */
    read(more: number): void {
      bytes += more;
    },

    /** The pace at a time, when `done` of `total` things are done. While `counting`, nobody knows how many there will be. */
    at(now: number, done: number, total: number, counting: boolean): ImportPace {
      const last = samples.at(-1);
      // A few samples a second are enough, however often somebody asks.
      if (!last || now - last.at >= 200) samples.push({ at: now, done });
      while (samples.length > 2 && now - (samples[1]?.at ?? now) >= OVER) samples.shift();
      const [first] = samples;
      const span = first ? now - first.at : 0;
      const rate = first && span >= FIRST ? ((done - first.done) / span) * 1_000 : null;
      const left = rate && !counting ? (Math.max(0, total - done) / rate) * 1_000 : null;
      return { bytes, rate, left, counting };
    },
  };
}
