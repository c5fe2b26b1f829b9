import { misreadingsOf } from '../../../domain/search/tolerant.ts';
import type { Database } from '../database.ts';

/** How often a word stands in the index; 0 where it does not. */
export type Frequency = (word: string) => number;

/** How many spellings stand in for a word at most: those that stand in most cables. */
const MOST_READINGS = 40;

/**
 * The words of an index that a machine may have read in the place of `word` (folded), those in most
 * cables first; the word itself is none of them. Only possible misreadings are looked up, a thousand
 * at most, so the size of the vocabulary does not matter.
 */
export function readingsOf(word: string, frequency: Frequency): string[] {
  return misreadingsOf(word)
    .map((reading) => ({ reading, found: frequency(reading) }))
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found)
    .slice(0, MOST_READINGS)
    .map(({ reading }) => reading);
}

/** Looks words up in an `fts5vocab` table of the type `row`. */
export function frequencyIn(db: Database, vocabulary: string): Frequency {
  const find = db.prepare<[string], { doc: number }>(
    `SELECT doc FROM ${vocabulary} WHERE term = ?`,
  );
  return (word) => find.get(word)?.doc ?? 0;
}
