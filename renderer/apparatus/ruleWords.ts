import { ruleName } from '../../domain/apparatus/names.ts';
import { explain } from '../../domain/clean/rules.ts';

export { ruleName } from '../../domain/apparatus/names.ts';

/** A rule's name as a heading: "Note mark". */
export function ruleTitle(rule: string): string {
  const name = ruleName(rule);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Why a rule does what it does, in its one sentence; null for a rule this program does not know. */
export function ruleSentence(rule: string): string | null {
  return explain(rule);
}
