import type { Annotation, Side, Target } from '../annotation/annotation.ts';

/** Both texts of a cable. */
export type Texts = Readonly<Record<Side, string>>;

/**
 * A passage of an annotation with its number, counted from 1. `whole` is one that tells all that the
 * annotation says: the first one on each side, as there are readers that see one side only.
 */
export interface Passage {
  readonly annotation: Annotation;
  readonly passage: number;
  readonly whole: boolean;
  readonly target: Target;
}

/** Whether the words of a passage stand where it says: only then it can be told by its place. */
export function isPlaced({ side, from, to, quote, lost }: Target, texts: Texts): boolean {
  return lost === null && texts[side].slice(from, to) === quote.exact;
}

/** All passages of annotations, those that have a place and those that have none. */
export function passagesOf(annotations: readonly Annotation[], texts: Texts) {
  const placed: Passage[] = [];
  const unplaced: Passage[] = [];
  for (const annotation of annotations) {
    const told = new Set<Side | 'nowhere'>();
    for (const [index, target] of annotation.targets.entries()) {
      const has = isPlaced(target, texts);
      const where = has ? target.side : 'nowhere';
      const passage = { annotation, passage: index + 1, whole: !told.has(where), target };
      told.add(where);
      (has ? placed : unplaced).push(passage);
    }
  }
  return { placed, unplaced, onCable: annotations.filter(({ targets }) => targets.length === 0) };
}

/** The pairs of passages on one side that follow each other in one annotation. `Placed` tells more of a passage. */
export function nextPassages<Placed extends Passage>(
  placed: readonly Placed[],
): (readonly [Placed, Placed])[] {
  const last = new Map<string, Placed>();
  return placed.flatMap((here) => {
    const key = `${here.annotation.id} ${here.target.side}`;
    const before = last.get(key);
    last.set(key, here);
    return before ? [[before, here] as const] : [];
  });
}

/** A passage of each of two annotations on one side; null where there is no such side. */
export function endsOf<Placed extends Passage>(
  placed: ReadonlyMap<string, readonly Placed[]>,
  from: string,
  to: string,
): readonly [Placed, Placed] | null {
  for (const here of placed.get(from) ?? [])
    for (const there of placed.get(to) ?? [])
      if (here.target.side === there.target.side) return [here, there];
  return null;
}

/** Passages by the ids of their annotations. */
export function byAnnotation<Placed extends Passage>(
  placed: readonly Placed[],
): Map<string, Placed[]> {
  const found = new Map<string, Placed[]>();
  for (const passage of placed) {
    const beside = found.get(passage.annotation.id);
    if (beside) beside.push(passage);
    else found.set(passage.annotation.id, [passage]);
  }
  return found;
}
