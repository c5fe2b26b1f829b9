import { ChangeSet, type Text } from '@codemirror/state';
import { z } from 'zod';

/**
 * One step of a transcription from a text to the next, in the JSON form of CodeMirror's `ChangeSet`:
 * lengths of what stays (`n`), and `[length taken away, ...lines put in]`. Lengths are UTF-16 code units.
 */
export const Step = z.array(
  z.union([z.int().nonnegative(), z.tuple([z.int().nonnegative()], z.string())]),
);
export type Step = z.infer<typeof Step>;

/** The change set of a step. Throws a RangeError where the step is none. */
export function changeSetOf(step: Step): ChangeSet {
  return ChangeSet.fromJSON(step);
}

/** A change set as a step. */
export function stepOf(changes: ChangeSet): Step {
  return Step.parse(changes.toJSON());
}

/**
 * A step with what it changes side by side made one change: a word deleted and another one typed
 * there is one word for another. `after` is the text it leads to.
 */
export function joined(step: ChangeSet, after: Text): ChangeSet {
  const changes: { from: number; to: number; insert: Text }[] = [];
  step.iterChangedRanges((from, to, fromB, toB) => {
    changes.push({ from, to, insert: after.slice(fromB, toB) });
  });
  return ChangeSet.of(changes, step.length);
}
