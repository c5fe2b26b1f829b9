import './annotations.css';
import { type ReactNode, useState } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isNarrow } from '../../domain/annotation/filter.ts';
import { commands } from '../../domain/command.ts';
import { useCommand } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { useDesk } from '../desk/desk.ts';
import { AnnotationCard } from './AnnotationCard.tsx';
import { AtCaret } from './AtCaret.tsx';
import { deleteAnnotation } from './actions.ts';
import { CardList } from './CardList.tsx';
import { FilterBar } from './FilterBar.tsx';
import { useFocusInside } from './focus.ts';
import { useTagsById } from './shown.ts';
import { MarkedBar } from './MarkedBar.tsx';
import { TourOffer } from '../tour/TourOffer.tsx';
import { indexIn, type Walk, useWay, walkOf } from './walk.ts';
import { show } from './walking.ts';

/**
 * The inspector's annotations: what the filter says, what stands at the caret, and all that are shown
 * of the cable on the desk, in reading order.
 */
export function AnnotationsPanel() {
  const way = useWay();
  if (!way) return null;
  const walk = walkOf(way);
  if (walk.stored === 0) return <NoAnnotations />;
  return (
    <>
      <FilterBar walk={walk} />
      <AtCaret />
      <MarkedBar unplaced={walk.unplaced} shown={walk.shown} />
      <Cards walk={walk} />
    </>
  );
}

function Cards({ walk }: { readonly walk: Walk }) {
  const { unplaced } = walk;
  const chosenId = useDesk((desk) => desk.annotationId);
  const vocabulary = useTagsById();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  useFocusInside(scroller);
  // A long way to look, on every keystroke: only where one is chosen.
  const chosen = chosenId === null ? -1 : indexIn(walk, chosenId);
  useCommand(
    'annotation.delete',
    () => chosenId && deleteAnnotation(chosenId),
    chosen !== -1 && chosenId !== null,
  );

  const card = (annotation: Annotation) => (
    <AnnotationCard
      annotation={annotation}
      vocabulary={vocabulary}
      chosen={annotation.id === chosenId}
      onChoose={show}
    />
  );
  return (
    <div className="annotations" ref={setScroller} tabIndex={-1}>
      {scroller && unplaced.length > 0 && (
        <section className="annotations-unplaced" aria-labelledby="annotations-unplaced">
          <h2 className="label" id="annotations-unplaced">
            Without a place
          </h2>
          <CardList
            label="Annotations without a place"
            annotations={unplaced}
            chosenId={chosenId}
            scroller={scroller}
          >
            {card}
          </CardList>
        </section>
      )}
      {scroller && <InCable walk={walk} scroller={scroller} chosenId={chosenId} card={card} />}
    </div>
  );
}

interface InCableProps {
  readonly walk: Walk;
  readonly scroller: HTMLElement;
  readonly chosenId: string | null;
  readonly card: (annotation: Annotation) => ReactNode;
}

function InCable({ walk: { shown }, scroller, chosenId, card }: InCableProps) {
  const narrow = useDesk((desk) => isNarrow(desk.filter));
  return (
    <>
      {(narrow || shown.length > 0) && <h2 className="label annotations-head">In this cable</h2>}
      {shown.length === 0 && narrow && <p className="panel-none">The filter shows none of them.</p>}
      <CardList
        label="Annotations of this cable"
        annotations={shown}
        chosenId={chosenId}
        scroller={scroller}
      >
        {card}
      </CardList>
    </>
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
      <TourOffer />
    </div>
  );
}
