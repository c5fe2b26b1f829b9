import '../design/menu.css';
import { useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { tagsById } from '../../domain/tag/tree.ts';
import { useTags } from '../desk/queries.ts';
import { count, sentenceOf } from '../desk/words.ts';
import { Swatch } from '../tags/TagChip.tsx';
import { OFFERED, useFoundAnnotations } from './finding.ts';
import { quoteOf } from './words.ts';

interface FindAnnotationProps {
  /** The annotation that is linked; it is not offered. */
  readonly here: AnnotationSummary;
  readonly onChoose: (found: AnnotationSummary) => void;
}

/** Finds another annotation by its words, note, tags or cable; those of the same cable come first. */
export function FindAnnotation({ here, onChoose }: FindAnnotationProps) {
  const [typed, setTyped] = useState('');
  const found = useFoundAnnotations(typed, here.cableId);
  const { data: tags = [] } = useTags();
  const vocabulary = tagsById(tags.map(({ tag }) => tag));
  const near = (found.data?.here ?? []).filter(({ id }) => id !== here.id);
  const far = found.data?.elsewhere ?? [];
  const line = (summary: AnnotationSummary) => foundLine(summary, here.cableId, vocabulary);
  return (
    <div className="find-annotation">
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label="Find an annotation" className="find-annotation-field">
          <Input
            placeholder="Find an annotation by its words, tags, note or cable"
            maxLength={200}
          />
        </SearchField>
        <p className="find-annotation-told" role="status">
          {toldOf(found, typed, near.length + far.length)}
        </p>
        <ListBox
          className="menu find-annotation-list"
          aria-label="Annotations to link with"
          onAction={(key) => {
            const chosen = [...near, ...far].find(({ id }) => id === key);
            if (chosen) onChoose(chosen);
          }}
        >
          {near.length > 0 && (
            <ListBoxSection id="near">
              <Header className="label">In this cable</Header>
              {near.map(line)}
            </ListBoxSection>
          )}
          {far.length > 0 && (
            <ListBoxSection id="far">
              <Header className="label">In other cables</Header>
              {far.map(line)}
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

function foundLine(
  summary: AnnotationSummary,
  cableId: string,
  vocabulary: ReadonlyMap<string, Tag>,
) {
  const { id, title, note, tagIds } = summary;
  const tags = tagIds.flatMap((tagId) => vocabulary.get(tagId) ?? []);
  const names = tags.map(({ name }) => name).join(', ');
  const where = summary.cableId === cableId ? '' : title;
  const text = [quoteOf(summary), names, where].filter(Boolean).join(', ');
  return (
    <ListBoxItem key={id} id={id} textValue={text} className="found">
      <span className="found-words">{quoteOf(summary)}</span>
      {note !== '' && <span className="found-note">{shortened(note.replace(/\s+/gu, ' '))}</span>}
      <span className="found-facts">
        {tags.map((tag) => (
          <span key={tag.id} className="tag">
            <Swatch colour={tag.colour} />
            {tag.name}
          </span>
        ))}
        {where}
      </span>
    </ListBoxItem>
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
    : `The latest ${count(OFFERED, 'annotation')} of either with these words; write more to find others.`;
}
