import './annotations.css';
import { useMemo, useState } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { inReadingOrder } from '../../domain/annotation/order.ts';
import { commands } from '../../domain/command.ts';
import { useCommand } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { chooseAnnotation, jumpTo, useDesk } from '../desk/desk.ts';
import { useTags } from '../desk/queries.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { type CableAccount, useAccount } from './accounts.ts';
import { AnnotationCard } from './AnnotationCard.tsx';
import { deleteAnnotation } from './actions.ts';
import { CardList } from './CardList.tsx';
import { useFocusInside } from './focus.ts';

/** The inspector's list of all annotations of the cable on the desk, in reading order. */
export function AnnotationsPanel() {
  const account = useAccount();
  const chosenId = useDesk((desk) => desk.annotationId);
  const { data: tags } = useTags();
  const vocabulary = useMemo(() => new Map(tags?.map(({ tag }) => [tag.id, tag])), [tags]);
  const { unplaced, shown } = useMemo(() => inOrder(account), [account]);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  useFocusInside(scroller);
  const total = unplaced.length + shown.length;
  // A long way to look, on every keystroke: only where one is chosen.
  const chosen = chosenId === null ? -1 : indexIn(unplaced, shown, chosenId);

  const step = (by: number) => {
    const next = (Math.max(chosen, by > 0 ? -1 : 0) + by + total) % total;
    const annotation = unplaced[next] ?? shown[next - unplaced.length];
    if (annotation) show(annotation);
  };
  useCommand('annotation.next', () => step(1), total > 0);
  useCommand('annotation.previous', () => step(-1), total > 0);
  useCommand(
    'annotation.delete',
    () => chosenId && deleteAnnotation(chosenId),
    chosen !== -1 && chosenId !== null,
  );

  if (account && total === 0) return <NoAnnotations />;
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
      {scroller && (
        <CardList
          label="Annotations of this cable"
          annotations={shown}
          chosenId={chosenId}
          scroller={scroller}
        >
          {card}
        </CardList>
      )}
    </div>
  );
}

/** Chooses an annotation and brings its words into sight. */
function show(annotation: Annotation) {
  const [target] = annotation.targets;
  chooseAnnotation(annotation.id);
  if (target) jumpTo({ side: target.side, from: target.from, to: target.to });
}

const NONE: readonly Annotation[] = [];

/** The annotations without a place and all others, each in reading order. None is left out. */
function inOrder(account: CableAccount | null) {
  if (!account) return { unplaced: NONE, shown: NONE };
  const { cable, placed, unplaced, behind } = account;
  const { map } = manuscriptOf(cable);
  return {
    unplaced: inReadingOrder(map, unplaced),
    shown: inReadingOrder(map, behind.length === 0 ? placed : [...placed, ...behind]),
  };
}

function indexIn(unplaced: readonly Annotation[], shown: readonly Annotation[], id: string) {
  const first = unplaced.findIndex((annotation) => annotation.id === id);
  if (first !== -1) return first;
  const at = shown.findIndex((annotation) => annotation.id === id);
  return at === -1 ? -1 : unplaced.length + at;
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
