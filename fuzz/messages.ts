import type { Problem } from './problem.ts';

/** What the process that reads inputs is asked to do. */
export type Asked =
  | {
      readonly kind: 'run';
      readonly parser: string;
      readonly seed: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'try'; readonly parser: string; readonly bytes: Uint8Array };

/** How many inputs were taken, and how many refused by which code; and the one that took longest. */
export interface Tally {
  readonly inputs: number;
  readonly taken: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Milliseconds of the processor's time, and the input's number. */
  readonly slowest: { readonly took: number; readonly number: number };
  /** The most memory that the process has had, in bytes. */
  readonly memory: number;
}

/** What it says. */
export type Said =
  | { readonly kind: 'found'; readonly number: number; readonly problem: Problem }
  | { readonly kind: 'tally'; readonly tally: Tally; readonly end: boolean }
  | { readonly kind: 'tried'; readonly problem: Problem | null; readonly outcome: string };
