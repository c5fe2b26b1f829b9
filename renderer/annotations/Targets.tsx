import { useEffect, useRef } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { noteLink } from '../../domain/annotation/note-link.ts';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import type { CableName } from '../../domain/library/cable.ts';
import { lineId } from '../relations/choosing.ts';
import { useFoundAnnotations, useFoundCables } from '../relations/finding.ts';
import { quoteOf } from '../relations/words.ts';

/** Something a note can lead to. */
export interface Place {
  readonly id: string;
  readonly what: 'annotation' | 'cable';
  readonly words: string;
  /** What tells it from others of the same words. */
  readonly where: string;
  /** The link to it, as it is written. */
  readonly markdown: string;
}

/** How many annotations and how many cables are offered; more words bring others. */
const ANNOTATIONS = 5;
const CABLES = 3;

/** What a note can lead to that has some words, and whether it is still that of the words before. */
interface Offered {
  readonly targets: readonly Place[];
  readonly fresh: boolean;
}

/** What a note can lead to that has some words, cables after annotations; nothing while `words` is null. */
export function useTargets(words: string | null, { id, cableId }: Annotation): Offered {
  const annotations = useFoundAnnotations(words ?? '', cableId, ANNOTATIONS + 1, words !== null);
  const cables = useFoundCables(words ?? '', CABLES, words !== null);
  if (words === null || !annotations.data || !cables.data) return NONE;
  const { here, elsewhere } = annotations.data;
  const others = [...here, ...elsewhere].filter((one) => one.id !== id).slice(0, ANNOTATIONS);
  return {
    targets: [...others.map(annotationPlace), ...cables.data.map(cablePlace)],
    fresh: !annotations.isPlaceholderData && !cables.isPlaceholderData,
  };
}

const NONE: Offered = { targets: [], fresh: false };

function annotationPlace(summary: AnnotationSummary): Place {
  const { id, title, quote, note } = summary;
  return {
    id,
    what: 'annotation',
    words: quoteOf(summary),
    where: note === '' ? title : `${shortened(note.replace(/\s+/gu, ' '), 60)} · ${title}`,
    markdown: noteLink(quote === '' ? title : quote, { what: 'annotation', id }),
  };
}

function cablePlace({ id, title, number, date }: CableName): Place {
  return {
    id,
    what: 'cable',
    words: title,
    where: ['cable', number === null ? null : `no. ${number}`, date].filter(Boolean).join(' · '),
    markdown: noteLink(title, { what: 'cable', id }),
  };
}

interface TargetsProps {
  readonly id: string;
  readonly targets: readonly Place[];
  /** The line at hand. */
  readonly at: number;
  /** Whether these are all there is. */
  readonly fresh: boolean;
  readonly onPut: (place: Place) => void;
}

/** What can be linked, under the field that keeps the keys. */
export function Targets({ id, targets, at, fresh, onPut }: TargetsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [targets]);
  if (targets.length === 0)
    return (
      <p className="note-none" role="status">
        {fresh ? 'Nothing in this library has these words.' : '…'}
      </p>
    );
  return (
    <div ref={list} id={id} role="listbox" aria-label="To link" className="note-targets">
      {targets.map((place, index) => (
        // The field hears the keys of this list, and keeps the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={place.id}
          id={lineId(id, index)}
          role="option"
          aria-selected={index === at}
          className="note-target"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPut(place)}
        >
          <span className="note-target-words">{place.words}</span>
          <span className="note-target-where">{place.where}</span>
        </div>
      ))}
    </div>
  );
}
