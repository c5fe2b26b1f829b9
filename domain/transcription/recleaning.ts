import { ChangeSet, type Text } from '@codemirror/state';
import type { Change } from '../change/change.ts';
import { acceptedChanges, textOf } from './transcription.ts';

/** What a change does, whoever proposed it: two changes that do the same are the same for the text. */
function deedOf({ from, to, insert }: Change): string {
  return `${from} ${to} ${insert}`;
}

/** A replacement in a cleaned text. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: Text;
}

/**
 * The step from the cleaned text under the changes `before` to the one under `after`, as a change set
 * over the former. Only what is accepted in the one and not in the other is touched: text on which
 * both agree keeps its identity, and whatever stands on it keeps its place. Throws an UnfitError where
 * accepted changes of either list overlap.
 */
export function recleaning(
  original: Text,
  before: readonly Change[],
  after: readonly Change[],
): ChangeSet {
  const was = accepted(before);
  const becomes = accepted(after);
  const wasDone = new Set(was.map(deedOf));
  const becomesDone = new Set(becomes.map(deedOf));
  const common = was.filter((change) => becomesDone.has(deedOf(change)));
  const taken = (change: Change) => !becomesDone.has(deedOf(change));
  const added = (change: Change) => !wasDone.has(deedOf(change));
  const back = revert(original, was, taken);
  const on = add(original, common, becomes.filter(added));
  return back.compose(on);
}

function accepted(changes: readonly Change[]): Change[] {
  return changes
    .filter(({ status }) => status === 'accepted')
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** From the text under `all` to the one in which those that are `taken` back do not hold. */
function revert(original: Text, all: readonly Change[], taken: (change: Change) => boolean) {
  const replacements: Replacement[] = [];
  let shift = 0;
  for (const change of all) {
    const from = change.from + shift;
    const to = from + change.insert.length;
    if (taken(change))
      replacements.push({ from, to, insert: original.slice(change.from, change.to) });
    shift += change.insert.length - (change.to - change.from);
  }
  return ChangeSet.of(replacements, original.length + shift);
}

/** From the text under `common` to the one in which `added` hold as well. */
function add(original: Text, common: readonly Change[], added: readonly Change[]) {
  const replacements: Replacement[] = [];
  let shift = 0;
  let next = 0;
  for (const change of added) {
    for (let one = common[next]; one && one.to <= change.from; one = common[++next])
      shift += one.insert.length - (one.to - one.from);
    replacements.push({
      from: change.from + shift,
      to: change.to + shift,
      insert: textOf(change.insert),
    });
  }
  return ChangeSet.of(replacements, acceptedChanges(original, common).newLength);
}
