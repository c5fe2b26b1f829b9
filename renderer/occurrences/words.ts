import type { RequestOutput } from '../../domain/contract.ts';
import { count } from '../desk/words.ts';

/** What has been done; `wanted` is how many places were chosen. */
export function doneWords(
  { annotations, cables }: RequestOutput<'occurrence.tag'>,
  wanted: number,
): string {
  if (annotations === 0) return 'Nothing has changed: all of these places have the tags already.';
  const done = `${count(annotations, 'place')} tagged in ${count(cables, 'cable')}.`;
  const left = wanted - annotations;
  const others =
    left > 0
      ? ` ${count(left, 'place was', 'places were')} left: tagged already, or in a text that has changed meanwhile.`
      : '';
  return `${done}${others} Undo takes all of it back.`;
}
