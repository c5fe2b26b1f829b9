import type { Revision } from '../../domain/history/revision.ts';
import { count, inDigits } from '../desk/words.ts';
import { momentOf } from '../metadata/dates.ts';

/** What a revision is called: what its author says it is about, else by its time. */
export function nameOf({ number, message, ended }: Revision): string {
  if (message !== '') return message;
  return number === 0 ? 'The text as cleaning left it' : momentOf(ended);
}

/** A revision with its number: "Revision 3", and for 0 "The text as cleaning left it". */
export function standingOf({ number }: Revision): string {
  return number === 0 ? 'The text as cleaning left it' : `Revision ${inDigits(number)}`;
}

/** A revision in a list to choose from: "3 · Proofread against the microfilm". */
export function choiceOf(revision: Revision): string {
  return `${inDigits(revision.number)} · ${nameOf(revision)}`;
}

/**
 * Who has worked on it, when (unless it is called by that), and how much:
 * "A. Reader · 21 Nov 2025, 14:20 · 12 actions".
 */
export function workOf(revision: Revision): string {
  const { author, ended, actions } = revision;
  const time = momentOf(ended);
  const parts = [author, nameOf(revision) === time ? '' : time];
  if (actions > 0) parts.push(count(actions, 'action'));
  return parts.filter((part) => part !== '').join(' · ');
}
