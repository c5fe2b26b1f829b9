import { acceptable, decided, isMade, type Decision } from '../../domain/change/deciding.ts';
import { keyOf, type ChangeKey, type StoredChange } from '../../domain/change/decision.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { planForAll, type Watching } from './batch.ts';
import { deciding, named, quoted, whyLost } from './labels.ts';
import type { Library } from './library.ts';
import { replacing } from './replacing.ts';
import type { By } from './turn.ts';

/** What deciding on the proposals of a rule means for one cable. */
interface Plan {
  readonly operations: readonly Operation[];
  /** How many are decided on. */
  readonly changes: number;
  /** How many cannot be, and go on waiting. */
  readonly left: number;
}

/** Decides on changes of a cable as one action, and tells whether that changed anything. */
export function decideChanges(
  library: Library,
  { cableId, changes: keys, status }: CheckedInput<'proposal.decide'>,
  author: string,
): boolean {
  const before = library.cables.changes(cableId);
  const decision = { status, by: author, at: new Date().toISOString() };
  const chosen = chosenOf(before, keys).filter((change) => !isMade(change, decision));
  if (chosen.length === 0) return false;
  if (status === 'accepted') refuseCollision(library, cableId, chosen, before);
  const reason = whyLost(status, chosen);
  const operations = replacing(library, {
    cableId,
    before,
    after: withDecision(before, chosen, decision),
    reason,
    by: byOf(decision),
  });
  library.journal.act({ label: deciding(status, chosen), cableId, operations }, author);
  return true;
}

/** Decides on all waiting proposals of a rule in one cable as one action. */
export function decideRuleInCable(
  library: Library,
  { rule, cableId, status }: CheckedInput<'proposal.decideRule'> & { readonly cableId: string },
  author: string,
): RequestOutput<'proposal.decideRule'> {
  const decision = { status, by: author, at: new Date().toISOString() };
  const plan = planFor(library, cableId, rule, decision);
  if (!plan) return { changes: 0, cables: 0, left: 0 };
  const { operations, changes, left } = plan;
  if (changes === 0) return { changes, cables: 0, left };
  const label = `${status === 'accepted' ? 'accept' : 'reject'} ${proposalsOf(rule, changes)}`;
  library.journal.act({ label, cableId, operations }, author);
  return { changes, cables: 1, left };
}

/**
 * Decides on all waiting proposals of a rule in the whole library as one action; stopped, it leaves
 * nothing changed.
 */
export async function decideRuleInLibrary(
  library: Library,
  { rule, status }: Pick<CheckedInput<'proposal.decideRule'>, 'rule' | 'status'>,
  author: string,
  watching: Watching,
): Promise<RequestOutput<'proposal.decideRule'>> {
  const decision = { status, by: author, at: new Date().toISOString() };
  const result = await planForAll(library, watching, {
    cables: library.proposals.cables(rule),
    plan: (cableId) => planFor(library, cableId, rule, decision),
    finish: async (all: readonly Plan[]) => {
      const decidedOn = all.filter(({ changes }) => changes > 0);
      const changes = sum(decidedOn.map((plan) => plan.changes));
      const cables = decidedOn.length;
      const left = sum(all.map((plan) => plan.left));
      if (changes === 0) return { changes, cables, left };
      const verb = status === 'accepted' ? 'accept' : 'reject';
      const where = `in ${cables} ${cables === 1 ? 'cable' : 'cables'}`;
      const label = `${verb} ${proposalsOf(rule, changes)} ${where}`;
      const operations = decidedOn.flatMap((plan) => plan.operations);
      const action = { label, cableId: null, operations, total: operations.length };
      const done = await library.journal.actInTurns(action, author, watching);
      return done ? { changes, cables, left } : null;
    },
  });
  return result ?? { changes: 0, cables: 0, left: 0 };
}

/** What deciding on the waiting proposals of a rule means for a cable; null where none waits. */
function planFor(library: Library, cableId: string, rule: string, decision: Decision): Plan | null {
  const before = library.cables.changes(cableId);
  const waiting = before.filter((each) => each.rule === rule && each.status === 'proposed');
  if (waiting.length === 0) return null;
  const chosen = decision.status === 'accepted' ? acceptable(waiting, before).free : waiting;
  const operations = replacing(library, {
    cableId,
    before,
    after: withDecision(before, chosen, decision),
    reason: whyLost(decision.status, chosen),
    by: byOf(decision),
  });
  return { operations, changes: chosen.length, left: waiting.length - chosen.length };
}

function byOf({ by: author, at: time }: Decision): By {
  return { author, time };
}

function withDecision(
  all: readonly StoredChange[],
  chosen: readonly StoredChange[],
  decision: Decision,
): StoredChange[] {
  const keys = new Set(chosen.map(keyOf));
  return all.map((change) => (keys.has(keyOf(change)) ? decided(change, decision) : change));
}

/** The changes with these keys; fails with `not-found` where one is not there any more. */
function chosenOf(all: readonly StoredChange[], keys: readonly ChangeKey[]): StoredChange[] {
  const wanted = new Set(keys.map(keyOf));
  const chosen = all.filter((change) => wanted.has(keyOf(change)));
  if (chosen.length < wanted.size)
    fail(
      'not-found',
      'This cable has been cleaned anew meanwhile, and what you decided on is not proposed any more. Look at what it proposes now.',
    );
  return chosen;
}

function refuseCollision(
  { cables }: Library,
  cableId: string,
  chosen: readonly StoredChange[],
  all: readonly StoredChange[],
): void {
  const wanted = chosen.filter(({ status }) => status !== 'accepted');
  const [first] = acceptable(wanted, all).barred;
  if (!first) return;
  const { change, by } = first;
  const words = cables.textOf(cableId, 'original').slice(by.from, by.to);
  const what = `${named(by.rule)}${words.trim() ? ` on ${quoted(words)}` : ''}`;
  fail(
    'bad-input',
    by.status === 'accepted'
      ? `${named(change.rule)} cannot be accepted here, because ${what} is accepted and claims the same text. Reject that one first.`
      : `${named(change.rule)} and ${what} claim the same text, so only one of them can be accepted. Accept them one by one.`,
  );
}

function proposalsOf(rule: string, count: number): string {
  return `${count} ${count === 1 ? 'proposal' : 'proposals'} of ${named(rule)}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
