import { existsSync, fstatSync, readlinkSync, readSync, statSync, type BigIntStats } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { fail } from '../../../domain/failure.ts';
import { lostSentence, type Lost, type LostWhy } from '../../../domain/safety/lost.ts';
import { pragma, watchTransactions, type Database } from '../database.ts';

/** After how many pages the log beside a library is brought into its file. */
const LOG_PAGES = 1_000;
/** SQLite's header, in bytes. */
const HEADER = 100;
/** How many pages are looked at where a file may have been written into. */
const SAMPLE = 64;

/** The file of an open library, watched. */
export interface Underneath {
  /** What has become of the file since it was opened; null where it is as it was left. */
  readonly look: () => Lost | null;
  /** Whether the file can be read at all. */
  readonly isReadable: () => boolean;
  /** The log has been brought into the file on purpose: as it is now it is right. */
  readonly wasWritten: () => void;
  /** Brings the log into the file, and begins another one under the name of the file. */
  readonly beginLog: () => void;
  /** Keeps the file as it is, byte for byte, until the function that comes back is called. */
  readonly holdStill: () => () => void;
}

const watched = new WeakMap<Database, Underneath>();

/** The watch over the file of an open library; null where nobody watches it. */
export function underneath(db: Database): Underneath | null {
  return watched.get(db) ?? null;
}

/**
 * Watches the file of a library that is open in WAL mode, through the handle `file`. SQLite would write on into a
 * file that has no name any more, or in which another program has written. So each transaction is refused
 * where the file is not the one that was left. To know how it was left, the log is brought into it here and
 * not by SQLite unasked: between two times nobody may have touched it.
 */
export function watchFile(db: Database, path: string, file: number): void {
  db.pragma('wal_autocheckpoint = 0');
  const pending = db.prepare<[], { log: number; checkpointed: number }>(
    'PRAGMA wal_checkpoint(NOOP)',
  );
  const pageSize = Number(pragma(db, 'page_size'));
  // The page that says which library this is.
  const own = db
    .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'library'")
    .pluck()
    .get();
  const print = () => printOf(file, pageSize, own ?? 1);
  let left = print();
  let still = 0;
  let writtenOver = false;
  // Where the system numbers files otherwise by name than by handle, their numbers tell nothing.
  const isNumbered = isSame(fstatSync(file, BIG), statSync(path, BIG));

  const drive = deviceOf(dirname(path));

  const found = (why: LostWhy, now: string | null = null): Lost => ({ path, why, now });

  const look = (): Lost | null => {
    if (writtenOver) return found('written-over');
    let held: BigIntStats;
    try {
      held = fstatSync(file, BIG);
      if (headerOf(file).equals(left.header) && held.mtimeNs !== left.written) {
        // It was touched by somebody, or its clock is that of another machine: its pages tell.
        const now = print();
        writtenOver = now.size < left.size || now.sums !== left.sums;
        left = now;
      } else writtenOver = held.size < left.size || !headerOf(file).equals(left.header);
    } catch {
      return found('out-of-reach');
    }
    if (writtenOver) return found('written-over');
    let there: BigIntStats | null;
    try {
      there = statSync(path, BIG);
    } catch (error) {
      if (!isMissing(error)) return found('out-of-reach');
      there = null;
    }
    if (there) return isNumbered && !isSame(held, there) ? found('replaced') : null;
    if (held.nlink === 0n) return found('deleted');
    const now = nameOf(file, held);
    // Where a drive was, an empty folder is left, or none.
    const isGone = now === null && deviceOf(dirname(path)) !== drive;
    return isGone ? found('out-of-reach') : found('moved', now);
  };

  const wasWritten = () => {
    left = print();
  };

  const isReadable = () => {
    try {
      return headerOf(file).length === HEADER;
    } catch {
      return false;
    }
  };

  const beginLog = () => {
    db.pragma('journal_mode = DELETE');
    db.pragma('journal_mode = WAL');
    wasWritten();
  };

  /** What has not been brought into the file now is tried again after the next transaction. */
  const settle = () => {
    if (still > 0) return;
    try {
      const waiting = pending.get();
      if (!waiting || waiting.log <= 0) return;
      // Somebody has tidied it away. What is in it is still here, but would be gone after a crash.
      if (!existsSync(`${path}-wal`)) return beginLog();
      if (waiting.log - waiting.checkpointed < LOG_PAGES) return;
      db.pragma('wal_checkpoint(PASSIVE)');
      wasWritten();
    } catch {
      // A full disk, or none: what was done is in the log all the same.
      if (isReadable()) wasWritten();
    }
  };

  watched.set(db, {
    look,
    wasWritten,
    beginLog,
    isReadable,
    holdStill() {
      still += 1;
      return () => {
        still -= 1;
      };
    },
  });
  watchTransactions(db, {
    before() {
      const lost = look();
      if (lost) fail('library-lost', lostSentence(lost));
    },
    after: settle,
  });
}

const BIG = { bigint: true } as const;

/** What a file looks like from outside. */
interface Print {
  readonly size: bigint;
  /** When it was last written, in nanoseconds since 1970. */
  readonly written: bigint;
  readonly header: Buffer;
  /** A sum of some of its pages, the first, the last and that of the library among them. */
  readonly sums: number;
}

function printOf(file: number, pageSize: number, own: number): Print {
  const { size, mtimeNs } = fstatSync(file, BIG);
  const pages = Math.ceil(Number(size) / pageSize);
  const many = Math.min(SAMPLE, pages);
  const spread = Array.from({ length: many }, (_, at) => Math.floor((at * pages) / many));
  const page = Buffer.alloc(pageSize);
  const sums = [own - 1, pages - 1, ...spread].reduce((sum, number) => {
    const read = number < 0 ? 0 : readSync(file, page, 0, pageSize, number * pageSize);
    return crc32(page.subarray(0, read), sum);
  }, 0);
  return { size, written: mtimeNs, header: headerOf(file), sums };
}

function headerOf(file: number): Buffer {
  const header = Buffer.alloc(HEADER);
  return header.subarray(0, readSync(file, header, 0, HEADER, 0));
}

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.ino === other.ino && one.dev === other.dev;
}

/** The number of the drive a folder lies on; null where there is no such folder. */
function deviceOf(folder: string): bigint | null {
  return statSync(folder, { bigint: true, throwIfNoEntry: false })?.dev ?? null;
}

function isMissing(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The name an open file has now, where the system tells (Linux); null where it does not. */
function nameOf(file: number, held: BigIntStats): string | null {
  try {
    const name = readlinkSync(`/proc/self/fd/${file}`);
    return isSame(statSync(name, BIG), held) ? name : null;
  } catch {
    return null;
  }
}
