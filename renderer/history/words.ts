import type { Revision } from '../../domain/history/revision.ts';
import { count, inDigits } from '../desk/words.ts';
import { momentOf } from '../metadata/dates.ts';

/** What a revision is called where nobody has said what it is about. */
export function nameOf({ number, message }: Revision): string {
  if (message !== '') return message;
  return number === 0 ? 'The text as cleaning left it' : '';
}

/** A revision with its number: "Revision 3", and for 0 "The text as cleaning left it". */
export function standingOf({ number }: Revision): string {
  return number === 0 ? 'The text as cleaning left it' : `Revision ${inDigits(number)}`;
}

/** A revision in a list to choose from: "3 · Proofread against the microfilm". */
export function choiceOf(revision: Revision): string {
  const name = nameOf(revision) || momentOf(revision.ended);
  return `${inDigits(revision.number)} · ${name}`;
}

/** Who has worked on it, when, and how much: "A. Reader · 21 Nov 2025, 14:20 · 12 actions". */
export function workOf({ author, ended, actions }: Revision): string {
  const parts = [author, momentOf(ended)];
  if (actions > 0) parts.push(count(actions, 'action'));
  return parts.filter((part) => part !== '').join(' · ');
}
