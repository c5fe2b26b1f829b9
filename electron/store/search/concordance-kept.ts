import type { Side } from '../../../domain/annotation/annotation.ts';
import { fail } from '../../../domain/failure.ts';
import type { Finder } from '../../../domain/search/hits.ts';
import type { Library } from '../library.ts';
import type { LineKeeper } from './concordance-lines.ts';

/** A concordance that is kept. */
export interface Concordance {
  readonly id: string;
  readonly query: string;
  readonly find: Readonly<Record<Side, Finder>>;
  readonly lines: LineKeeper;
}

/** The last concordance of each library that is open; it goes with the library. */
const kept = new WeakMap<Library, Concordance>();

/** Keeps a concordance in the place of the one before. */
export function keepConcordance(library: Library, concordance: Concordance): void {
  kept.set(library, concordance);
}

/** The concordance that is kept under an id; fails with `not-found` where it no longer is. */
export function concordanceOf(library: Library, id: string): Concordance {
  const concordance = kept.get(library);
  return concordance?.id === id ? concordance : notKept();
}

export function notKept(): never {
  return fail('not-found', 'This concordance is not kept any more. Make it anew.');
}
