import type { Annotation } from '../../domain/annotation/annotation.ts';
import { annotate, putTags } from '../annotations/actions.ts';
import { markedNow } from '../annotations/marking.ts';
import { saidOf } from '../annotations/said.ts';
import { chooseAnnotation, type Desk, type Passage, useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { together } from '../desk/together.ts';
import { count } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { stretchesOn } from './manuscript.ts';
import type { Pair } from './pair.ts';

/** Annotates a passage, chooses the annotation and puts the selection away, so that the highlight is seen. */
export async function annotateOn(
  pair: Pair,
  on: Passage,
  tagIds: readonly string[],
  asked: Desk['asked'] = null,
): Promise<Annotation> {
  const annotation = await annotate(pair.manuscript.cable.summary.id, on, tagIds);
  // The new annotation has just been told of, and is drawn as the chosen one at once.
  return new Promise((done) => {
    together(() => {
      // Whoever is fast has selected other words by now.
      if (samePassage(useDesk.getState().selection, on)) pair.deselect(on.side);
      chooseAnnotation(annotation.id, asked);
      done(annotation);
    });
  });
}

function samePassage(a: Passage | null, b: Passage): boolean {
  return a?.side === b.side && a.from === b.from && a.to === b.to;
}

/** Puts tags on what is at hand: on the selection, else on all annotations marked, else on the chosen one. */
export async function tagAtHand(pair: Pair, tagIds: readonly string[]) {
  const { selection } = useDesk.getState();
  const marked = markedNow();
  const chosen = chosenNow();
  if (selection) await annotateOn(pair, selection, tagIds);
  else if (marked.length > 0) await putTags(marked, tagIds, count(marked.length, 'annotation'));
  else if (chosen) await putTags([chosen.id], tagIds, saidOf(chosen));
  else announce('Select some words first, or choose an annotation');
}

/** The chosen annotation as it is known now; undefined where none is chosen. */
export function chosenNow(): Annotation | undefined {
  const { annotationId } = useDesk.getState();
  return annotationId === null ? undefined : annotationNow(annotationId);
}

/** An annotation of the cable on the desk as it is known now. */
export function annotationNow(id: string): Annotation | undefined {
  const { cableId } = useDesk.getState();
  const all = queryClient.getQueryData<Annotation[]>(['annotations', cableId]);
  return all?.find((annotation) => annotation.id === id);
}

/** Whether any of the words of an annotation are selected, on whichever side they stand. */
export function holdsSelected(pair: Pair, { targets }: Annotation, selection: Passage): boolean {
  return targets.some(
    ({ side, from, to, lost }) =>
      lost === null &&
      stretchesOn(pair.manuscript, side, selection).some((cut) => cut.from < to && from < cut.to),
  );
}
