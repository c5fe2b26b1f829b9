import { shortened } from '../../domain/apparatus/words.ts';
import { collate } from '../../domain/collation/collate.ts';
import { contextAfter, contextBefore } from '../proposals/words.ts';

interface ComparedProps {
  /** The words as they were, and as they stand now. */
  readonly was: string;
  readonly now: string;
  /** What stands before and after them now. */
  readonly before: string;
  readonly after: string;
}

/** Words as they were and as they are, one above the other, those that differ marked. */
export function Compared({ was, now, before, after }: ComparedProps) {
  const segments = collate(folded(was), folded(now));
  const [old, fresh] = [folded(was), folded(now)];
  return (
    <span className="likely-words">
      <span className="likely-now">
        <span className="by-ear">now </span>
        <span className="likely-context">{contextBefore(folded(before))}</span>
        {segments.map(({ same, b }) => {
          const words = shortened(fresh.slice(b.from, b.to));
          return same || words === '' ? words : <ins key={b.from}>{words}</ins>;
        })}
        <span className="likely-context">{contextAfter(folded(after))}</span>
      </span>
      {old !== fresh && (
        <span className="likely-was">
          <span className="likely-label">was </span>
          {segments.map(({ same, a }) => {
            const words = shortened(old.slice(a.from, a.to));
            return same || words === '' ? words : <del key={a.from}>{words}</del>;
          })}
        </span>
      )}
    </span>
  );
}

function folded(words: string): string {
  return words.replace(/\s+/gu, ' ');
}
