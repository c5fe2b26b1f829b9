import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { sentenceOf } from '../desk/words.ts';
import { lineId, useChoosing } from './choosing.ts';
import { OFFERED, useFoundAnnotations } from './finding.ts';
import { FoundLine } from './FoundLine.tsx';

interface FindAnnotationProps {
  /** The annotation that is linked; it is not offered. */
  readonly here: AnnotationSummary;
  readonly onChoose: (found: AnnotationSummary) => void;
}

/**
 * Finds another annotation by its words, note, tags or cable; those of the same cable come first. The
 * field keeps the keys: the arrows go through what is found, Enter chooses.
 */
export function FindAnnotation({ here, onChoose }: FindAnnotationProps) {
  const [typed, setTyped] = useState('');
  const finding = useFoundAnnotations(typed, here.cableId);
  const near = (finding.data?.here ?? []).filter(({ id }) => id !== here.id);
  const far = finding.data?.elsewhere ?? [];
  const list = useId();
  const choosing = useChoosing({
    items: [...near, ...far],
    fresh: finding.data !== undefined && !finding.isPlaceholderData,
    // Without words nothing is meant yet.
    first: typed.trim() === '' ? -1 : 0,
    onChoose,
  });
  const line = (summary: AnnotationSummary, index: number) => (
    <FoundLine
      key={summary.id}
      id={lineId(list, index)}
      summary={summary}
      elsewhere={summary.cableId !== here.cableId}
      atHand={index === choosing.at}
      onChoose={() => onChoose(summary)}
    />
  );
  return (
    <div className="find-annotation">
      <input
        className="find-annotation-field"
        role="combobox"
        aria-label="Find an annotation"
        aria-autocomplete="list"
        aria-expanded={near.length + far.length > 0}
        aria-controls={list}
        aria-activedescendant={choosing.at === -1 ? undefined : lineId(list, choosing.at)}
        placeholder="Find an annotation by its words, tags, note or cable"
        maxLength={200}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          choosing.begin();
        }}
        onKeyDown={(event) => {
          if (choosing.hear(event.key)) event.preventDefault();
        }}
      />
      <p className="find-annotation-told" role="status">
        {toldOf(finding, typed, near.length + far.length)}
      </p>
      <FoundList id={list} at={choosing.at}>
        <Section title="In this cable">{near.map(line)}</Section>
        <Section title="In other cables">
          {far.map((summary, index) => line(summary, near.length + index))}
        </Section>
      </FoundList>
    </div>
  );
}

interface FoundListProps {
  readonly id: string;
  readonly at: number;
  readonly children: ReactNode;
}

/** The list of what was found; what is at hand stays in sight. */
function FoundList({ id, at, children }: FoundListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at !== -1)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Annotations to link with"
      className="find-annotation-list"
      tabIndex={-1}
    >
      {children}
    </div>
  );
}

function Section({ title, children }: { title: string; children: readonly ReactNode[] }) {
  const head = useId();
  if (children.length === 0) return null;
  return (
    <div role="group" aria-labelledby={head}>
      <p className="label" id={head}>
        {title}
      </p>
      {children}
    </div>
  );
}

type Finding = Pick<ReturnType<typeof useFoundAnnotations>, 'data' | 'error'>;

/** What was not found, and what to do then; empty where the list says it all. */
function toldOf({ data, error }: Finding, typed: string, offered: number): string {
  if (error) return sentenceOf(error);
  if (!data) return 'Looking through the annotations of the library …';
  if (offered === 0)
    return typed.trim() === ''
      ? 'There is no other annotation in this library yet.'
      : 'No other annotation of this library has these words.';
  if (!data.more) return '';
  return typed.trim() === ''
    ? 'Those changed last; write some words to find others.'
    : `The latest ${OFFERED} with these words; write more to find others.`;
}
