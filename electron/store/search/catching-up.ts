import { setImmediate } from 'node:timers/promises';
import type { ImportProgress } from '../../../domain/import/import.ts';
import { transact } from '../database.ts';
import type { Library } from '../library.ts';
import { atOnce, type Steps } from './turns.ts';
import { traceOf } from '../../trace.ts';

/**
 * The version of what is indexed. Whoever changes what the index is fed (`fold.ts`, `fields.ts`) counts it
 * up; libraries are then indexed anew when they are opened.
 */
const INDEX_VERSION = '1';

/** How many cables are indexed in one transaction. */
const SLICE = 16;

/** Up to so many cables are indexed before a library is shown. */
const AT_ONCE = 200;

/** How many cables there are, and how many of them are indexed. */
interface Reached {
  readonly done: number;
  readonly total: number;
}

/**
 * Indexes what has not been indexed by this version, in the order of rows; how far it has come is kept
 * with the library. Cables that are written meanwhile are indexed with what they are.
 */
export function* catchUp(library: Library): Steps<void> {
  const { db, settings } = library;
  const after = db.prepare<[number, number], { row: number; id: string }>(
    'SELECT row, cable_id AS id FROM cable_line WHERE row > ? ORDER BY row LIMIT ?',
  );
  for (;;) {
    if (!db.open) return;
    const from = reached(library);
    if (from === null) return;
    const slice = after.all(from, SLICE);
    const last = slice.at(-1);
    transact(db, () => {
      for (const { id } of slice) indexAnew(library, id);
      settings.set('index', last ? `${INDEX_VERSION} ${last.row}` : INDEX_VERSION);
    });
    if (!last) return;
    yield;
  }
}

/** Writes all that is searched of a cable: its line, texts and fields, and the notes of its annotations. */
function indexAnew({ cables, annotations, index }: Library, cableId: string): void {
  cables.writeIndex(cableId);
  index.settle(cableId);
  index.recount(cableId);
  for (const { id, note } of annotations.notesOf(cableId)) index.notes.put(id, note);
}

/** The last row that this version has indexed; null where it has indexed all. */
function reached({ settings }: Library): number | null {
  const [version, row] = (settings.get('index') ?? '').split(' ');
  if (version !== INDEX_VERSION) return 0;
  return row === undefined ? null : Number(row);
}

/** Whether cables of this library are still to be indexed. */
export function isBehind(library: Library): boolean {
  return reached(library) !== null;
}

/** How far the indexing of a library has come; null where all of it is indexed. */
export function howFar(library: Library): Reached | null {
  const done = reached(library);
  return done === null ? null : { done, total: library.index.lines.last() };
}

/** Indexes at once what a library that has just been opened has too little of to be waited for. */
export function catchUpWithFew(library: Library): void {
  if (isBehind(library) && library.index.lines.last() <= AT_ONCE) atOnce(catchUp(library));
}

/** Who hears of indexing in the background. */
interface Hearing {
  readonly progress: (progress: ImportProgress | null) => void;
  readonly log: (sentence: string) => void;
  /** Stops it; it goes on when the library is opened again. */
  readonly signal: AbortSignal;
  /** Whether something else is under way that tells its own progress. */
  readonly isBusy: () => boolean;
}

/** Indexes a library in the background, with turns for everybody else. */
export async function catchUpInBackground(library: Library, by: Hearing): Promise<void> {
  const { db, path } = library;
  by.log(`Indexing the words of ${path}.`);
  try {
    for (const steps = catchUp(library); ;) {
      await setImmediate();
      if (by.signal.aborted || !db.open) return;
      // An action may have its transaction open between two of its turns.
      if (db.inTransaction) continue;
      const far = howFar(library);
      if (far && !by.isBusy()) by.progress({ ...far, current: WHAT });
      if (steps.next().done) break;
    }
    by.log(`All words of ${path} are indexed.`);
  } catch (error) {
    by.log(`The words of ${path} could not be indexed: ${traceOf(error)}`);
  } finally {
    if (!by.isBusy()) by.progress(null);
  }
}

const WHAT = 'Older cables are being made searchable';
