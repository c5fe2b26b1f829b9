import '../design/sheet-form.css';
import './TagSheet.css';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { request } from '../bridge.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count, inDigits } from '../desk/words.ts';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { announce } from '../status/announce.ts';
import { MergePanel } from './MergePanel.tsx';
import { narrowed } from './narrowed.ts';
import { NewTag } from './NewTag.tsx';
import { SplitPanel } from './SplitPanel.tsx';
import { TagForm } from './TagForm.tsx';
import { TagTree } from './TagTree.tsx';
import { type ListedTag, useVocabulary, type Vocabulary } from './vocabulary.ts';
import { undoWords } from './words.ts';

/** The vocabulary of the library: its tags as a tree, and what can be done with each. */
export function TagSheet() {
  const { data: library } = useLibrary();
  useCommand('tag.edit', () => useDesk.setState({ sheet: 'tags' }), Boolean(library));
  return (
    <SheetFrame sheet="tags" title="Tags" className="tags">
      <Tags />
      <ImportProgress />
    </SheetFrame>
  );
}

/** How many tags a vocabulary has at most that is shown all open at first. */
const ALL_OPEN = 60;

function Tags() {
  const vocabulary = useVocabulary();
  const tree = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string> | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<'merge' | 'split' | null>(null);
  // The field keeps up with the reader; the tree follows when it can.
  const words = useDeferredValue(typed);
  const shown = useMemo(() => narrowed(vocabulary, words), [vocabulary, words]);
  const atFirst = useMemo(() => openAtFirst(vocabulary), [vocabulary]);
  const open = words === '' ? (opened ?? atFirst) : shown.open;
  const chosen = useMemo(() => chosenOf(vocabulary, picked), [vocabulary, picked]);

  /** Chooses a tag, wherever in the tree it stands, and leaves what was being done. */
  const choose = (id: string, parentId: string | null = null) => {
    setPicked(new Set([id]));
    setDoing(null);
    setTyped('');
    if (parentId !== null) setOpened(new Set([...(opened ?? open), ...lineAbove(parentId)]));
  };
  const lineAbove = (id: string): string[] => {
    const tag = vocabulary.byId.get(id);
    return tag?.parentId ? [id, ...lineAbove(tag.parentId)] : [id];
  };

  const move = async (id: string, parentId: string | null) => {
    const tag = await request('tag.update', { id, parentId });
    const parent = parentId === null ? undefined : vocabulary.byId.get(parentId);
    const where = parent ? `below ${parent.name}` : 'to the top';
    announce(`Moved ${tag.name} ${where}. ${undoWords()} brings it back.`);
    choose(id, parentId);
  };

  return (
    <div className="vocabulary">
      <div className="sheet-list">
        <TagTree
          ref={tree}
          vocabulary={vocabulary}
          shown={shown}
          typed={typed}
          onType={setTyped}
          open={open}
          onOpen={setOpened}
          chosen={new Set(chosen.map(({ tag }) => tag.id))}
          onChoose={(ids) => {
            setPicked(ids);
            setDoing(null);
          }}
          onMove={(id, parentId) => void move(id, parentId).catch(report)}
        />
        <NewTag onMade={({ id, parentId }) => choose(id, parentId)} />
      </div>
      <Chosen
        chosen={chosen}
        doing={doing}
        onDo={setDoing}
        onHold={(id) => picked.has(id) || setPicked(new Set([id]))}
        onMove={(id, parentId) => void move(id, parentId).catch(report)}
        onDone={(id) => {
          if (id !== null) choose(id);
          tree.current?.focus();
        }}
      />
      <footer className="vocabulary-foot">
        <p role="status">{sumWords(vocabulary, words, shown.found)}</p>
        {vocabulary.tags.length > 0 && (
          <CommandButton name="vocabulary.starter">For diplomatic cables…</CommandButton>
        )}
        <CommandButton name="vocabulary.import">Import…</CommandButton>
        {vocabulary.tags.length > 0 && (
          <CommandButton name="vocabulary.export">Export…</CommandButton>
        )}
      </footer>
    </div>
  );
}

interface ChosenProps {
  readonly chosen: readonly ListedTag[];
  readonly doing: 'merge' | 'split' | null;
  readonly onDo: (doing: 'merge' | 'split' | null) => void;
  /** A tag that is being worked on stays chosen, wherever its new name puts it in the tree. */
  readonly onHold: (id: string) => void;
  readonly onMove: (id: string, parentId: string | null) => void;
  /** Something was done, and this tag is to be chosen; null where the next one is. */
  readonly onDone: (id: string | null) => void;
}

/** What can be done with the tags chosen. */
function Chosen({ chosen, doing, onDo, onHold, onMove, onDone }: ChosenProps) {
  const [first] = chosen;
  if (!first)
    return (
      <div className="sheet-none">
        <p>Make a first tag at the left, or begin with some.</p>
        <CommandButton name="vocabulary.starter">Take tags for diplomatic cables…</CommandButton>
      </div>
    );
  const { id } = first.tag;
  if (chosen.length > 1) return <MergePanel chosen={chosen} onMerged={onDone} onCancel={null} />;
  return (
    <div className="sheet-place" onFocus={() => onHold(id)}>
      {doing === 'merge' && (
        <MergePanel key={id} chosen={chosen} onMerged={onDone} onCancel={() => onDo(null)} />
      )}
      {doing === 'split' && (
        <SplitPanel key={id} listed={first} onSplit={onDone} onCancel={() => onDo(null)} />
      )}
      {doing === null && (
        <TagForm
          key={id}
          listed={first}
          onMove={(parentId) => onMove(id, parentId)}
          onMerge={() => onDo('merge')}
          onSplit={() => onDo('split')}
          onDeleted={() => onDone(null)}
        />
      )}
    </div>
  );
}

/** The tags chosen that are still there, in the order of the tree; the first of all where there are none. */
function chosenOf({ listed }: Vocabulary, picked: ReadonlySet<string>): readonly ListedTag[] {
  const there = listed.filter(({ tag }) => picked.has(tag.id));
  return there.length > 0 ? there : listed.slice(0, 1);
}

function openAtFirst({ tags }: Vocabulary): ReadonlySet<string> {
  return new Set(tags.length > ALL_OPEN ? [] : tags.map(({ id }) => id));
}

/** How many tags there are, or are shown. */
function sumWords({ tags, listed }: Vocabulary, typed: string, found: number): string {
  if (typed !== '') return `${inDigits(found)} of ${count(tags.length, 'tag')}`;
  const uses = listed.reduce((sum, each) => sum + each.uses, 0);
  return `${count(tags.length, 'tag')}, ${count(uses, 'use')}`;
}
