import type { WitnessProposal } from '../../domain/collation/witness.ts';
import { momentOf } from '../metadata/dates.ts';

/** The words somebody is looking for, as they are compared: without case and accents. */
export function wordsOf(typed: string): string[] {
  return folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Whether the number and title of a cable have all the words, or the beginnings of them. */
export function isNamed(
  { number, title }: { readonly number: string | null; readonly title: string },
  words: readonly string[],
): boolean {
  const name = folded(`${number ?? ''} ${title}`);
  return words.every((word) => name.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/gu, "'").toLowerCase();
}

/** "Imported again from the same file on 22 Nov 2025, 14:20". */
export function againWords({ importedAt, later }: NonNullable<WitnessProposal['again']>): string {
  return `Imported ${later ? 'again' : 'before'} from the same file on ${momentOf(importedAt)}`;
}

/** "84 % of its runs of words". Only what has them all has 100 %. */
export function shareWords(share: number): string {
  return `${Math.floor(share * 100)}\u00a0% of its runs of words`;
}
