import type { Annotation } from '../annotation/annotation.ts';
import type { Operation } from '../journal/operation.ts';
import { annotationOperations, carriedTo, mergeAnnotations } from './annotations.ts';
import { mergeFacts } from './facts.ts';
import { allTouches, news } from './settle.ts';
import type { CableState, MergedCable, NameId } from './state.ts';
import { mergeText, textTurn } from './text.ts';

/** What merging needs to know beside two states of a cable. */
export interface MergingCable {
  readonly nameId: NameId;
  /** The annotations that relations stand on once all is merged (see neededAnnotations); more than this cable's do no harm. */
  readonly needed: ReadonlySet<string>;
}

/**
 * Merges two states of one cable, which are told of by the same id (see cableToldAs). What comes out is the same
 * whichever is called ours, but for the revisions, of which each side keeps its own.
 */
export function mergeCable(
  ours: CableState,
  theirs: CableState,
  { nameId, needed }: MergingCable,
): MergedCable {
  const text = mergeText(ours, theirs, nameId);
  const carried = {
    ours: carriedTo(ours, text.fromOurs, text.transcription),
    theirs: carriedTo(theirs, text.fromTheirs, text.transcription),
  };
  const notes = mergeAnnotations(ours, theirs, carried, needed, nameId);
  const facts = mergeFacts(
    ours,
    theirs,
    { ours: text.fromOurs.empty, theirs: text.fromTheirs.empty },
    nameId,
  );
  const touches = allTouches(ours.touches, theirs.touches);
  for (const [thing, deeds] of [...text.deeds, ...notes.deeds, ...facts.deeds])
    touches.set(thing, deeds);
  const turn = textTurn(ours.id, ours, text.layers, text.fromOurs);
  const { operations, placed } = annotationOperations(ours, notes.annotations, carried.ours);
  return {
    operations: [...turning(turn, placed), ...operations, ...facts.operations],
    touches: news(ours.touches, touches),
    conflicts: [...text.conflicts, ...notes.conflicts, ...facts.conflicts],
    state: {
      ...ours,
      touches,
      changes: text.layers.changes,
      emendations: text.layers.emendations,
      annotations: notes.annotations,
      ...facts.values,
    },
  };
}

/** The turning of the text with the places of annotations that do not simply follow; without it they are put anew. */
function turning(
  turn: ReturnType<typeof textTurn>,
  placed: readonly Annotation[],
): readonly Operation[] {
  if (!turn) return placed.map((annotation) => ({ type: 'annotation.put', annotation }));
  const [bare, standing] = [
    placed.filter(({ targets }) => targets.length === 0),
    placed.filter(({ targets }) => targets.length > 0),
  ];
  return [
    { ...turn, placed: standing.map(({ id, targets }) => ({ id, targets })) },
    ...bare.map((annotation): Operation => ({ type: 'annotation.put', annotation })),
  ];
}
