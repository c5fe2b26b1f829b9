import { folded, shortened, visible } from '../../domain/apparatus/words.ts';
import type { RequestOutput } from '../../domain/contract.ts';
import { count, inDigits } from '../desk/words.ts';
import type { Scope } from './question.ts';
import type { Found } from './searching.ts';

type Outcome = RequestOutput<'alike.emend'>;

/** "14 places in 3 cables, 2 left out" */
export function sumWords({ total, cables }: Found, left: number, scope: Scope): string {
  const where = scope === 'library' ? ` in ${count(cables, 'cable')}` : '';
  const out = left > 0 ? `, ${inDigits(left)} left out` : '';
  return `${count(total, 'place')}${where}${out}`;
}

/** What the button does: "Emend 12 places", and with nothing to put in "Delete at 12 places". */
export function buttonWords(places: number, replace: string): string {
  return replace === '' ? `Delete at ${count(places, 'place')}` : `Emend ${count(places, 'place')}`;
}

/** What is said where there are more places than can be shown; null where there are not. */
export function cutWords({ total, places }: Found): string | null {
  if (total <= places.length) return null;
  return `Only the first ${inDigits(places.length)} are shown. The others have one tick, at the end of the list.`;
}

/** Why there is nothing in the list. */
export function noneWords(find: string, same: boolean, scope: Scope): string {
  const words = `“${shown(find)}”`;
  if (same) return `Wherever ${words} stands, it reads so already.`;
  return scope === 'library'
    ? `${words} stands in no transcription of this library.`
    : `${words} does not stand in the transcription of this cable.`;
}

/** What has been done; `wanted` is how many places were chosen. */
export function doneWords({ places, cables }: Outcome, wanted: number, replace: string): string {
  if (places === 0) return 'Nothing has changed.';
  const where = `${count(places, 'place')} in ${count(cables, 'cable')}`;
  const start =
    replace === ''
      ? `Deleted at ${where}.`
      : `${count(places, 'place')} emended in ${count(cables, 'cable')}.`;
  const left = wanted - places;
  const others =
    left > 0
      ? ` ${count(left, 'place was', 'places were')} left, because the text has changed meanwhile.`
      : '';
  return `${start}${others} Undo takes all of it back.`;
}

/** Words as an apparatus prints them; white space that is all there is shows as signs. */
export function shown(words: string): string {
  return words.trim() === '' ? visible(words) : shortened(folded(words));
}
