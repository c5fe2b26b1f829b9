import type { Reading } from '../../domain/apparatus/words.ts';
import { wordsOf } from '../../domain/apparatus/words.ts';
import type { Emendation } from '../../domain/emendation/emendation.ts';
import { momentOf } from '../metadata/dates.ts';

export { reasonNames } from '../../domain/apparatus/names.ts';

/** "emended by A. Reader, 21 Nov 2025, 14:20" */
export function emendedWords({ author, time }: Pick<Emendation, 'author' | 'time'>): string {
  const who = author.trim() === '' ? 'by hand' : `by ${author}`;
  return `emended ${who}, ${momentOf(time)}`;
}

/** What the original has where it was emended: "the original has “Havna”". */
export function originalWords(reading: Reading): string {
  const words = wordsOf(reading).trim();
  return words === '' ? 'the original has nothing there' : `the original has “${words}”`;
}

/** A sentence's first letter as a capital. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
