import { setImmediate } from 'node:timers/promises';
import { valuesOf } from '../../../domain/metadata/effective.ts';
import type { MetadataField } from '../../../domain/metadata/metadata.ts';
import { referencesOf } from '../../../domain/reference/find.ts';
import type { Known } from '../../../domain/reference/resolve.ts';
import { transact } from '../database.ts';
import type { Library } from '../library.ts';
import { inTurns, type Steps } from '../search/turns.ts';
import type { Referring } from './reference-table.ts';

/** How many cables are looked through in one transaction. */
const SLICE = 16;

/** Looks a cable through: what it refers to, and what of itself others refer to it by. */
function lookThrough({ cables, index }: Library, row: number): Referring {
  const cableId = index.lines.idOf(row);
  const { structure, metadata } = cables.findings(cableId);
  const emended = FIELDS.flatMap((field) => cables.fieldEmendation(cableId, field) ?? []);
  const values = (field: MetadataField) => valuesOf({ metadata, fieldEmendations: emended }, field);
  const edition = cables.editions.of(cableId)?.edition.fileName ?? null;
  const known: Known = {
    number: values('number')[0] ?? null,
    telegramNumber: values('telegramNumber')[0] ?? null,
    title: values('title')[0] ?? null,
    kind: values('kind')[0] ?? null,
    date: values('date')[0] ?? null,
    from: values('from'),
    to: values('to'),
    edition: edition && editionOf(edition),
  };
  const transcription = index.reading(row) ?? cables.textOf(cableId, 'transcription');
  const original = cables.searchedOriginal(cableId);
  return { references: referencesOf(transcription, original, structure), known };
}

const FIELDS = ['title', 'number', 'telegramNumber', 'kind', 'date', 'from', 'to'] as const;

/** What a volume is called, by the name of its file: `frus1961-63v12.xml` is `frus1961-63v12`. */
function editionOf(fileName: string): string {
  return fileName.replace(/\.[a-z]+$/iu, '').toLowerCase();
}

/** Looks through whatever has to be; nothing where all is in step. */
function* stepsOf(library: Library): Steps<void> {
  const { db, references } = library;
  for (;;) {
    const rows = db.open ? references.unread(SLICE) : [];
    if (rows.length === 0) return;
    transact(db, () => {
      for (const row of rows) references.put(row, lookThrough(library, row));
    });
    yield;
  }
}

/** Waits until all references are those of the texts as they are now. */
export function readThrough(library: Library): Promise<void> {
  return inTurns(stepsOf(library));
}

const under = new WeakSet<Library>();

/** Looks texts through while nobody asks for anything; a failure is told to `log`, and tried again later. */
export function readInBackground(library: Library, log: (sentence: string) => void): void {
  if (under.has(library) || !library.db.open || library.references.unread(1).length === 0) return;
  under.add(library);
  void slowly(library)
    .catch((error: unknown) => log(`References could not be looked for: ${String(error)}`))
    .finally(() => under.delete(library));
}

async function slowly(library: Library): Promise<void> {
  for (const steps = stepsOf(library); ;) {
    await setImmediate();
    // An action may have its transaction open between two of its turns.
    if (!library.db.open || library.db.inTransaction) return;
    if (steps.next().done) return;
  }
}
