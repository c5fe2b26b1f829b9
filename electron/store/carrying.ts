import { isDeepStrictEqual } from 'node:util';
import type { ChangeSet, Text } from '@codemirror/state';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import { carryAnnotations } from '../../domain/annotation/carry.ts';
import type { Placed } from '../../domain/journal/operation.ts';
import type { annotationTable } from './annotations.ts';

/** What is said of an annotation that has lost its words where nobody could say more. */
export const GONE = 'Its words left the transcription.';

/** A transcription that becomes another by `step`, and its new version. */
export interface TurnedText {
  readonly cableId: string;
  readonly step: ChangeSet;
  readonly before: Text;
  readonly after: Text;
  readonly version: number;
}

/**
 * Carries the annotations of a cable along with its text; those in `placed` get these targets instead.
 * Returns the annotations that would not come back to where they stood by being carried back, with
 * the targets they had. Only within a transaction.
 */
export function carryAlong(
  annotations: ReturnType<typeof annotationTable>,
  { cableId, step, before, after, version }: TurnedText,
  placed: readonly Placed[],
): Placed[] {
  const { near, move } = annotations.following(cableId, step);
  const told = new Map(placed.map(({ id, targets }) => [id, stamped(targets, version)]));
  const was = annotations.some(cableId, [...near, ...told.keys()]);
  const are = carryAnnotations(was, step, after, version, GONE).map((annotation) => ({
    ...annotation,
    targets: told.get(annotation.id) ?? annotation.targets,
  }));
  for (const { id, targets } of are) annotations.putTargets(cableId, id, targets);
  move(version, new Set(are.map(({ id }) => id)));
  const back = carryAnnotations(are, step.invert(before), before, version, GONE);
  return was.filter((one, at) => !standsAs(one, back[at])).map(placedOf);
}

/** The targets with those on the transcription in `version`. */
export function stamped(targets: readonly Target[], version: number): Target[] {
  return targets.map((target) =>
    target.side === 'transcription' ? { ...target, version } : target,
  );
}

/** Whether two annotations stand on the same words at the same places, in whichever version. */
export function standsAs(
  one: Pick<Annotation, 'targets'>,
  other: Pick<Annotation, 'targets'> | undefined,
): boolean {
  return (
    other !== undefined && isDeepStrictEqual(stamped(one.targets, 0), stamped(other.targets, 0))
  );
}

/** The targets of an annotation by its id. */
export function placedOf({ id, targets }: Annotation): Placed {
  return { id, targets };
}
