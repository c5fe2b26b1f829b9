import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import { useTags } from '../desk/queries.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { quoteOf } from './words.ts';

interface FoundLineProps {
  readonly id: string;
  readonly summary: AnnotationSummary;
  /** Whether it is of another cable, which is then named. */
  readonly elsewhere: boolean;
  /** Whether Enter would choose it. */
  readonly atHand: boolean;
  readonly onChoose: () => void;
}

/** An annotation that was found: its words, the beginning of its note, its tags, its cable. */
export function FoundLine({ id, summary, elsewhere, atHand, onChoose }: FoundLineProps) {
  const { title, note, tagIds } = summary;
  const { data = [] } = useTags();
  const tags = tagIds.flatMap((each) => data.find(({ tag }) => tag.id === each)?.tag ?? []);
  return (
    // The field hears the keys of the list, and keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={atHand}
      className="found"
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="found-words">{quoteOf(summary)}</span>
      {note !== '' && <span className="found-note">{shortened(note.replace(/\s+/gu, ' '))}</span>}
      {(elsewhere || tags.length > 0) && (
        <span className="found-facts">
          {tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
          {elsewhere && <span>{title}</span>}
        </span>
      )}
    </div>
  );
}
