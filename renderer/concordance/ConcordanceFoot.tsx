import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { request } from '../bridge.ts';
import { give } from '../commands/commands.ts';
import { report } from '../desk/desk.ts';
import { queryClient, useLibrary } from '../desk/queries.ts';
import { count, inDigits } from '../desk/words.ts';
import { working } from '../library/work.ts';
import { TagsButton } from '../occurrences/TagsButton.tsx';
import { announce } from '../status/announce.ts';
import { useVocabulary } from '../tags/vocabulary.ts';
import { type Made, makeConcordance, useConcordance } from './making.ts';
import { chosenOf, markedOf, NONE } from './marks.ts';
import { saveLines } from './saving.ts';
import { taggedWords } from './words.ts';

/** The foot of the sheet: what was done, and what can be done with the lines. */
export function ConcordanceFoot({ made }: { readonly made: Made | null }) {
  const { outcome, old } = useConcordance();
  const [busy, setBusy] = useState<string | null>(null);
  const { data: library } = useLibrary();
  // What has been taken back, or is no longer the last thing done, has been said.
  const holds = outcome && (outcome.undo === null || outcome.undo === library?.undo.undo);
  const { words, undo } = holds ? outcome : { words: '', undo: null };
  return (
    <footer className="sheet-foot kwic-foot">
      <p role="status">
        {busy ?? words}
        {busy === null && undo !== null && (
          <>
            {' '}
            <Button className="link" onPress={() => give('journal.undo')}>
              Undo
            </Button>
          </>
        )}
        {busy === null && words === '' && made && old && (
          <>
            The library has changed since these lines were found.{' '}
            <Button className="link" onPress={() => void makeConcordance(made.query).catch(report)}>
              Make it anew
            </Button>
          </>
        )}
      </p>
      {made && made.lines > 0 && <Tagging made={made} busy={busy !== null} onBusy={setBusy} />}
      {made && made.lines > 0 && <SaveButton made={made} onBusy={setBusy} />}
    </footer>
  );
}

interface DoingProps {
  readonly made: Made;
  /** Says what is being done, null when it has ended. */
  readonly onBusy: (words: string | null) => void;
}

/** The tags that the marked lines are to get, and a way to put them on. */
function Tagging({ made, busy, onBusy }: DoingProps & { readonly busy: boolean }) {
  const { marks, tagIds: chosen } = useConcordance();
  const { byId } = useVocabulary();
  const tagIds = chosen.filter((id) => byId.has(id));
  const marked = markedOf(marks, made.lines);
  if (marked === 0) return null;
  async function tag() {
    onBusy('Tagging …');
    try {
      const done = await working(
        { name: 'Tagging', thing: 'cable' },
        request('concordance.tag', { id: made.id, ...chosenOf(marks), tagIds: [...tagIds] }),
      );
      const words = taggedWords(done, marked);
      const undo = done.annotations > 0 ? await undoLabel() : null;
      useConcordance.setState({ marks: NONE, outcome: { words, undo } });
      announce(words);
    } finally {
      onBusy(null);
    }
  }
  return (
    <>
      <TagsButton
        label="Tags for the marked lines"
        none="Choose tags"
        tagIds={tagIds}
        onChange={(ids) => useConcordance.setState({ tagIds: ids })}
      />
      {tagIds.length > 0 && !busy && (
        <Button className="button primary" onPress={() => void tag().catch(report)}>
          {`Tag ${count(marked, 'line')}`}
        </Button>
      )}
    </>
  );
}

/** What undoing the last action is called. */
async function undoLabel(): Promise<string | null> {
  const state = await request('library.state', {});
  queryClient.setQueryData(['library'], state);
  return state?.undo.undo ?? null;
}

/** Saves the marked lines, or all where none is marked. */
function SaveButton({ made, onBusy }: DoingProps) {
  const { order, marks } = useConcordance();
  const { byId } = useVocabulary();
  const [saving, setSaving] = useState(false);
  const goOn = useRef(true);
  const marked = markedOf(marks, made.lines);
  async function save() {
    goOn.current = true;
    setSaving(true);
    try {
      const words = await saveLines(
        { id: made.id, order },
        {
          total: made.lines,
          marks: marked > 0 ? marks : null,
          tagName: (id) => byId.get(id)?.name ?? '',
          query: made.query,
          tell: (done) => {
            onBusy(`Reading line ${inDigits(done + 1)} of ${inDigits(made.lines)} …`);
            return goOn.current;
          },
        },
      );
      if (words !== null) useConcordance.setState({ outcome: { words, undo: null } });
    } finally {
      setSaving(false);
      onBusy(null);
    }
  }
  if (saving)
    return (
      <Button
        className="button"
        onPress={() => {
          goOn.current = false;
        }}
      >
        Cancel
      </Button>
    );
  return (
    <Button className="button" onPress={() => void save().catch(report)}>
      {marked > 0 ? 'Save marked as CSV…' : 'Save as CSV…'}
    </Button>
  );
}
