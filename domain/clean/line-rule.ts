import type { Line } from '../text/lines.ts';
import type { StructureType } from '../structure/structure.ts';
import type { Reading } from './reading.ts';
import { type Doubt, type Finding, leave, type Rule } from './rule.ts';
import { isRunning } from './zones.ts';

/** A rule that takes out lines which match one pattern as a whole. */
export interface LineRule extends Omit<Rule, 'find' | 'certainty'> {
  /** Matches the whole line, blanks at its edges apart. */
  readonly pattern: RegExp;
  /** What such a line is. */
  readonly as: StructureType | null;
  /** Only lines up to this many UTF-16 code units are looked at. */
  readonly longest: number;
  /** Whether such a line may be a piece of running text by accident, and must stand apart from it. */
  readonly apart: boolean;
  readonly certainty?: Rule['certainty'];
  /** What else a match states. */
  readonly also?: (line: Line, match: RegExpExecArray) => Iterable<Finding>;
  /** The label of the piece of structure, from the match. */
  readonly label?: (match: RegExpExecArray) => string | null;
}

/** Builds such a rule. */
export function lineRule(definition: LineRule): Rule {
  const { name, explanation, examples, placed, certainty = 'certain' } = definition;
  return {
    name,
    explanation,
    examples,
    certainty,
    ...(placed ? { placed } : {}),
    find: (reading) => findLines(reading, definition),
  };
}

function* findLines(reading: Reading, definition: LineRule): Generator<Finding> {
  const { pattern, as, longest, apart, also, label } = definition;
  const { staying } = reading;
  for (let at = 0; at < staying.length; at++) {
    const line = staying[at];
    if (!line || line.text.length > longest || reading.claimed(line.index)) continue;
    const match = pattern.exec(line.text);
    if (!match) continue;
    const doubt = apart && isAmidText(staying, at) ? AMID_TEXT : {};
    yield leave(line.index, as, { label: label?.(match) ?? null, ...doubt });
    if (also && !('certainty' in doubt)) yield* also(line, match);
  }
}

/** The lines without those of a kind that stand as a list below a line which ends in a colon. */
export function withoutLists(
  staying: readonly Line[],
  isOfKind: (text: string) => boolean,
): readonly Line[] {
  let listed = false;
  return staying.filter(({ text }) => {
    listed = isOfKind(text) ? listed : text.endsWith(':');
    return !listed || !isOfKind(text);
  });
}

/** What is said of a line that stands in the middle of a paragraph. */
export const AMID_TEXT: Doubt = {
  certainty: 'likely',
  reason: 'It stands in the middle of a paragraph and may belong to its text.',
};

/**
 * Whether a line stands directly between two lines of running text and the sentence above it has not
 * ended: then its words may be text, whatever they look like.
 */
export function isAmidText(staying: readonly Line[], at: number): boolean {
  const before = staying[at - 1];
  const line = staying[at];
  const after = staying[at + 1];
  if (!before || !line || before.index !== line.index - 1) return false;
  if (!isTextLine(before.text) || /[.:!?]["”']?$/.test(before.text)) return false;
  return !after || after.index !== line.index + 1 || isTextLine(after.text);
}

/** Whether a line reads like one of a typed paragraph. */
function isTextLine(text: string): boolean {
  return isRunning(text) || (text.length >= 30 && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 5);
}
