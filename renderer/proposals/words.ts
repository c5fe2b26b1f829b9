import type { ChangeStatus } from '../../domain/change/change.ts';
import type { StoredChange } from '../../domain/change/decision.ts';
import type { RequestOutput } from '../../domain/contract.ts';
import { ruleName, ruleSentence } from '../apparatus/ruleWords.ts';
import { count, inDigits } from '../desk/words.ts';
import { momentOf } from '../metadata/dates.ts';

/** What a decision on many proposals has led to. */
export type Outcome = RequestOutput<'proposal.decideRule'>;

/** Why a change is proposed: what the rule says of this place, else of all its places. */
export function reasonOf({ reason, rule }: Pick<StoredChange, 'reason' | 'rule'>): string {
  return reason ?? ruleSentence(rule) ?? ruleName(rule);
}

/** What readers by ear are told of a proposal: "Proposal 2 of 5: Read as …". */
export function proposalWords(waiting: readonly StoredChange[], at: StoredChange): string {
  const place = waiting.indexOf(at) + 1;
  return `Proposal ${inDigits(place)} of ${inDigits(waiting.length)}: ${reasonOf(at)}`;
}

/** What has become of a change that was decided on: "Accepted." */
export function decisionWords(status: ChangeStatus): string {
  if (status === 'proposed') return 'The decision is taken back.';
  return status === 'accepted' ? 'Accepted.' : 'Rejected.';
}

/** "12 accepted in 3 cables, 1 left waiting because an accepted change stands in its way." */
export function outcomeWords(
  { changes, cables, left }: Outcome,
  status: 'accepted' | 'rejected',
  where: 'cable' | 'library',
): string {
  if (changes === 0 && left === 0) return 'Nothing has changed.';
  const place = where === 'library' && cables > 0 ? ` in ${count(cables, 'cable')}` : '';
  const done = `${inDigits(changes)} ${status}${place}`;
  if (left === 0) return `${done}.`;
  const way = left === 1 ? 'stands in its way' : 'stand in their way';
  const others = left === 1 ? 'an accepted change' : 'accepted changes';
  return `${done}, ${inDigits(left)} left waiting because ${others} ${way}.`;
}

/** "accepted by A. Reader, 21 Nov 2025, 14:20"; null where nobody has decided. */
export function decidedWords({
  status,
  decidedBy,
  decidedAt,
}: Pick<StoredChange, 'status' | 'decidedBy' | 'decidedAt'>): string | null {
  if (decidedBy === null) return null;
  const what = status === 'proposed' ? 'taken back' : status;
  const who = decidedBy.trim() === '' ? 'by hand' : `by ${decidedBy}`;
  return decidedAt === null ? `${what} ${who}` : `${what} ${who}, ${momentOf(decidedAt)}`;
}

/** The words before a place from the first whole one, however the stretch was cut. */
export function contextBefore(text: string): string {
  return /\s/u.test(text) ? text.replace(/^\S+/u, '…') : text;
}

/** The words after a place to the last whole one, however the stretch was cut. */
export function contextAfter(text: string): string {
  return /\s/u.test(text) ? text.replace(/\S+$/u, '…') : text;
}
