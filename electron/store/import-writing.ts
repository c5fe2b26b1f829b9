import { FailureError, failureOf } from '../../domain/failure.ts';
import type { Ready, ReadyDocument } from '../import/pipeline.ts';
import { addCable } from './adding.ts';
import { isSqliteError, transactLoosely } from './database.ts';
import { explain } from './failures.ts';
import { takeEntries } from './gazetteer-actions.ts';
import type { ImportRun, Recorded } from './import-runs.ts';
import type { Library } from './library.ts';
import { restoreCables } from './many-cables.ts';
import { addReturned } from './returning.ts';

/** How long one transaction of an import may take before others get a turn, in milliseconds. */
const A_TURN = 25;

/**
 * Writes the documents of an import with what the report says of them, a batch a transaction. If the
 * power fails, the last ones may be gone, from library and report alike: the import goes on from there. What
 * comes back writes as many as can be in its turn, one at least, and tells how many. It fails only
 * where the library itself can be written no more.
 */
export function importWriter(library: Library, begun: ImportRun, author: string) {
  const { db, path, importRuns } = library;
  let run = begun;

  /** Carries `work` out for the first documents, all or nothing. */
  const inOne = (documents: readonly Ready[], work: (ready: Ready) => Recorded | null): number => {
    const end = performance.now() + A_TURN;
    const [written, sums] = transactLoosely(db, () => {
      const recorder = importRuns.recorder(run);
      let count = 0;
      for (const ready of documents) {
        if (count > 0 && performance.now() >= end) break;
        const recorded = work(ready);
        if (recorded) recorder.add(ready.path, recorded);
        count += 1;
      }
      return [count, recorder.sums()] as const;
    });
    run = { ...run, ...sums };
    return written;
  };

  const write = (ready: Ready) => recordOf(library, ready, author);

  return (documents: readonly Ready[]): number => {
    try {
      return inOne(documents, write);
    } catch (error) {
      refuseWhereNothingGoes(error, path);
    }
    // One of them cannot be written: from here on singly, until it is found.
    const first = documents.slice(0, 1);
    try {
      return inOne(first, write);
    } catch (error) {
      refuseWhereNothingGoes(error, path);
      return inOne(first, () => ({ outcome: 'failed', failure: failureOf(error) }));
    }
  };
}

/** Ends the import where the disk or the library's file is what fails, and not the document: its rows may not fit. */
function refuseWhereNothingGoes(error: unknown, path: string): void {
  if (error instanceof FailureError && error.code === 'library-lost') throw error;
  if (!isSqliteError(error) || error.code.startsWith('SQLITE_CONSTRAINT')) return;
  const explained = explain(error, path);
  if (explained instanceof FailureError) throw explained;
}

/** Writes what is ready, and tells what became of it; null where the report has no line for it. */
function recordOf(library: Library, ready: Ready, author: string): Recorded | null {
  switch (ready.kind) {
    case 'failed':
      return { outcome: 'failed', failure: ready.failure };
    case 'lists':
      takeEntries(library, ready.entries, author);
      return null;
    default:
      break;
  }
  // It may have come with this very import, while this one was on its way.
  const twin = library.cables.withOriginal(ready.sha256);
  if (twin !== null) return known(library, twin, author);
  if (ready.kind === 'known') throw new Error(`${ready.path} is not in the library any more`);
  return taken(library, ready);
}

/** What is in the library already. One that was deleted is brought back, with all that was done to it. */
function known(library: Library, cableId: string, author: string): Recorded {
  const restored = restoreCables(library, [cableId], author) > 0;
  return { outcome: 'duplicate', cableId, restored };
}

/** What came from there before stays as it is; what comes now is another witness of it. */
function taken(library: Library, document: ReadyDocument): Recorded {
  const { prepared, path, warnings = [] } = document;
  const { encoding, cleaning } = prepared;
  const againOf = library.importRuns.firstFrom(path);
  const { cableId, warnings: told } = document.returned
    ? addReturned(library, document, document.returned)
    : { cableId: addCable(library, document), warnings: [] };
  const detail = {
    encoding,
    proposals: cleaning.changes.filter(({ status }) => status === 'proposed').length,
    warnings: [...warnings, ...told, ...cleaning.warnings.map(({ message }) => message)],
  };
  return { outcome: againOf === null ? 'imported' : 'witness', cableId, againOf, detail };
}
