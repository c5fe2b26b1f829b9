import { folded, shortened, visible } from '../../domain/apparatus/words.ts';
import { count, inDigits } from '../desk/words.ts';
import type { Found, Place } from './choice.ts';

/** Where is searched. */
export type Scope = 'cable' | 'library';

/** "14 places in 3 cables" */
export function sumWords({ total, cables }: Found<Place>, scope: Scope): string {
  const where = scope === 'library' ? ` in ${count(cables, 'cable')}` : '';
  return `${count(total, 'place')}${where}`;
}

/** What is said where there are more places than can be shown; null where there are not. */
export function cutWords({ total, places }: Found<Place>): string | null {
  if (total <= places.length) return null;
  return `Only the first ${inDigits(places.length)} are shown. The others have one tick, at the end of the list.`;
}

/** That words stand nowhere where they were looked for. */
export function nowhereWords(words: string, scope: Scope): string {
  return scope === 'library'
    ? `“${shown(words)}” stands in no transcription of this library.`
    : `“${shown(words)}” does not stand in the transcription of this cable.`;
}

/** Words as an apparatus prints them; white space that is all there is shows as signs. */
export function shown(words: string): string {
  return words.trim() === '' ? visible(words) : shortened(folded(words));
}
