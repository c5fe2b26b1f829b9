import { isDeepStrictEqual } from 'node:util';
import type { ChangeSet } from '@codemirror/state';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import { carryAnnotations } from '../../domain/annotation/carry.ts';
import { keyOf, type ChangeKey, type StoredChange } from '../../domain/change/decision.ts';
import type { Operation, Placed } from '../../domain/journal/operation.ts';
import { stepOf } from '../../domain/transcription/step.ts';
import type { Layers } from '../../domain/transcription/turning.ts';
import { GONE, placedOf, stamped, standsAs } from './carrying.ts';
import type { Library } from './library.ts';

/** Who turns a text, and when (UTC ISO 8601). */
export interface By {
  readonly author: string;
  readonly time: string;
}

/** The transcription of a cable is to become another. */
export interface Turn {
  readonly cableId: string;
  readonly before: Layers;
  readonly after: Layers;
  /** From the transcription under `before` to that under `after`. */
  readonly step: ChangeSet;
  /** The sentence for annotations that lose their words. */
  readonly reason: string;
  readonly by: By;
  /** Whether an editor has written words, and so vouches that the cable is being corrected. */
  readonly emends: boolean;
  /** Where annotations come to stand that are not simply carried over `step`. */
  readonly placed?: readonly Placed[];
}

type TextTurn = Extract<Operation, { type: 'text.turn' }>;

/** The operations that turn a transcription into another; none where nothing changes. */
export function turn(library: Library, wanted: Turn): Operation[] {
  const { cableId, step, before, after } = wanted;
  const operation: TextTurn = {
    type: 'text.turn',
    cableId,
    step: stepOf(step),
    changes: differing(before.changes, after.changes, keyOf, ({ from, to, rule }): ChangeKey => ({
      ...{ from, to, rule },
    })),
    emendations: differing(
      before.emendations,
      after.emendations,
      ({ id }) => id,
      ({ id }) => id,
    ),
    placed: placing(library, wanted),
  };
  const { changes, emendations, placed } = operation;
  const touched = [changes.remove, changes.put, emendations.remove, emendations.put, placed];
  if (step.empty && touched.every((list) => list.length === 0)) return [];
  return [operation, ...vouching(library, wanted)];
}

/** What `after` has in the place of what `before` has: what goes, by its key, and what comes. */
function differing<T, Key>(
  before: readonly T[],
  after: readonly T[],
  wordOf: (one: T) => string,
  keyed: (one: T) => Key,
): { remove: Key[]; put: T[] } {
  if (before === after) return { remove: [], put: [] };
  const was = new Map(before.map((one) => [wordOf(one), one]));
  const stay = new Set(after.map(wordOf));
  return {
    remove: before.filter((one) => !stay.has(wordOf(one))).map(keyed),
    put: after.filter((one) => !isDeepStrictEqual(was.get(wordOf(one)), one)),
  };
}

/** The annotations that lose or regain their words, or do not simply follow the step, with their new targets. */
function placing({ annotations, cables }: Library, wanted: Turn): Placed[] {
  const { cableId, step, reason, placed = [] } = wanted;
  const told = new Map(placed.map(({ id, targets }) => [id, targets]));
  const { near } = annotations.following(cableId, step);
  const were = annotations.some(cableId, [...near, ...told.keys()]);
  if (were.length === 0) return [];
  const version = cables.version(cableId) + 1;
  const after = step.apply(cables.transcription(cableId).text);
  const follow = carryAnnotations(were, step, after, version, GONE);
  const become = carryAnnotations(were, step, after, version, reason).map((one) => ({
    ...one,
    targets: stamped(told.get(one.id) ?? one.targets, version),
  }));
  return become
    .filter((one, at) => !standsAs(one, follow[at]) || fate(one) !== fate(were[at]))
    .map(placedOf);
}

/** Which of its targets an annotation has lost. */
function fate(annotation: Annotation | undefined): string {
  return (annotation?.targets ?? [])
    .map(({ lost }: Target) => (lost === null ? '+' : '-'))
    .join('');
}

/**
 * A text that changes is not proofread any more, and one in which an editor writes is being
 * corrected.
 */
function vouching({ cables }: Library, { cableId, step, emends, by }: Turn): Operation[] {
  if (step.empty) return [];
  const state = cables.vouchOf(cableId)?.state;
  const falls = emends ? state !== 'corrected' : state === 'proofread';
  return falls ? [{ type: 'review.put', cableId, vouch: { state: 'corrected', ...by } }] : [];
}

/** The layers of a cable as they are stored. */
export function layersOf(
  { cables }: Library,
  cableId: string,
): {
  readonly changes: StoredChange[];
  readonly emendations: Layers['emendations'];
} {
  return { changes: cables.changes(cableId), emendations: cables.emendations.list(cableId) };
}
