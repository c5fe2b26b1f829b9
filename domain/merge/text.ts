import type { ChangeSet } from '@codemirror/state';
import { keyOf, type ChangeKey } from '../change/decision.ts';
import type { Operation } from '../journal/operation.ts';
import { stepOf } from '../transcription/step.ts';
import {
  acceptedChanges,
  applied,
  textOf,
  transcribe,
  type Transcription,
} from '../transcription/transcription.ts';
import { turning, type Layers } from '../transcription/turning.ts';
import { isSame } from './canonical.ts';
import { mergeChanges } from './changes.ts';
import type { Conflict } from './conflict.ts';
import { mergeEmendations } from './emendations.ts';
import type { CableState, Deed, NameId } from './state.ts';

/** The text of a cable that comes out of both sides, and the steps to it from either. */
export interface MergedText {
  readonly layers: Layers;
  /** The transcription under the layers. */
  readonly transcription: Transcription;
  readonly deeds: ReadonlyMap<string, readonly Deed[]>;
  readonly conflicts: readonly Conflict[];
  readonly fromOurs: ChangeSet;
  readonly fromTheirs: ChangeSet;
}

/** Merges changes and emendations of both sides. */
export function mergeText(ours: CableState, theirs: CableState, nameId: NameId): MergedText {
  const original = textOf(ours.original);
  const merged = mergeChanges(ours, theirs, nameId);
  const { changes } = merged;
  const cleaned = applied(acceptedChanges(original, changes), original);
  const over = { original, changes, cleaned };
  const { emendations, deeds, conflicts } = mergeEmendations(ours, theirs, over, nameId);
  const layers: Layers = { changes, emendations };
  return {
    layers,
    transcription: transcribe(original, changes, emendations),
    deeds: new Map([...merged.deeds, ...deeds]),
    conflicts: [...merged.conflicts, ...conflicts],
    fromOurs: turning(original, ours, layers),
    fromTheirs: turning(original, theirs, layers),
  };
}

type TextTurn = Extract<Operation, { type: 'text.turn' }>;

/** The turning of a text from some layers to others by `step`; null where they are the same. */
export function textTurn(
  cableId: string,
  before: Layers,
  after: Layers,
  step: ChangeSet,
): TextTurn | null {
  const wasChanges = new Map(before.changes.map((one) => [keyOf(one), one]));
  const isChange = new Set(after.changes.map(keyOf));
  const was = new Map(before.emendations.map((one) => [one.id, one]));
  const is = new Set(after.emendations.map(({ id }) => id));
  const changes = {
    remove: before.changes
      .filter((one) => !isChange.has(keyOf(one)))
      .map(({ from, to, rule }): ChangeKey => ({ from, to, rule })),
    put: after.changes.filter((one) => !isSame(wasChanges.get(keyOf(one)), one)),
  };
  const emendations = {
    remove: before.emendations.filter(({ id }) => !is.has(id)).map(({ id }) => id),
    put: after.emendations.filter((one) => !isSame(was.get(one.id), one)),
  };
  const touched = [changes.remove, changes.put, emendations.remove, emendations.put];
  if (step.empty && touched.every((list) => list.length === 0)) return null;
  return { type: 'text.turn', cableId, step: stepOf(step), changes, emendations, placed: [] };
}
