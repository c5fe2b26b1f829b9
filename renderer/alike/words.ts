import type { RequestOutput } from '../../domain/contract.ts';
import { count } from '../desk/words.ts';
import { nowhereWords, type Scope, shown } from '../places/words.ts';

type Outcome = RequestOutput<'alike.emend'>;

/** What the button does: "Emend 12 places", and with nothing to put in "Delete at 12 places". */
export function buttonWords(places: number, replace: string): string {
  return replace === '' ? `Delete at ${count(places, 'place')}` : `Emend ${count(places, 'place')}`;
}

/** Why there is nothing in the list. */
export function noneWords(find: string, same: boolean, scope: Scope): string {
  return same
    ? `Wherever “${shown(find)}” stands, it reads so already.`
    : nowhereWords(find, scope);
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
