import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { Segment } from '../../domain/collation/collate.ts';
import type { Revision } from '../../domain/history/revision.ts';
import { Comparison } from '../comparison/Comparison.tsx';
import { report, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { announce } from '../status/announce.ts';
import { emend } from '../workbench/emending.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { restore, useCompared, useRevisions, useRevisionText } from './revisions.ts';
import { Source } from './Source.tsx';
import { choiceOf, standingOf } from './words.ts';

/** Two revisions of the text on the desk with their differences, and what the original has there. */
export function CompareSheet() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  return (
    <SheetFrame sheet="compare" title="Compare revisions" className="compare">
      {cable && <Compared cableId={cable.summary.id} />}
    </SheetFrame>
  );
}

function Compared({ cableId }: { readonly cableId: string }) {
  const { data: revisions = [] } = useRevisions(cableId);
  const compared = useCompared();
  const [now] = revisions;
  const find = (id: string | null) => revisions.find((revision) => revision.id === id) ?? now;
  const [left, right] = [find(compared.left), find(compared.right)];
  const leftText = useRevisionText(cableId, left?.id ?? null, left === now);
  const rightText = useRevisionText(cableId, right?.id ?? null, right === now);
  const { data: cable } = useCable(cableId);
  if (!left || !right || !now || !cable) return null;

  const choose = (side: 'left' | 'right') => (id: string) =>
    useCompared.setState({ [side]: id === now.id ? null : id });
  /** The revision that is compared with the text as it is now; null where none is, or both are. */
  const other = left === now ? right : left;
  const past = other !== now && (left === now || right === now) ? other : null;
  const nowOf = (segment: Segment) => (left === now ? segment.a : right === now ? segment.b : null);

  async function takeOver(segment: Segment) {
    const place = nowOf(segment);
    const old = left === now ? segment.b : segment.a;
    const text = left === now ? rightText : leftText;
    if (!place || typeof text !== 'string') return;
    await emend(cableId, [{ ...place, insert: text.slice(old.from, old.to) }], null);
    announce('Taken over.');
  }

  const manuscript = manuscriptOf(cable);
  const about = (segment: Segment) => <Source manuscript={manuscript} place={nowOf(segment)} />;

  return (
    <>
      <div className="compare-choice">
        <RevisionChoice
          label="Left"
          revisions={revisions}
          chosen={left}
          onChoose={choose('left')}
        />
        <span>with</span>
        <RevisionChoice
          label="Right"
          revisions={revisions}
          chosen={right}
          onChoose={choose('right')}
        />
        <Button
          className="quiet"
          onPress={() => useCompared.setState({ left: compared.right, right: compared.left })}
        >
          Swap
        </Button>
        {past && (
          <Button
            className="button compare-restore"
            onPress={() => void restore(cableId, past).catch(report)}
          >
            Restore {past.number === 0 ? 'the text as cleaning left it' : `revision ${past.number}`}
          </Button>
        )}
      </div>
      {typeof leftText === 'string' && typeof rightText === 'string' && (
        <Comparison
          key={`${compared.left} ${compared.right}`}
          left={{ title: titleOf(left, now), text: leftText }}
          right={{ title: titleOf(right, now), text: rightText }}
          takeOverWords={
            past?.number === 0 ? 'Read as cleaning did' : `Take over from revision ${past?.number}`
          }
          onTakeOver={past ? takeOver : undefined}
          about={about}
          autoFocus
        />
      )}
    </>
  );
}

function titleOf(revision: Revision, now: Revision): string {
  return revision === now ? `Now (revision ${revision.number})` : standingOf(revision);
}

interface RevisionChoiceProps {
  readonly label: string;
  /** The revisions, the newest first. */
  readonly revisions: readonly Revision[];
  readonly chosen: Revision;
  readonly onChoose: (id: string) => void;
}

function RevisionChoice({ label, revisions, chosen, onChoose }: RevisionChoiceProps) {
  return (
    <Select
      aria-label={label}
      value={chosen.id}
      onChange={(key) => typeof key === 'string' && onChoose(key)}
    >
      <Button className="button">
        <SelectValue />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <ListBox className="menu" items={revisions}>
          {(revision) => (
            <ListBoxItem id={revision.id} textValue={wordsOf(revision, revisions)}>
              {wordsOf(revision, revisions)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

function wordsOf(revision: Revision, [now]: readonly Revision[]): string {
  return revision === now ? `Now · ${choiceOf(revision)}` : choiceOf(revision);
}
