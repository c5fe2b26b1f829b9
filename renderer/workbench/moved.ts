import type { Annotation } from '../../domain/annotation/annotation.ts';

const origins = new WeakMap<readonly Annotation[], readonly Annotation[]>();

/** Says that annotations are others only in that they have moved along with what was typed. */
export function onlyMoved(from: readonly Annotation[], to: readonly Annotation[]): void {
  origins.set(to, from);
}

/** The annotations these have been before they moved along with what was typed; undefined where more has changed. */
export function movedFrom(annotations: readonly Annotation[]): readonly Annotation[] | undefined {
  return origins.get(annotations);
}
