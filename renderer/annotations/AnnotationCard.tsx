import { memo, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isUnplaced } from '../../domain/annotation/order.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { report, useDesk } from '../desk/desk.ts';
import { LinkLines } from '../relations/LinkLines.tsx';
import type { Vocabulary } from '../workbench/highlights.ts';
import { deleteAnnotation } from './actions.ts';
import { CardTags } from './CardTags.tsx';
import { CardWords } from './CardWords.tsx';
import { MarkBox } from './MarkBox.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { LateNote } from './LateNote.tsx';
import { PlaceAgain } from './PlaceAgain.tsx';
import { signature, verdictWords } from './signature.ts';

interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly vocabulary: Vocabulary;
  readonly chosen: boolean;
  readonly onChoose: (annotation: Annotation) => void;
}

/**
 * One annotation: its words, its tags, its note, its links; the chosen one can be changed. One without
 * a place says why, and can be given a place again. It is drawn again only when it has changed: many
 * cards are in sight, and with every new annotation the whole list is told anew.
 */
export const AnnotationCard = memo(function AnnotationCard({
  annotation,
  vocabulary,
  chosen,
  onChoose,
}: AnnotationCardProps) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusAsked(button, chosen);
  const unplaced = isUnplaced(annotation);
  const verdict = verdictWords(annotation);
  return (
    <div className={chosen ? 'annotation chosen' : 'annotation'}>
      <CardWords annotation={annotation} onChoose={onChoose} ref={button} />
      <MarkBox annotation={annotation} />
      <CardTags annotation={annotation} vocabulary={vocabulary} chosen={chosen} />
      {chosen ? (
        <NoteEditor annotation={annotation} key={annotation.id} />
      ) : (
        annotation.note && (
          <div className="annotation-note">
            <LateNote note={annotation.note} />
          </div>
        )
      )}
      <LinkLines annotation={annotation} chosen={chosen} />
      {unplaced && <PlaceAgain annotation={annotation} />}
      {verdict !== null && <p className="annotation-verdict">{verdict}</p>}
      <footer className="annotation-foot">
        <span>{signature(annotation)}</span>
        {chosen && (
          <span className="annotation-acts">
            <CommandButton name="annotation.link" className="quiet">
              Link with…
            </CommandButton>
            {!unplaced && (
              <Button
                className="quiet"
                onPress={() => void deleteAnnotation(annotation.id).catch(report)}
              >
                Delete
              </Button>
            )}
          </span>
        )}
      </footer>
    </div>
  );
});

/** Gives a card the focus when the chosen one is asked to take it. */
function useFocusAsked(button: { readonly current: HTMLElement | null }, chosen: boolean) {
  const asked = useDesk((desk) => desk.asked === 'card');
  useEffect(() => {
    if (!asked || !chosen) return;
    button.current?.focus();
    useDesk.setState({ asked: null });
  }, [button, asked, chosen]);
}
