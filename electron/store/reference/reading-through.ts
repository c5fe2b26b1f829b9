import { setImmediate, setTimeout } from 'node:timers/promises';
import { valuesOf } from '../../../domain/metadata/effective.ts';
import type { MetadataField } from '../../../domain/metadata/metadata.ts';
import { referencesOf } from '../../../domain/reference/find.ts';
import type { Known } from '../../../domain/reference/resolve.ts';
import { transact } from '../database.ts';
import type { Library } from '../library.ts';
import { inTurns, type Steps } from '../search/turns.ts';
import type { Referring } from './reference-table.ts';
import { traceOf } from '../../trace.ts';

/** How many cables are looked through in one transaction, by somebody who waits for them, and in the background. */
const SLICE = 16;
const SMALL_SLICE = 4;

/** Looks a cable through: what it refers to, and what of itself others refer to it by. */
function lookThrough({ cables, index, references }: Library, row: number): Referring {
  const cableId = index.lines.idOf(row);
  const { structure } = cables.findings(cableId);
  const told = cables.known(cableId);
  const values = (field: MetadataField) => valuesOf(told, field);
  const edition = references.volumeOf(cableId);
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

/** What a volume is called, by the name of its file: `frus1961-63v12.xml` is `frus1961-63v12`. */
function editionOf(fileName: string): string {
  return fileName.replace(/\.[a-z]+$/iu, '').toLowerCase();
}

/** Looks through whatever has to be, so many cables at a time; nothing where all is in step. */
function* stepsOf(library: Library, slice: number): Steps<void> {
  const { db, references } = library;
  for (;;) {
    const rows = db.open ? references.unread(slice) : [];
    if (rows.length === 0) return;
    transact(db, () => {
      for (const row of rows) references.put(row, lookThrough(library, row));
    });
    yield;
  }
}

/** Waits until all references are those of the texts as they are now. */
export function readThrough(library: Library): Promise<void> {
  return inTurns(stepsOf(library, SLICE));
}

/** How long nobody must have asked for anything before texts are looked through, in milliseconds. */
const REST = 300;

/** When somebody has asked for something last, and whether texts are being looked through. */
const asked = new WeakMap<Library, number>();
const under = new WeakSet<Library>();

/** Looks texts through as soon as nobody asks for anything; a failure is told to `log`, and tried again later. */
export function readInBackground(library: Library, log: (sentence: string) => void): void {
  asked.set(library, performance.now());
  if (under.has(library) || !library.db.open || library.references.unread(1).length === 0) return;
  under.add(library);
  void slowly(library)
    .catch((error: unknown) => log(`References could not be looked for: ${traceOf(error)}`))
    .finally(() => under.delete(library));
}

async function slowly(library: Library): Promise<void> {
  for (const steps = stepsOf(library, SMALL_SLICE); ;) {
    const rested = performance.now() - (asked.get(library) ?? 0);
    // Nothing is kept waiting by this, least of all the end of the program.
    await (rested < REST ? setTimeout(REST - rested, undefined, { ref: false }) : setImmediate());
    if (!library.db.open || library.db.inTransaction) return;
    if (performance.now() - (asked.get(library) ?? 0) < REST) continue;
    if (steps.next().done) return;
  }
}
