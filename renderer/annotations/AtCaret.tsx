import './AtCaret.css';
import { useDeferredValue, useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isNarrow } from '../../domain/annotation/filter.ts';
import type { TagColour } from '../../domain/tag/tag.ts';
import { chooseAnnotation, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { inDigits } from '../desk/words.ts';
import { useSaved } from '../status/saved.ts';
import { nameOf, wordsOf } from '../workbench/announcing.ts';
import type { Vocabulary } from '../workbench/highlights.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { standingAt } from '../workbench/standing.ts';
import { useShown, useTagsById } from './shown.ts';

const NONE: readonly Annotation[] = [];

/**
 * What stands at the caret, the shortest first, however many lie over one another: each is chosen by
 * the arrow keys; Enter goes to its card.
 */
export function AtCaret() {
  const there = useThere();
  const vocabulary = useTagsById();
  const chosenId = useDesk((desk) => desk.annotationId);
  const narrow = useDesk((desk) => isNarrow(desk.filter));
  if (!there) return null;
  const chosen = there.some(({ id }) => id === chosenId) && chosenId;
  return (
    <section className="at-caret" aria-labelledby="at-caret">
      <h2 className="label" id="at-caret">
        At the caret
        {there.length > 1 && <span className="at-caret-count"> {inDigits(there.length)}</span>}
      </h2>
      {there.length === 0 ? (
        <p className="at-caret-none">{narrow ? 'none of those shown' : 'no annotation'}</p>
      ) : (
        <ListBox
          className="at-caret-list"
          aria-label="Annotations at the caret"
          selectionMode="single"
          selectionBehavior="replace"
          escapeKeyBehavior="none"
          selectedKeys={chosen ? [chosen] : []}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) chooseAnnotation(String(key));
          }}
          onAction={(key) => chooseAnnotation(String(key), 'card')}
        >
          {there.map((annotation) => (
            <Line key={annotation.id} annotation={annotation} vocabulary={vocabulary} />
          ))}
        </ListBox>
      )}
    </section>
  );
}

/**
 * The annotations at the caret; null where no caret is. While something typed is not saved yet caret
 * and annotations are told of different texts: those of before stay until it is.
 */
function useThere(): readonly Annotation[] | null {
  const cableId = useDesk((desk) => desk.cableId);
  const { data: cable } = useCable(cableId);
  const caret = useDesk((desk) => desk.caret);
  const shown = useShown();
  const waiting = useSaved((saved) => saved.waiting);
  const now = useMemo(() => ({ cable, caret, shown }), [cable, caret, shown]);
  const settled = useSettled(now, waiting);
  return useMemo(() => {
    const { cable: told, caret: place, shown: all } = settled;
    if (told?.summary.id !== cableId || !place) return null;
    return standingAt(manuscriptOf(told), all ?? NONE, place.side, place.at);
  }, [settled, cableId]);
}

/** A value as it was when it last held: while `waiting` it may not. */
function useSettled<T>(now: T, waiting: boolean): T {
  const [settled, setSettled] = useState(now);
  if (!waiting && settled !== now) setSettled(now);
  return useDeferredValue(settled);
}

/** How much of an annotation's words a line holds at most, in UTF-16 code units. */
const LONGEST = 60;

interface LineProps {
  readonly annotation: Annotation;
  readonly vocabulary: Vocabulary;
}

function Line({ annotation, vocabulary }: LineProps) {
  const name = nameOf(annotation, vocabulary);
  const words = wordsOf(annotation, LONGEST);
  return (
    <ListBoxItem id={annotation.id} textValue={`${name}: ${words}`} className="at-caret-line">
      <Swatches annotation={annotation} vocabulary={vocabulary} />
      <span className="at-caret-words">
        <span>{name}</span> <q>{words}</q>
      </span>
    </ListBoxItem>
  );
}

/** The most swatches that stand beside one another. */
const MOST = 3;

function Swatches({ annotation, vocabulary }: LineProps) {
  const colours = annotation.tagIds.flatMap((id) => vocabulary.get(id)?.colour ?? []);
  const shown: readonly (TagColour | null)[] = colours.length === 0 ? [null] : colours;
  return (
    <span className="at-caret-swatches" aria-hidden="true">
      {[...new Set(shown)].slice(0, MOST).map((colour) => (
        <span key={colour} className={`swatch tag-${colour ?? 'none'}`} />
      ))}
    </span>
  );
}
