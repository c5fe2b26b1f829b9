import { isDeepStrictEqual } from 'node:util';
import type { Text } from '@codemirror/state';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import { carryTarget } from '../../domain/annotation/carry.ts';
import { firstCollision } from '../../domain/change/deciding.ts';
import { keyOf, type StoredChange } from '../../domain/change/decision.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { recleaning } from '../../domain/transcription/recleaning.ts';
import { textOf, transcribe } from '../../domain/transcription/transcription.ts';
import type { Library } from './library.ts';

/** What becomes of the changes of a cable, and the sentence for annotations that lose their words by it. */
export interface Replacing {
  readonly cableId: string;
  readonly before: readonly StoredChange[];
  readonly after: readonly StoredChange[];
  readonly reason: string;
}

/**
 * The operations that put the changes `after` in the place of `before` and carry the annotations of
 * the cable along; none where nothing changes.
 */
export function replacing(library: Library, step: Replacing): Operation[] {
  // What could not be shown must not be stored.
  const collision = firstCollision(step.after);
  if (collision)
    throw new Error(
      `two accepted changes claim the text at ${collision.change.from}: ${collision.by.rule} and ${collision.change.rule}`,
    );
  const operation = difference(step);
  return operation ? [operation, ...carrying(library, step)] : [];
}

/** The one operation from `before` to `after`; null where they are the same. */
function difference({ cableId, before, after }: Replacing): Operation | null {
  const was = new Map(before.map((change) => [keyOf(change), change]));
  const stay = new Set(after.map(keyOf));
  const remove = before
    .filter((change) => !stay.has(keyOf(change)))
    .map(({ from, to, rule }) => ({ from, to, rule }));
  const put = after.filter((change) => !isDeepStrictEqual(was.get(keyOf(change)), change));
  if (remove.length + put.length === 0) return null;
  return { type: 'changes.replace', cableId, remove, put };
}

/** The annotations that do not stand as they did once the transcription is that under `after`. */
function carrying(library: Library, { cableId, before, after, reason }: Replacing): Operation[] {
  const { annotations, cables } = library;
  const all = annotations.list(cableId).filter(({ targets }) => targets.some(onTranscription));
  if (all.length === 0) return [];
  const original = textOf(cables.textOf(cableId, 'original'));
  const step = recleaning(original, before, after);
  if (step.empty) return [];
  const text: Text = transcribe(original, after).text;
  const version = cables.version(cableId) + 1;
  const carry = (target: Target) =>
    onTranscription(target) ? carryTarget(target, step, text, version, reason) : target;
  return all
    .map((annotation) => ({ ...annotation, targets: annotation.targets.map(carry) }))
    .filter((annotation, at) => hasMoved(annotation, all[at]))
    .map((annotation): Operation => ({ type: 'annotation.put', annotation }));
}

function onTranscription({ side }: Target): boolean {
  return side === 'transcription';
}

/** Whether an annotation stands elsewhere, on other words, or among other words than before. */
function hasMoved(after: Annotation, before: Annotation | undefined): boolean {
  const standing = (annotation: Annotation | undefined) =>
    annotation?.targets.map((target) => ({ ...target, version: 0 }));
  return !isDeepStrictEqual(standing(after), standing(before));
}
