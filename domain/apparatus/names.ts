import type { EmendationReason } from '../emendation/emendation.ts';

/** Why an editor reads otherwise, in the words of the trade. */
export const reasonNames: Readonly<Record<EmendationReason, string>> = {
  machine: 'slip of the machine',
  typist: 'slip of the typist [sic]',
  conjecture: 'conjecture',
  illegible: 'illegible',
};

/** A rule's name as words: "note mark" for `note-mark`, "TEI note" for `tei-note`. */
export function ruleName(rule: string): string {
  return rule.replaceAll('-', ' ').replace(/^tei\b/u, 'TEI');
}
