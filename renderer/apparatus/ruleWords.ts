import { explain } from '../../domain/clean/rules.ts';

/** A rule's name as words: "note mark" for `note-mark`. */
export function ruleName(rule: string): string {
  return rule.replaceAll('-', ' ');
}

/** Why a rule does what it does, in its one sentence; null for a rule this program does not know. */
export function ruleSentence(rule: string): string | null {
  return explain(rule);
}
