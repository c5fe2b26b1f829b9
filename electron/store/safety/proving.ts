import { z } from 'zod';
import { Operation } from '../../../domain/journal/operation.ts';
import type { Check } from '../../../domain/safety/verify.ts';
import { throttled } from '../../import/throttled.ts';
import { connect, type Database } from '../database.ts';
import { libraryOf, type Library } from '../library.ts';
import { isBehind } from '../search/catching-up.ts';
import type { CheckingNews } from './checking.ts';
import { cableChecker, type CableChecks } from './check-cables.ts';
import { checkForeignKeys, checkIntegrity, checkSealed } from './check-file.ts';
import { wordChecker } from './check-words.ts';
import { finding, notMade, type Finding } from './faults.ts';
import { checkSeal, type SealFinding } from './seal.ts';

/** What is to be proven: a copy of a library, of our own. */
export interface Proving {
  readonly path: string;
  /** What is to be said of its seal where that is not to be looked at; null where it is. */
  readonly unsealed: string | null;
  /** The form a library must have for what is in it to be read: the number of its last migration. */
  readonly form: number;
}

/** What the thread that proves a library has found; each check was told when it had ended. */
export interface Proven {
  readonly cables: number;
  readonly annotations: number;
}

/** Proves a library. Nothing that is wrong with it ends this before its time. */
export function prove({ path, unsealed, form }: Proving, news: CheckingNews): Proven {
  const sealed: SealFinding = unsealed === null ? checkSeal(path) : { state: 'none' };
  const db = opened(path);
  try {
    const seal = finding('seal');
    if (unsealed === null) checkSealed(sealed, db, seal);
    else seal.remark(unsealed);
    news.checked(seal.result());
    const integrity = finding('integrity');
    if (db) checkIntegrity(db, integrity);
    else integrity.fault('SQLite cannot open the file: what it says of itself is damaged.');
    news.checked(integrity.result());
    if (!db) return without('The file cannot be opened.', ['foreign-keys', ...CONTENTS], news);
    const keys = finding('foreign-keys');
    checkForeignKeys(db, keys);
    news.checked(keys.result());
    return proveContents(db, path, form, news);
  } finally {
    db?.close();
  }
}

const CONTENTS = ['originals', 'transcriptions', 'annotations', 'index', 'journal'] as const;

/** A connection to the copy; null where SQLite takes it for no database. */
function opened(path: string): Database | null {
  let db: Database | null = null;
  try {
    db = connect(path, 'must-be-there');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch {
    db?.close();
    return null;
  }
}

function without(why: string, checks: readonly Check[], news: CheckingNews): Proven {
  for (const check of checks) news.checked(notMade(check, why));
  return { cables: 0, annotations: 0 };
}

function proveContents(db: Database, path: string, form: number, news: CheckingNews): Proven {
  let library: Library;
  try {
    const found = Number(db.pragma('user_version', { simple: true }));
    if (found !== form)
      return without(
        `The library has form ${found}, and this Cablewright reads form ${form}. Open it once, then verify it.`,
        CONTENTS,
        news,
      );
    library = libraryOf(db, path);
  } catch (error) {
    return without(`The tables cannot be read: ${String(error)}.`, CONTENTS, news);
  }
  const checks = {
    originals: finding('originals'),
    transcriptions: finding('transcriptions'),
    annotations: finding('annotations'),
    index: finding('index'),
    journal: finding('journal'),
  };
  proveCables(library, checks, news);
  for (const check of ['originals', 'transcriptions', 'annotations', 'index'] as const)
    news.checked(checks[check].result());
  proveJournal(db, checks.journal, news);
  news.checked(checks.journal.result());
  const counted = { cables: 0, annotations: 0 };
  try {
    counted.cables = library.cables.count();
    counted.annotations = library.annotations.count();
  } catch {
    // It has been said why they cannot be counted.
  }
  return counted;
}

/** Goes through all cables; those that were deleted are kept, so they are proven too. */
function proveCables(library: Library, checks: CableChecks, { progress }: CheckingNews): void {
  const { db, cables } = library;
  const tell = throttled(progress);
  checks.originals.attempt('The list of all cables', () => {
    const all = cables.everyId();
    const isWhole = !isBehind(library);
    if (!isWhole)
      checks.index.remark(
        'The library is still being made searchable, so its words were not looked at.',
      );
    const checkCable = cableChecker(library, checks);
    const compared = (done: number, of: number) =>
      tell({ done, total: of, current: 'The index of the search' });
    const words = isWhole ? wordChecker(db, checks.index, compared) : null;
    db.exec('BEGIN');
    for (const [done, id] of all.entries()) {
      tell({ done, total: all.length, current: 'Texts and annotations' });
      const found = checkCable(id);
      if (found) checks.index.attempt('The words of a cable', () => words?.put(found));
    }
    words?.compare((row) => blamedFor(library, row));
    db.exec('COMMIT');
  });
}

function blamedFor({ index }: Library, row: number) {
  try {
    const id = index.lines.idOf(row);
    return { id, title: index.lines.title(id) };
  } catch {
    return null;
  }
}

const Operations = z.array(Operation);

/** Reads every action and what takes it back. */
function proveJournal(db: Database, check: Finding, { progress }: CheckingNews): void {
  const tell = throttled(progress);
  check.attempt('The journal', () => {
    const total = Number(db.prepare('SELECT count(*) FROM journal').pluck().get());
    const rows = db.prepare<
      [],
      { sequence: number; time: string; forward: string; inverse: string }
    >('SELECT sequence, time, forward, inverse FROM journal ORDER BY sequence');
    for (const { sequence, time, forward, inverse } of rows.iterate()) {
      tell({ done: sequence, total: Math.max(total, sequence), current: 'The journal' });
      check.look();
      check.attempt(`Action ${sequence} of the journal (${time})`, () => {
        Operations.parse(JSON.parse(forward));
        Operations.parse(JSON.parse(inverse));
      });
    }
  });
}
