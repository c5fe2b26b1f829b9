import './StatusLine.css';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { commands } from '../../domain/command.ts';
import type { UndoOutcome } from '../../domain/journal/operation.ts';
import { request } from '../bridge.ts';
import { give, useCommand } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { openCable } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { working } from '../library/work.ts';
import { timeOfDay } from '../metadata/dates.ts';
import { FoundStatus } from '../search/FoundStatus.tsx';
import { CaretPlace } from '../workbench/CaretPlace.tsx';
import { announce, useAnnounced } from './announce.ts';
import { useSaved, watchSaving } from './saved.ts';
import { Unplaced } from './Unplaced.tsx';

/** How undo and redo are called where they take back much. */
const UNDOING = { name: 'Undo', thing: 'change' };
const REDOING = { name: 'Redo', thing: 'change' };

/** What is saved, what undo and redo would do, what has become of the annotations, and where the reader is. */
export function StatusLine() {
  const { data: library } = useLibrary();
  const undo = library?.undo.undo ?? null;
  const redo = library?.undo.redo ?? null;
  useCommand(
    'journal.undo',
    async () => show(await working(UNDOING, request('journal.undo', {})), 'Undone'),
    undo !== null,
  );
  useCommand(
    'journal.redo',
    async () => show(await working(REDOING, request('journal.redo', {})), 'Redone'),
    redo !== null,
  );
  return (
    <footer className="status">
      {library && <Saved />}
      {undo !== null && <Journal command="journal.undo" label={undo} />}
      {redo !== null && <Journal command="journal.redo" label={redo} />}
      <Unplaced />
      <Announcer />
      <span className="status-space" />
      <FoundStatus />
      <CaretPlace />
    </footer>
  );
}

/** Shows where something was undone or redone. */
function show({ label, cableId }: UndoOutcome, what: string) {
  if (cableId !== null) openCable(cableId);
  announce(`${what}: ${label}`);
}

function Saved() {
  const { at, waiting, failure } = useSaved();
  useEffect(watchSaving, []);
  if (failure !== null)
    return (
      <span className="not-saved warn" title={failure}>
        Not saved: {failure}
      </span>
    );
  if (waiting) return <span className="saved">Saving…</span>;
  return <span className="saved">{at ? `Saved ${timeOfDay(at)}` : 'Everything saved'}</span>;
}

interface JournalProps {
  readonly command: 'journal.undo' | 'journal.redo';
  readonly label: string;
}

function Journal({ command, label }: JournalProps) {
  const { title, key } = commands[command];
  return (
    <Button className="quiet journal" onPress={() => give(command)}>
      <span className="journal-label">
        {title}: {label}
      </span>{' '}
      <kbd>{keyLabel(key)}</kbd>
    </Button>
  );
}

function Announcer() {
  const { sentence, times } = useAnnounced();
  return (
    <p className="by-ear" role="status">
      <span key={times}>{sentence}</span>
    </p>
  );
}
