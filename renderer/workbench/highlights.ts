import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import { lanes } from '../../domain/annotation/lanes.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { type Manuscript, stretchesOn, versionOf } from './manuscript.ts';
import { inOrder, type Mark, type Marking } from './marks.ts';

/** The deepest lane that is drawn apart; from there on highlights share a line but are still told apart by tint. */
const DEEPEST_LANE = 7;

/** Tags by their ids. */
export type Vocabulary = ReadonlyMap<string, Tag>;

/** One stretch of one annotation on one side. */
interface Stretch {
  readonly annotation: Annotation;
  readonly from: number;
  readonly to: number;
}

/**
 * All stretches of all annotations on one side, those made on the other one through the map. A place
 * is believed only in the version of the text it belongs to; a lost one is nowhere.
 */
export function stretchesOf(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  side: Side,
): Stretch[] {
  const all: Stretch[] = [];
  for (const annotation of annotations)
    for (const target of annotation.targets) {
      if (target.lost !== null || target.version !== versionOf(manuscript, target.side)) continue;
      for (const { from, to } of stretchesOn(manuscript, side, target))
        all.push({ annotation, from, to });
    }
  return all;
}

/**
 * The highlights of one side: a tint over the words and a firm line under them, in the colour and
 * line pattern of the annotation's first tag, in a lane of its own where several overlap.
 */
export function highlightMarking(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  vocabulary: Vocabulary,
  side: Side,
  chosenId: string | null,
): Marking {
  const stretches = stretchesOf(manuscript, annotations, side);
  const lane = lanes(stretches);
  const marks = stretches.map(({ annotation, from, to }, index): Mark => {
    const tag = vocabulary.get(annotation.tagIds[0] ?? '');
    const chosen = annotation.id === chosenId ? ' chosen' : '';
    const depth = Math.min(lane[index] ?? 0, DEEPEST_LANE);
    return {
      from,
      to,
      className: `highlight lane-${depth} tag-${tag?.colour ?? 'none'}${chosen}`,
      attributes: { 'data-annotation': annotation.id },
    };
  });
  return { marks: inOrder(marks), signs: [] };
}

/** The annotations that stand at `position` of one side, the shortest first. */
export function annotationsAt(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  side: Side,
  position: number,
): Annotation[] {
  const there = stretchesOf(manuscript, annotations, side)
    .filter(({ from, to }) => from <= position && position <= to)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from));
  return [...new Set(there.map(({ annotation }) => annotation))];
}
