import type { Annotation } from '../annotation/annotation.ts';

/** What merging needs to know of an annotation. */
export type Mergeable = Pick<Annotation, 'id' | 'cableId' | 'creator' | 'created' | 'verdict'>;

/**
 * The annotations that came of merging others, by the act of merging (see `mergingOf`). An annotation
 * is made by a merging at the very time at which, and by the very person by whom, others of its cable
 * were marked as merged; it is the work of who adjudicated, not of an annotator.
 */
export function mergersIn<One extends Mergeable>(annotations: Iterable<One>): Map<string, One> {
  const all = [...annotations];
  const mergings = new Set(all.flatMap((each) => mergingOf(each) ?? []));
  return new Map(
    all.flatMap((each) => {
      const making = keyOf(each.cableId, each.creator, each.created);
      return mergings.has(making) ? [[making, each] as const] : [];
    }),
  );
}

/** The act by which an annotation was merged into another; null where it was not. */
export function mergingOf({ cableId, verdict }: Mergeable): string | null {
  return verdict?.value === 'merged' ? keyOf(cableId, verdict.by, verdict.time) : null;
}

function keyOf(cableId: string, by: string, time: string): string {
  return `${cableId} ${time} ${by}`;
}
