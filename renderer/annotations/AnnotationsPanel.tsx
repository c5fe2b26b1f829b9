import './annotations.css';
import { useMemo } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { commands } from '../../domain/command.ts';
import { useCommand } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { chooseAnnotation, jumpTo, useDesk } from '../desk/desk.ts';
import { useAnnotations, useCable, useTags } from '../desk/queries.ts';
import { manuscriptOf, placeOn } from '../workbench/manuscript.ts';
import { AnnotationCard } from './AnnotationCard.tsx';
import { deleteAnnotation } from './actions.ts';

/** The inspector's list of all annotations of the cable on the desk, in reading order. */
export function AnnotationsPanel() {
  const cableId = useDesk((desk) => desk.cableId);
  const chosenId = useDesk((desk) => desk.annotationId);
  const { data: cable } = useCable(cableId);
  const { data: annotations } = useAnnotations(cableId);
  const { data: tags } = useTags();
  const vocabulary = useMemo(() => new Map(tags?.map(({ tag }) => [tag.id, tag])), [tags]);
  const ordered = useMemo(
    () => (cable && annotations ? inReadingOrder(cable, annotations) : []),
    [cable, annotations],
  );
  const chosen = ordered.findIndex(({ id }) => id === chosenId);
  const unplaced = ordered.filter(isUnplaced);

  const step = (by: number) => {
    const next =
      ordered[(Math.max(chosen, by > 0 ? -1 : 0) + by + ordered.length) % ordered.length];
    if (next) show(next);
  };
  useCommand('annotation.next', () => step(1), ordered.length > 0);
  useCommand('annotation.previous', () => step(-1), ordered.length > 0);
  useCommand(
    'annotation.delete',
    () => chosenId && deleteAnnotation(chosenId),
    chosen !== -1 && chosenId !== null,
  );

  if (cable && ordered.length === 0) return <NoAnnotations />;
  const card = (annotation: Annotation) => (
    <AnnotationCard
      key={annotation.id}
      annotation={annotation}
      vocabulary={vocabulary}
      chosen={annotation.id === chosenId}
      onChoose={() => show(annotation)}
    />
  );
  return (
    <>
      {unplaced.length > 0 && (
        <section className="annotations-unplaced" aria-labelledby="annotations-unplaced">
          <h2 className="label" id="annotations-unplaced">
            Without a place
          </h2>
          <ul aria-label="Annotations without a place">{unplaced.map(card)}</ul>
        </section>
      )}
      <ul className="annotations" aria-label="Annotations of this cable">
        {ordered.filter((annotation) => !isUnplaced(annotation)).map(card)}
      </ul>
    </>
  );
}

/** Chooses an annotation and brings its words into sight. */
function show(annotation: Annotation) {
  const [target] = annotation.targets;
  chooseAnnotation(annotation.id);
  if (target) jumpTo({ side: target.side, from: target.from, to: target.to });
}

/** Whether none of the words of an annotation stand anywhere any more. */
function isUnplaced({ targets }: Annotation): boolean {
  return targets.every(({ lost }) => lost !== null);
}

/**
 * Annotations in the order in which a reader of the original comes to them, whichever side they stand
 * on; those without a place come first.
 */
function inReadingOrder(cable: Parameters<typeof manuscriptOf>[0], annotations: Annotation[]) {
  const manuscript = manuscriptOf(cable);
  const place = ({ targets: [target] }: Annotation) =>
    target ? placeOn(manuscript, 'original', target) : 0;
  return annotations.toSorted(
    (a, b) => Number(isUnplaced(b)) - Number(isUnplaced(a)) || place(a) - place(b),
  );
}

function NoAnnotations() {
  return (
    <div className="annotations-empty">
      <p>Nothing is annotated in this cable yet.</p>
      <p>
        Select words on either side, then{' '}
        <kbd>{keyLabel(commands['annotation.highlight'].key)}</kbd> highlights,{' '}
        <kbd>{keyLabel(commands['annotation.tag'].key)}</kbd> tags and{' '}
        <kbd>{keyLabel(commands['annotation.note'].key)}</kbd> opens a note.
      </p>
    </div>
  );
}
