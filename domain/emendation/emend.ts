import type { ChangeSet, Text } from '@codemirror/state';
import { emendationSet } from '../transcription/transcription.ts';
import { type Emendation, holds, inReadingOrder } from './emendation.ts';

/** Who emends, when (UTC ISO 8601), and the cable the reading comes from (null: the editor's own). */
export interface Editor {
  readonly author: string;
  readonly time: string;
  readonly witness: string | null;
  /** Makes the id of an emendation that is new. */
  readonly newId: () => string;
}

/** An emendation that holds, with its stretch `[at, end)` of the transcription. */
interface Placed {
  readonly emendation: Emendation;
  readonly at: number;
  readonly end: number;
}

/** An edit of the transcription: `[from, to)` gives way to something `growth` code units longer. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly growth: number;
}

/** Edits and the emendations they touch: together they become one emendation. */
interface Joint {
  readonly edits: Edit[];
  readonly touched: Placed[];
}

/**
 * The emendations of a cable after an editor's `step` over its transcription. `cleaned` is the text
 * they stand on; the step leaves it as it is. An edit that touches emendations becomes one with them,
 * under the id, reason and note of the first. What reads as the cleaned text again is none any more.
 */
export function emended(
  emendations: readonly Emendation[],
  cleaned: Text,
  step: ChangeSet,
  editor: Editor,
): Emendation[] {
  const placed = placesOf(emendations);
  const after = step.apply(emendationSet(cleaned, emendations).apply(cleaned));
  const joints = join(editsOf(step), placed);
  const gone = new Set(joints.flatMap(({ touched }) => touched.map((one) => one.emendation)));
  let growth = 0;
  const made = joints.flatMap((joint): Emendation[] => {
    const before = growth;
    growth += joint.edits.reduce((sum, edit) => sum + edit.growth, 0);
    const { from, to, shiftBefore, shiftAfter } = stretchOf(joint, placed);
    const insert = after.sliceString(from + before, to + growth);
    const stands = { from: from - shiftBefore, to: to - shiftAfter };
    if (insert === cleaned.sliceString(stands.from, stands.to)) return [];
    return [{ ...headOf(joint, editor), ...stands, insert }];
  });
  return [...emendations.filter((one) => !gone.has(one)), ...made].toSorted(inReadingOrder);
}

function placesOf(emendations: readonly Emendation[]): Placed[] {
  let shift = 0;
  return emendations.filter(holds).map((emendation) => {
    const { from, to, insert } = emendation;
    const at = from + shift;
    const end = at + insert.length;
    shift = end - to;
    return { emendation, at, end };
  });
}

function editsOf(step: ChangeSet): Edit[] {
  const edits: Edit[] = [];
  step.iterChanges((from, to, fromB, toB) => {
    edits.push({ from, to, growth: toB - fromB - (to - from) });
  });
  return edits;
}

/** The edits in their order, each with the emendations it shares a place or a border with. */
function join(edits: readonly Edit[], placed: readonly Placed[]): Joint[] {
  const joints: Joint[] = [];
  let next = 0;
  for (const edit of edits) {
    const last = joints.at(-1);
    const touching = last?.touched.at(-1);
    const joint = last && touching && edit.from <= touching.end ? last : { edits: [], touched: [] };
    if (joint !== last) joints.push(joint);
    joint.edits.push(edit);
    while ((placed[next]?.end ?? Infinity) < edit.from) next++;
    for (let one = placed[next]; one && one.at <= edit.to; one = placed[++next])
      joint.touched.push(one);
  }
  return joints;
}

/**
 * The stretch of the transcription that a joint covers, and what is to be taken from its ends to find
 * them in the cleaned text.
 */
function stretchOf({ edits, touched }: Joint, placed: readonly Placed[]) {
  const first = touched[0];
  const last = touched.at(-1);
  const from = Math.min(edits[0]?.from ?? Infinity, first?.at ?? Infinity);
  const to = Math.max(edits.at(-1)?.to ?? 0, last?.end ?? 0);
  if (first && last) {
    const shiftBefore = first.at - first.emendation.from;
    return { from, to, shiftBefore, shiftAfter: last.end - last.emendation.to };
  }
  const earlier = placed.findLast(({ end }) => end < from);
  const shift = earlier ? earlier.end - earlier.emendation.to : 0;
  return { from, to, shiftBefore: shift, shiftAfter: shift };
}

function headOf({ touched }: Joint, { author, time, witness, newId }: Editor) {
  const first = touched[0]?.emendation;
  const { id, rank, reason, note } = first ?? { id: newId(), rank: 0, reason: null, note: '' };
  return { id, rank, author, time, reason, note, witness, lost: null };
}
