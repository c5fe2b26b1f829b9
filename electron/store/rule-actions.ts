import { isDeepStrictEqual } from 'node:util';
import { keepDecisions } from '../../domain/change/decision.ts';
import type { RuleState } from '../../domain/clean/rule-state.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { planForAll, type Watching } from './batch.ts';
import type { Cleaner } from './cleaner.ts';
import { named } from './labels.ts';
import type { Library } from './library.ts';
import { replacing } from './replacing.ts';

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
  const off = () => {
    const all = rules.off();
    if (on) all.delete(rule);
    else all.add(rule);
    return all;
  };
  const result = await planForAll(library, watching, {
    cables: cables.ids(),
    plan: (cableId) => cleanAnew(library, cleaner, { cableId, off: off(), reason }),
    finish: (plans: readonly Operation[][]) => {
      if (isSwitched()) return { cables: 0 };
      const operations: Operation[] = [{ type: 'rule.switch', rule, on }, ...plans.flat()];
      const label = `switch ${on ? 'on' : 'off'} the rule ${named(rule)}`;
      journal.act({ label, cableId: null, operations }, author);
      return { cables: plans.length };
    },
  });
  // A library without cables has nothing to plan, and is finished all the same.
  return result ?? { cables: 0 };
}

/** What cleaning a cable anew without the rules `off` comes to; null where it finds what it found before. */
function cleanAnew(
  library: Library,
  { clean }: Cleaner,
  { cableId, off, reason }: { cableId: string; off: ReadonlySet<string>; reason: string },
): Operation[] | null {
  const { cables } = library;
  const { changes, structure, metadata } = clean(cables.textOf(cableId, 'original'), { off });
  const before = cables.changes(cableId);
  const after = keepDecisions(changes, before);
  const operations = replacing(library, { cableId, before, after, reason });
  const findings = { structure: [...structure], metadata: [...metadata] };
  if (!isDeepStrictEqual(findings, cables.findings(cableId)))
    operations.push({ type: 'findings.put', cableId, ...findings });
  return operations.length > 0 ? operations : null;
}
