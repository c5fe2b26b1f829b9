import type { ConcordanceLine } from '../../domain/search/result.ts';
import { shortDate } from '../metadata/dates.ts';
import { Box } from '../places/Box.tsx';
import { TagChip } from '../tags/TagChip.tsx';
import { useVocabulary } from '../tags/vocabulary.ts';
import { type Ordered, useLineAt } from './pages.ts';
import { isMarked, type Marks } from './marks.ts';
import { STALE } from './words.ts';

interface LineProps {
  readonly ordered: Ordered;
  readonly at: number;
  readonly marks: Marks;
  readonly onMark: (line: ConcordanceLine) => void;
  readonly onOpen: (line: ConcordanceLine) => void;
}

/** A line: its cable, the words before, the hit, the words after, and the tags that stand on the hit. */
export function Line({ ordered, at, marks, onMark, onOpen }: LineProps) {
  const line = useLineAt(ordered, at);
  const { byId } = useVocabulary();
  if (!line) return <div className="kwic" aria-busy="true" />;
  const { number, date, title, before, hit, after, side, stale, tagIds } = line;
  const tags = tagIds.flatMap((id) => byId.get(id) ?? []);
  return (
    <div className="kwic" onDoubleClick={() => onOpen(line)}>
      <Box checked={isMarked(marks, line.line)} onPress={() => onMark(line)} />
      <span className="kwic-cable" title={title}>
        {number !== null && <span className="kwic-number">{number}</span>}
        {date !== null && <span className="kwic-date">{shortDate(date.slice(0, 10))}</span>}
        <span className="kwic-title">{title}</span>
        {side === 'original' && <span className="chip">original</span>}
      </span>
      {stale ? (
        <span className="kwic-stale">{STALE}</span>
      ) : (
        <>
          <span className="kwic-before">{before}</span>
          <span className="kwic-after">
            <mark className="kwic-hit">{hit}</mark>
            {after}
          </span>
        </>
      )}
      <span className="kwic-tags">
        {tags.length > 0 && <span className="by-ear">, tagged </span>}
        {tags.map((tag) => (
          <TagChip key={tag.id} tag={tag} />
        ))}
      </span>
    </div>
  );
}
