import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fail } from '../../../domain/failure.ts';
import { Check, type CheckResult, type VerifyReport } from '../../../domain/safety/verify.ts';
import type { Watching } from '../batch.ts';
import { codeOf } from '../../error-code.ts';
import type { Library } from '../library.ts';
import { NEWEST } from '../migrate.ts';
import { fileOf, isWhole } from './at-rest.ts';
import { inCheckingThread } from './checking.ts';
import { foundAt, mayNotBeRead } from '../found-file.ts';
import { finding, notMade } from './faults.ts';
import { underneath } from './underneath.ts';
import { needRoom } from './writing.ts';

/** How long the thread may say nothing, in milliseconds: at least so long, and so long for each MiB. */
const PATIENCE = { atLeast: 60_000, perMebibyte: 100 };

/** How much of a library is copied without a turn for others, in bytes (4 MiB). */
const SLICE = 4 * 1024 * 1024;

/**
 * Proves the library in a file, however damaged it is; null where it was stopped. Nothing is written there: a
 * copy is read, in a thread of its own. It must not be the library that this process has open. A check that says nothing for
 * `patience` milliseconds is broken off; what comes of the size of the library unless given.
 */
export function verifyFile(
  path: string,
  watching: Watching,
  patience?: number,
): Promise<VerifyReport | null> {
  const file = foundAt(path);
  if (!file) fail('file-missing', `There is no library ${path}.`);
  if (!file.isFile()) fail('not-a-library', `${path} is not a library of Cablewright.`);
  return inFolder(async (folder) => {
    await needRoom(folder, sizeOf(path) + sizeOf(`${path}-wal`), 'a copy of the library');
    const copy = join(folder, 'library');
    const before = stamps(path);
    await copyFile(path, copy).catch((error: unknown) => {
      if (codeOf(error) === 'EACCES') mayNotBeRead(path);
      throw error;
    });
    const waits = sizeOf(`${path}-wal`) > 0;
    if (waits) await copyFile(`${path}-wal`, `${copy}-wal`);
    if (stamps(path) !== before)
      fail(
        'library-in-use',
        `The library ${path} is being written into. Close it, then verify it again.`,
      );
    const unsealed = waits
      ? 'The library is open, or was not closed in good order; its seal is judged when it is closed.'
      : null;
    return proved(copy, unsealed, watching, patience);
  });
}

/** Proves the library that is open, as it lies in its file now; null where it was stopped. */
export function verifyLibrary(library: Library, watching: Watching): Promise<VerifyReport | null> {
  return inFolder(async (folder) => {
    const copy = join(folder, 'library');
    await needRoom(folder, sizeOf(library.path), 'a copy of the library');
    await copyOpen(library, copy, watching);
    return proved(
      copy,
      'The library is open; it is sealed when it is closed, and the seal is checked when it is opened.',
      watching,
    );
  });
}

/** Does something with a folder that is removed in the end. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cablewright-verify-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies the file of a library that is open. All that waits in the log is brought into the file before; until it
 * is copied, what is done meanwhile stays in the log, so that the file is that of one moment.
 */
async function copyOpen({ db, path }: Library, copy: string, watching: Watching): Promise<void> {
  const file = fileOf(db);
  if (file === null || !isWhole(db))
    fail('busy', 'The library is being written into. Wait a moment, then verify it again.');
  const letGo = underneath(db)?.holdStill();
  const target = await open(copy, 'w');
  try {
    const size = sizeOf(path);
    const slice = Buffer.alloc(SLICE);
    for (let at = 0; at < size && !watching.signal.aborted && db.open; at += SLICE) {
      const read = readSync(file, slice, 0, SLICE, at);
      await target.write(slice, 0, read, at);
      await setImmediate();
    }
  } finally {
    await target.close();
    letGo?.();
  }
}

/** Has a copy proven. What was found is told even where the thread does not come to its end. */
async function proved(
  path: string,
  unsealed: string | null,
  { progress, signal }: Watching,
  patience = PATIENCE.atLeast + (sizeOf(path) / 1024 ** 2) * PATIENCE.perMebibyte,
): Promise<VerifyReport | null> {
  if (signal.aborted) return null;
  const began = performance.now();
  const checks = new Map<Check, CheckResult>();
  const silence = silenceOf(patience);
  const news = {
    progress: (far: Parameters<typeof progress>[0]) => {
      silence.broken();
      progress(far);
    },
    checked: (result: CheckResult) => {
      silence.broken();
      checks.set(result.check, result);
    },
  };
  const either = AbortSignal.any([signal, silence.signal]);
  let counted = { cables: 0, annotations: 0 };
  try {
    counted = await inCheckingThread(
      (thread) => thread.prove({ path, unsealed, form: NEWEST }),
      news,
      either,
    );
  } catch (error) {
    if (signal.aborted) return null;
    const next = Check.options.find((check) => !checks.has(check)) ?? 'integrity';
    checks.set(next, endless(next, silence.signal.aborted ? patience : null, error));
  } finally {
    silence.end();
  }
  const all = Check.options.map(
    (check) => checks.get(check) ?? notMade(check, 'The proof ended before this.'),
  );
  return {
    ...counted,
    sound: all.every(({ faults }) => faults === 0),
    checks: all,
    seconds: (performance.now() - began) / 1000,
  };
}

/** What is said of a check that did not come to its end. */
function endless(check: Check, patience: number | null, error: unknown): CheckResult {
  const found = finding(check);
  found.fault(
    patience === null
      ? `This check has broken off: ${error instanceof Error ? error.message : String(error)}`
      : `This check did not come to its end within ${Math.round(patience / 1000)} s, as it does in a library that is whole.`,
  );
  return found.result();
}

/** Aborts after so many milliseconds in which nothing was said. */
function silenceOf(patience: number) {
  const stop = new AbortController();
  const start = () => setTimeout(() => stop.abort(), patience);
  let timer = start();
  return {
    signal: stop.signal,
    broken() {
      clearTimeout(timer);
      timer = start();
    },
    end() {
      clearTimeout(timer);
    },
  };
}

/** Size and time of a library and of the log beside it: they tell whether somebody has written meanwhile. */
function stamps(path: string): string {
  return ['', '-wal']
    .map((end) => statSync(path + end, { throwIfNoEntry: false }))
    .map((file) => (file ? `${file.size} ${file.mtimeMs}` : 'none'))
    .join(', ');
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
