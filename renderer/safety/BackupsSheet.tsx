import './safety.css';
import { useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import type { Backup } from '../../domain/safety/backup.ts';
import { DAYS_KEPT, NEWEST_KEPT } from '../../domain/safety/keeping.ts';
import { useCommand } from '../commands/commands.ts';
import { report } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { sentenceOf } from '../desk/words.ts';
import { momentOf } from '../metadata/dates.ts';
import { useUnopened } from './offer.ts';
import { backUp, restore, showBackups, useBackups, useShelf } from './shelf.ts';
import { backupFacts } from './words.ts';

/** The backups of a library, and the way back to one of them. */
export function BackupsSheet() {
  const { data: library } = useLibrary();
  const unopened = useUnopened();
  useCommand('backup.make', backUp, Boolean(library));
  useCommand(
    'backup.list',
    () => showBackups(library ? null : (unopened?.path ?? null)),
    Boolean(library) || unopened !== null,
  );
  return (
    <SheetFrame sheet="backups" title="Backups" className="backups">
      <Backups />
    </SheetFrame>
  );
}

function Backups() {
  const { path, busy, said } = useShelf();
  const { data: library } = useLibrary();
  const unopened = useUnopened();
  const { data, error } = useBackups(path);
  const [chosen, setChosen] = useState<string | null>(null);
  const backups = data?.backups ?? [];
  const one = backups.find(({ name }) => name === chosen) ?? backups.find(({ sound }) => sound);
  const damaged = path !== null && unopened?.path === path ? unopened : null;
  return (
    <>
      <div className="backups-about">
        <p className="backups-name">{damaged?.name ?? library?.name}</p>
        {damaged && <p className="backups-wrong">{damaged.sentence}</p>}
      </div>
      {backups.length > 0 && (
        <ListBox
          className="backups-list"
          aria-label="Backups, newest first"
          items={backups.map((backup) => ({ id: backup.name, backup }))}
          dependencies={[one]}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          disabledKeys={backups.filter(({ sound }) => !sound).map(({ name }) => name)}
          selectedKeys={one ? [one.name] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            setChosen(typeof key === 'string' ? key : null);
          }}
        >
          {({ backup }) => <Line backup={backup} />}
        </ListBox>
      )}
      {data && backups.length === 0 && (
        <p className="sheet-none">There is no backup of this library yet.</p>
      )}
      <p className="backups-rule">
        Kept are the {NEWEST_KEPT} newest, and one a day for {DAYS_KEPT} days. Each is a whole
        library in a file of its own, in <span className="backups-folder">{data?.folder}</span>
      </p>
      <footer className="backups-foot">
        <p role="status">{busy ?? (error ? sentenceOf(error) : said)}</p>
        {path === null && library && (
          <Button
            className="button"
            isDisabled={busy !== null}
            onPress={() => void backUp().catch(report)}
          >
            Back up now
          </Button>
        )}
        {one && (
          <Button
            className="button primary"
            isDisabled={busy !== null}
            onPress={() => void restore(one.name, one.made).catch(report)}
          >
            Restore that of {momentOf(one.made)}
          </Button>
        )}
      </footer>
    </>
  );
}

function Line({ backup }: { readonly backup: Backup }) {
  const when = momentOf(backup.made);
  return (
    <ListBoxItem
      id={backup.name}
      className="backup-line"
      textValue={`${when}, ${backupFacts(backup)}`}
    >
      <span className="backup-when">{when}</span>
      <span className="backup-facts">{backupFacts(backup)}</span>
      {!backup.sound && <span className="chip waiting">damaged</span>}
    </ListBoxItem>
  );
}
