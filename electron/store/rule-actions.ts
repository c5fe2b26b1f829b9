import { isDeepStrictEqual } from 'node:util';
import { keepDecisions } from '../../domain/change/decision.ts';
import type { RuleState } from '../../domain/clean/rule-state.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { planForAll, type Watching } from './batch.ts';
import type { Cleaner } from './cleaner.ts';
import { named } from './labels.ts';
import type { Beside } from './journal.ts';
import type { Library } from './library.ts';
import { cablesOf } from './operations.ts';
import { replacing } from './replacing.ts';
import type { By } from './turn.ts';

/** All rules in their order, with whether they are on here and what they have found. */
export function listRules({ proposals, rules }: Library, cleaner: Cleaner): RuleState[] {
  const off = rules.off();
  const counts = proposals.counts();
  const none = { accepted: 0, proposed: 0, rejected: 0 };
  return cleaner.rules.map(({ name, explanation, certainty }) => ({
    ...{ name, explanation, certainty, on: !off.has(name) },
    ...(counts.get(name) ?? none),
  }));
}

/**
 * Switches a rule on or off and cleans every cable anew, as one action; stopped, it leaves nothing
 * changed. What persons have decided holds.
 */
export async function switchRule(
  library: Library,
  cleaner: Cleaner,
  { rule, on }: CheckedInput<'rule.switch'>,
  author: string,
  watching: Watching,
): Promise<RequestOutput<'rule.switch'>> {
  if (!cleaner.rules.some(({ name }) => name === rule))
    fail('not-found', `There is no rule ${named(rule)}. Choose one of the list.`);
  const { cables, journal, rules } = library;
  const isSwitched = () => rules.off().has(rule) !== on;
  if (isSwitched()) return { cables: 0 };
  const switched = `the rule ${named(rule)} was switched ${on ? 'on' : 'off'}`;
  const reason = `Its words left the transcription when ${switched}.`;
  const by = { author, time: new Date().toISOString() };
  const result = await planForAll(library, watching, {
    // Those that were deleted as well: brought back, they are to be clean like all others.
    cables: cables.everyId(),
    deletedToo: true,
    plan: (cableId) =>
      cleanAnew(library, cleaner, { cableId, off: offWith(library, { rule, on }), reason, by }),
    finish: async (plans: readonly Operation[][]) => {
      if (isSwitched()) return { cables: 0 };
      const operations: Operation[] = [{ type: 'rule.switch', rule, on }, ...plans.flat()];
      const touched = [...new Set(operations.flatMap(cablesOf))];
      const label = `switch ${on ? 'on' : 'off'} the rule ${named(rule)}`;
      const action = { label, cableId: null, operations, total: operations.length };
      if (!(await journal.actInTurns(action, author, watching))) return null;
      return { cables: library.discarded.keptAmong(touched).length };
    },
  });
  return result ?? { cables: 0 };
}

/**
 * Undo and redo of a switched rule know only the cables there were when it was switched. Those that
 * came later were cleaned with the rules of their time, and are cleaned anew beside.
 */
export function newcomers(library: Library, cleaner: Cleaner): Beside {
  return (operations, since, author) => {
    const switched = operations.find(({ type }) => type === 'rule.switch');
    if (switched?.type !== 'rule.switch') return [];
    const off = offWith(library, switched);
    const known = new Set(operations.flatMap(cablesOf));
    const reason = 'Its words left the transcription when a rule of cleaning was switched.';
    const by = { author, time: new Date().toISOString() };
    return library.cables
      .importedSince(since)
      .filter((cableId) => !known.has(cableId))
      .flatMap((cableId) => cleanAnew(library, cleaner, { cableId, off, reason, by }) ?? []);
  };
}

/** The rules that are off once a rule is switched. */
function offWith(
  { rules }: Library,
  { rule, on }: { readonly rule: string; readonly on: boolean },
): Set<string> {
  const off = rules.off();
  if (on) off.delete(rule);
  else off.add(rule);
  return off;
}

/** What cleaning a cable anew without the rules `off` comes to; null where it finds what it found before. */
function cleanAnew(
  library: Library,
  { clean }: Cleaner,
  {
    cableId,
    off,
    reason,
    by,
  }: { cableId: string; off: ReadonlySet<string>; reason: string; by: By },
): Operation[] | null {
  const { cables } = library;
  const { text, format } = cables.writtenOf(cableId);
  const { changes, structure, metadata } = clean(text, { off, format });
  const before = cables.changes(cableId);
  const after = keepDecisions(changes, before);
  const operations = replacing(library, { cableId, before, after, reason, by });
  const findings = { structure: [...structure], metadata: [...metadata] };
  if (!isDeepStrictEqual(findings, cables.findings(cableId)))
    operations.push({ type: 'findings.put', cableId, ...findings });
  return operations.length > 0 ? operations : null;
}
