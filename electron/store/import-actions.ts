import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import { inAll, type ImportReport } from '../../domain/import/import.ts';
import { importFiles } from '../import/import-files.ts';
import type { Preparer } from '../import/prepare.ts';
import type { Watching } from './batch.ts';
import type { ImportRun } from './import-runs.ts';
import { importWriter } from './import-writing.ts';
import type { Library } from './library.ts';

/** Who imports, and what makes documents ready meanwhile; it is let go of at the end. */
export interface ImportingBy extends Watching {
  readonly author: string;
  readonly preparer: Preparer;
}

/** Imports files, folders, archives and volumes. What is wrong with one of them stops nothing. */
export function startImport(
  library: Library,
  paths: readonly string[],
  by: ImportingBy,
): Promise<ImportReport> {
  return carryOn(library, library.importRuns.begin(paths), by);
}

/** Goes on with an import that was stopped or cut short. What it has dealt with is not looked at again. */
export function resumeImport(
  library: Library,
  runId: string,
  by: ImportingBy,
): Promise<ImportReport> {
  const run = runOf(library, runId);
  if (run.state === 'ended')
    fail('bad-input', 'This import has come to its end. To take in new files, import them.');
  library.importRuns.settle(run, 'running', null);
  return carryOn(library, run, by);
}

/** The import that was stopped, or cut short with the program; null where there is none. */
export function unfinishedImport({ importRuns }: Library): ImportReport | null {
  const run = importRuns.unfinished();
  return run && reportOf({ ...run, state: 'stopped' });
}

/** Leaves an import as it is: it is not offered any more to go on with it. */
export function abandonImport(library: Library, runId: string): void {
  library.importRuns.settle(runOf(library, runId), 'abandoned', null);
}

/** What became of an import, null means the last one, and a stretch of its lines. */
export function readImportReport(
  library: Library,
  { runId, offset, limit, outcome }: CheckedInput<'import.report'>,
): RequestOutput<'import.report'> {
  const { importRuns } = library;
  const run = runId === null ? importRuns.last() : importRuns.find(runId);
  if (!run) return null;
  return { report: reportOf(run), files: importRuns.files(run, offset, limit, outcome) };
}

async function carryOn(
  library: Library,
  run: ImportRun,
  { preparer, author, signal, progress }: ImportingBy,
): Promise<ImportReport> {
  const { importRuns, cables } = library;
  const isNew = inAll(run.counts) === 0;
  let ended: { stopped: boolean; total: number | null } = { stopped: true, total: null };
  try {
    ended = await importFiles({
      paths: run.paths,
      preparer,
      off: [...library.rules.off()],
      isKnown: (sha256) => cables.withOriginal(sha256) !== null,
      isDone: isNew ? () => false : (path) => importRuns.has(run, path),
      doneBefore: inAll(run.counts),
      write: importWriter(library, run, author),
      progress,
      signal,
    });
  } finally {
    await preparer.close();
    importRuns.settle(run, ended.stopped ? 'stopped' : 'ended', ended.total);
  }
  return reportOf(runOf(library, run.runId));
}

function runOf({ importRuns }: Library, runId: string): ImportRun {
  return (
    importRuns.find(runId) ??
    fail('not-found', 'This import is not in the library any more. Import the files again.')
  );
}

function reportOf({ runId, startedAt, state, counts, total, first }: ImportRun): ImportReport {
  return { runId, startedAt, state, counts, total, first };
}
