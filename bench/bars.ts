/** One limit of a benchmark: what was measured, the limit it must keep, and whether it does. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly ok: boolean;
}

/** A bar that holds while the value is at most the limit. */
export function atMost(name: string, value: number, limit: number, unit: string): Bar {
  return { name, value: rounded(value), limit, unit, ok: value <= limit };
}

/** A bar that holds while the value is at least the limit. */
export function atLeast(name: string, value: number, limit: number, unit: string): Bar {
  return { name, value: rounded(value), limit, unit, ok: value >= limit };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/**
 * Prints the bars of a benchmark as a table for people and, as the last line, as JSON for machines.
 * The process ends with 1 when a bar is not kept.
 */
export function report(bench: string, bars: readonly Bar[]): void {
  const width = Math.max(...bars.map((bar) => bar.name.length));
  for (const { name, value, limit, unit, ok } of bars)
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${value} ${unit} (limit ${limit})`);
  console.log(JSON.stringify({ bench, bars }));
  if (bars.some((bar) => !bar.ok)) process.exitCode = 1;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** How long some work takes, in milliseconds: the median of several runs after a first one. */
export function time(work: () => void, runs = 5): number {
  work();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
