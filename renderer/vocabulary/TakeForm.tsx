import { useMemo, useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { request } from '../bridge.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { report, useDesk } from '../desk/desk.ts';
import { useTags } from '../desk/queries.ts';
import { count } from '../desk/words.ts';
import { Box } from '../places/Box.tsx';
import { announce } from '../status/announce.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { tagKeyLabel } from '../tags/TagLine.tsx';
import { undoWords } from '../tags/words.ts';
import type { Offer } from './exchange.ts';
import { checkedAt, type LeftOut, previewOf, type Row, rowsOf, toggledAt } from './preview.ts';
import { deedWords, putCount, sumWords } from './words.ts';

/** A line's height before it has been measured, in pixels. */
const LINE = 46;

/** What taking tags over would do, branch by branch; each can be left out. */
export function TakeForm({ offer: { origin, concepts, warnings } }: { readonly offer: Offer }) {
  const { data } = useTags();
  const tags = useMemo(() => (data ?? []).map(({ tag }) => tag), [data]);
  const all = useMemo(() => rowsOf(previewOf(tags, concepts).taken), [tags, concepts]);
  const [left, setLeft] = useState<LeftOut>(new Set());
  const [onlyChanging, setOnlyChanging] = useState(false);
  const chosen = useMemo(() => concepts.filter(({ id }) => !left.has(id)), [concepts, left]);
  const { taken, problems } = useMemo(() => previewOf(tags, chosen), [tags, chosen]);
  const [running, setRunning] = useState(false);
  const put = putCount(taken);
  const sentences = [...warnings, ...problems];

  async function take() {
    setRunning(true);
    try {
      await request('vocabulary.take', { concepts: chosen });
      announce(`Took over ${count(put, 'tag')}. ${undoWords()} brings back what was.`);
      useDesk.setState({ sheet: 'tags' });
    } catch (error) {
      report(error);
    } finally {
      setRunning(false);
    }
  }

  return (
    <>
      <div className="exchange-head">
        <p>{origin}</p>
        {sentences.length > 0 && <Sentences sentences={sentences} />}
        {all.some(({ deed }) => deed === 'same') && (
          <Checkbox className="tick" isSelected={onlyChanging} onChange={setOnlyChanging}>
            {({ isSelected }) => (
              <>
                <Box checked={isSelected} />
                Show only what is new or changes
              </>
            )}
          </Checkbox>
        )}
      </div>
      <Rows rows={all} onlyChanging={onlyChanging} left={left} onChange={setLeft} />
      <footer className="exchange-foot">
        <p role="status">{running ? 'Taking over …' : sumWords(taken)}</p>
        <Button
          className="button primary"
          isDisabled={put === 0 || running || !data}
          onPress={() => void take()}
        >
          {put === 0 ? 'Take over' : `Take over ${count(put, 'tag')}`}
        </Button>
      </footer>
    </>
  );
}

/** What was passed over, and what cannot be had as it is told. */
function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    // What scrolls must be reachable by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className="exchange-warnings" aria-label="To be noted" tabIndex={0}>
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly onlyChanging: boolean;
  readonly left: LeftOut;
  readonly onChange: (left: LeftOut) => void;
}

/** The tags as they would be. Space or a press leaves one out with those below it, or takes it in. */
function Rows({ rows, onlyChanging, left, onChange }: RowsProps) {
  const [active, setActive] = useState<number | null>(null);
  const places = useMemo(() => {
    const all = [...rows.keys()];
    return onlyChanging ? all.filter((at) => rows[at]?.deed !== 'same') : all;
  }, [rows, onlyChanging]);
  const tick = (index: number) => {
    const at = places[index];
    if (at !== undefined) onChange(toggledAt(rows, at, left));
  };
  const checked = (index: number) => checkedAt(rows, places[index] ?? 0, left);
  return (
    <VirtualListBox
      label="Tags to take over"
      className="exchange-rows"
      count={places.length}
      active={active}
      estimate={LINE}
      onMove={setActive}
      checked={checked}
      onTick={tick}
      onAct={(index) => tick(index)}
    >
      {(index) => {
        const row = rows[places[index] ?? 0];
        return row && <Line row={row} checked={checked(index)} />;
      }}
    </VirtualListBox>
  );
}

/** How far a line is moved in for each tag above it, in pixels. */
const STEP = 22;

function Line({ row, checked }: { readonly row: Row; readonly checked: boolean | 'mixed' }) {
  const { taken, depth, deed } = row;
  const { key, description } = taken.tag;
  return (
    <div
      className="exchange-row"
      data-out={checked === false}
      style={{ paddingLeft: 21 + depth * STEP }}
    >
      <Box checked={checked} />
      <div>
        <p className="exchange-name">
          <TagChip tag={taken.tag} />
          {key !== null && <kbd>{tagKeyLabel(key)}</kbd>}
        </p>
        {description !== '' && <p className="exchange-description">{description}</p>}
      </div>
      <span className={`exchange-deed ${deed}`}>{deedWords(taken)}</span>
    </div>
  );
}
