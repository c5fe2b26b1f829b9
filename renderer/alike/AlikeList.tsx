import { useMemo, useState } from 'react';
import type { AlikePlace } from '../../domain/alike/alike.ts';
import { folded } from '../../domain/apparatus/words.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { count, inDigits } from '../desk/words.ts';
import { Box } from './Box.tsx';
import { checkedOf, type Left, type Row, rowsOf, toggled } from './choice.ts';
import type { Found } from './searching.ts';
import { showPlace } from './showing.ts';
import { shown } from './words.ts';

/** A line's height before it has been measured, in pixels. */
const LINE = 51;

interface AlikeListProps {
  readonly found: Found;
  readonly left: Left;
  readonly replace: string;
  /** Whether the list is that of an older question, while a search is under way. */
  readonly old: boolean;
  readonly onChange: (left: Left) => void;
}

/**
 * All places by their cables, each with what it becomes. Space leaves a place out or takes it in, on
 * the line of a cable all of its places; Enter shows it on the workbench.
 */
export function AlikeList({ found, left, replace, old, onChange }: AlikeListProps) {
  const rows = useMemo(() => rowsOf(found), [found]);
  const [active, setActive] = useState<number | null>(null);
  const tick = (row: Row | undefined) => row && !old && onChange(toggled(row.keys, left));
  const show = (row: Row | undefined) => {
    if (!row || row.type === 'rest') return;
    showPlace(row.type === 'cable' ? row.first : row.place);
  };
  return (
    <div
      className={old ? 'alike-all old' : 'alike-all'}
      style={{ flex: `0 1 ${rows.length * LINE}px` }}
    >
      <VirtualListBox
        label="Places"
        count={rows.length}
        active={active}
        estimate={LINE}
        onMove={setActive}
        onAct={(index) => show(rows[index])}
        onTick={(index) => tick(rows[index])}
        checked={(index) => checkedOf(rows[index]?.keys ?? [], left)}
      >
        {(index) => {
          const row = rows[index];
          if (!row) return null;
          const checked = checkedOf(row.keys, left);
          return (
            <div className={`alike-line of-${row.type}`}>
              <Box checked={checked} onPress={() => tick(row)} />
              <Line row={row} left={left} replace={replace} />
            </div>
          );
        }}
      </VirtualListBox>
    </div>
  );
}

interface LineProps {
  readonly row: Row;
  readonly left: Left;
  readonly replace: string;
}

function Line({ row, left, replace }: LineProps) {
  if (row.type === 'rest') return <p>{count(row.count, 'more place')}, not shown</p>;
  const out = row.keys.filter((key) => left.has(key)).length;
  if (row.type === 'place') return <Words {...row.place} replace={out > 0 ? null : replace} />;
  return (
    <p className="alike-cable">
      <span className="alike-title">{row.first.title}</span>{' '}
      <span className="alike-count">
        {count(row.keys.length, 'place')}
        {out > 0 && `, ${inDigits(out)} left out`}
      </span>
    </p>
  );
}

interface WordsProps extends Pick<AlikePlace, 'before' | 'found' | 'after'> {
  /** What is to stand there; null where it is left out. */
  readonly replace: string | null;
}

/** A place among its words: what goes is struck through, what comes is underlined. */
function Words({ before, found, after, replace }: WordsProps) {
  return (
    <p className="alike-words">
      <span className="alike-context">{folded(before)}</span>
      {replace === null ? (
        <span>{shown(found)}</span>
      ) : (
        <>
          <span className="by-ear">, out: </span>
          <del>{shown(found)}</del>
          {replace !== '' && (
            <>
              <span className="by-ear">, in: </span>
              <ins>{shown(replace)}</ins>
            </>
          )}
          <span className="by-ear">, </span>
        </>
      )}
      <span className="alike-context">{folded(after)}</span>
    </p>
  );
}
