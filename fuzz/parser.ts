import type { Chance } from '../electron/testing/chance.ts';

/** How the good files of a parser are taken apart: what breaks JSON does not break XML in the same places. */
export type Shape = 'json' | 'markup' | 'lines' | 'words' | 'bytes';

/** Reads one input as the program would; throws what the program would throw. */
export type Read = (bytes: Buffer, lap: () => void) => unknown;

/**
 * Something of Cablewright that reads what others wrote. It may take an input or refuse it by a
 * `FailureError` with a code other than `unexpected`; anything else is a find.
 */
export interface Parser {
  /** Under this name its finds are kept. */
  readonly name: string;
  /** How many inputs of a thousand are for it. */
  readonly share: number;
  readonly shape: Shape;
  /** Good files, from which bad ones are made. */
  readonly good: () => readonly Buffer[];
  /** Words that mean something to it. */
  readonly words: readonly string[];
  /** Makes an input of its own language; absent where the good files say enough. */
  readonly make?: (chance: Chance) => string;
  /** Whether made inputs are the only ones, as what is read is not the input itself but what it says to do. */
  readonly madeOnly?: boolean;
  /**
   * Gets ready in a folder of its own. Each reading of an input has two seconds; where it does several
   * things after each other, each has, if it calls `lap` between them.
   */
  readonly begin: (folder: string) => Read | Promise<Read>;
}
