import { useEffect, useRef } from 'react';
import Markdown from 'react-markdown';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isUnplaced } from '../../domain/annotation/order.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import { report, useDesk } from '../desk/desk.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { TagPicker } from '../tags/TagPicker.tsx';
import { contextAfter, contextBefore } from '../proposals/words.ts';
import type { Vocabulary } from '../workbench/highlights.ts';
import { createTag, deleteAnnotation, toggleTag } from './actions.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { PlaceAgain } from './PlaceAgain.tsx';

interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly vocabulary: Vocabulary;
  readonly chosen: boolean;
  readonly onChoose: (annotation: Annotation) => void;
}

/**
 * One annotation: its words, its tags, its note; the chosen one can be changed. One without a place
 * says why, and can be given a place again.
 */
export function AnnotationCard({ annotation, vocabulary, chosen, onChoose }: AnnotationCardProps) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusAsked(button, chosen);
  const quote = annotation.targets.map((target) => target.quote.exact).join(' … ');
  const losses = annotation.targets.flatMap(({ lost }) => lost ?? []);
  const unplaced = isUnplaced(annotation);
  return (
    <div className={chosen ? 'annotation chosen' : 'annotation'}>
      <Button
        ref={button}
        className="annotation-quote"
        onPress={() => onChoose(annotation)}
        aria-label={unplaced ? `Go to where “${quote}” stood` : `Go to “${quote}”`}
      >
        {shortened(folded(quote), LONGEST_QUOTE)}
      </Button>
      {unplaced && <OldPlace annotation={annotation} />}
      {[...new Set(losses)].map((loss) => (
        <p key={loss} className="annotation-loss">
          {loss}
        </p>
      ))}
      <Tags annotation={annotation} vocabulary={vocabulary} chosen={chosen} />
      {chosen ? (
        <NoteEditor annotation={annotation} key={annotation.id} />
      ) : (
        annotation.note && (
          <div className="annotation-note">
            <Markdown>{annotation.note}</Markdown>
          </div>
        )
      )}
      {unplaced && <PlaceAgain annotation={annotation} />}
      <footer className="annotation-foot">
        <span>{signature(annotation)}</span>
        {chosen && !unplaced && (
          <Button
            className="quiet"
            onPress={() => void deleteAnnotation(annotation.id).catch(report)}
          >
            Delete
          </Button>
        )}
      </footer>
    </div>
  );
}

/** Gives a card the focus when the chosen one is asked to take it. */
function useFocusAsked(button: { readonly current: HTMLElement | null }, chosen: boolean) {
  const asked = useDesk((desk) => desk.asked === 'card');
  useEffect(() => {
    if (!asked || !chosen) return;
    button.current?.focus();
    useDesk.setState({ asked: null });
  }, [button, asked, chosen]);
}

/** What stood before and after the words that an annotation has lost. */
function OldPlace({ annotation }: { readonly annotation: Annotation }) {
  const around = annotation.targets.map(
    ({ quote: { prefix, suffix } }) =>
      `${contextBefore(folded(prefix))}[…]${contextAfter(folded(suffix))}`,
  );
  return (
    <p className="annotation-around">
      <span className="by-ear">Stood in: </span>
      {[...new Set(around)].join(' ')}
    </p>
  );
}

/** The tags of a card; on the chosen one each can be taken off, and others put on. */
function Tags({ annotation, vocabulary, chosen }: Omit<AnnotationCardProps, 'onChoose'>) {
  const tags = annotation.tagIds.flatMap((id) => vocabulary.get(id) ?? []);
  if (!chosen && tags.length === 0) return null;
  return (
    <ul className="annotation-tags" aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag.id}>
          <TagChip tag={tag} />
          {chosen && (
            <Button
              className="quiet take-off"
              aria-label={`Take off the tag ${tag.name}`}
              onPress={() => void toggleTag(annotation, tag.id).catch(report)}
            >
              ×
            </Button>
          )}
        </li>
      ))}
      {chosen && (
        <li>
          <AddTag annotation={annotation} />
        </li>
      )}
    </ul>
  );
}

function AddTag({ annotation }: { readonly annotation: Annotation }) {
  const asked = useDesk((desk) => desk.asked === 'tags');
  const close = () => useDesk.setState({ asked: null });
  const toggle = (tagId: string) => void toggleTag(annotation, tagId).catch(report);
  return (
    <DialogTrigger
      isOpen={asked}
      onOpenChange={(open) => useDesk.setState({ asked: open ? 'tags' : null })}
    >
      <Button className="quiet">Add a tag…</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog aria-label="Tags of this annotation">
          <TagPicker
            chosen={annotation.tagIds}
            onToggle={toggle}
            onCreate={(name, colour, parentId) =>
              void createTag(name, colour, parentId)
                .then((tag) => toggle(tag.id))
                .catch(report)
            }
            onClose={close}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The longest quote a card shows in full, in UTF-16 code units. */
const LONGEST_QUOTE = 160;

/** White space as a card sets it: as blanks. */
function folded(words: string): string {
  return words.replace(/\s+/gu, ' ');
}

const when = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** Who, when, and on which side. */
function signature({ creator, modified, targets }: Annotation): string {
  const sides = new Set(targets.map(({ side }) => `on the ${side}`));
  return [creator, when.format(new Date(modified)), ...sides].filter(Boolean).join(' · ');
}
