import type { Database } from '../database.ts';
import type { Finding } from './faults.ts';
import type { SealFinding } from './seal.ts';

/** More wrong pages than these are not named one by one. */
const PAGES_NAMED = 100;

/** Compares the pages of a library with its seal, which was read before SQLite opened it; `db` is null where it could not. */
export function checkSealed(found: SealFinding, db: Database | null, check: Finding): void {
  if (found.state === 'none')
    check.remark(
      'The library has no seal: it is open, was not closed in good order, is too large to be sealed, or comes from an earlier Cablewright.',
    );
  if (found.state === 'outdated')
    check.remark('Another program has written into the library since it was sealed.');
  if (found.state === 'unreadable')
    check.fault(
      'The seal behind the last page is damaged, so it cannot tell whether the pages are as they were. It holds nothing of your work; it is written anew when the library is opened and closed.',
    );
  if (found.state === 'whole') check.look(found.pages);
  if (found.state !== 'broken') return;
  check.look(found.pages);
  const owners = ownersOf(found.wrong.slice(0, PAGES_NAMED), db);
  for (const page of found.wrong) {
    const from = (page - 1) * found.pageSize;
    check.fault(
      `Page ${page} of the file (bytes ${from} to ${from + found.pageSize - 1}) is not as it was written: ${owners(page)}.`,
    );
  }
}

/** Which table some pages belong to, in words. */
function ownersOf(pages: readonly number[], db: Database | null): (page: number) => string {
  const names = new Map<number, string>();
  let complete = false;
  try {
    const rows = db
      ?.prepare<[string], { pageno: number; name: string }>(
        'SELECT pageno, name FROM dbstat WHERE pageno IN (SELECT value FROM json_each(?))',
      )
      .all(JSON.stringify(pages));
    for (const { pageno, name } of rows ?? []) names.set(pageno, name);
    complete = rows !== undefined;
  } catch {
    // What is damaged need not let itself be walked through.
  }
  return (page) => {
    if (page === 1) return 'it holds what the file says of itself, and its tables';
    const name = names.get(page);
    if (name !== undefined) return `it belongs to ${whatIs(name)}`;
    return complete && pages.includes(page)
      ? 'it holds nothing at present'
      : 'what it belongs to cannot be told any more';
  };
}

/** What a table holds, for those that matter most to a reader. */
function whatIs(table: string): string {
  const [words] = HOLDS.find(([, names]) => names.test(table)) ?? ['a table of the library'];
  return `${words} (${table})`;
}

const HOLDS: readonly (readonly [string, RegExp])[] = [
  ['what the file says of its tables', /^sqlite_schema$/u],
  ['the originals', /^(?:sqlite_autoindex_)?original/u],
  ['the annotations', /^(?:sqlite_autoindex_)?annotation/u],
  ['the changes that cleaning found', /^(?:sqlite_autoindex_)?change/u],
  ['what editors wrote', /^(?:sqlite_autoindex_)?(?:emendation|field_emendation|vouch)/u],
  ['the history', /^(?:sqlite_autoindex_)?(?:revision|journal)/u],
  ['the tags', /^(?:sqlite_autoindex_)?tag/u],
  ['what is known of the cables', /^(?:sqlite_autoindex_)?(?:metadata|structure|edition)/u],
  ['the links between annotations', /^(?:sqlite_autoindex_)?relation/u],
  ['the references between cables', /^(?:sqlite_autoindex_)?(?:reference|called)/u],
  ['the reports of imports', /^(?:sqlite_autoindex_)?import_/u],
  ['the index of the search', /^(?:sqlite_autoindex_)?(?:cable_index|note_index|noted_|reading)/u],
  ['the list of cables', /^(?:sqlite_autoindex_)?(?:cable|line_)/u],
];

/** Has SQLite look through its own structures. */
export function checkIntegrity(db: Database, check: Finding): void {
  check.attempt('The structure of the file', () => {
    check.look(Number(db.pragma('page_count', { simple: true })));
    const found = db.pragma('integrity_check(200)') as { integrity_check: string }[];
    for (const { integrity_check: said } of found)
      if (said !== 'ok') check.fault(`SQLite finds: ${said.replace(/\s+/gu, ' ').trim()}.`);
  });
}

/** Looks for what refers to something that is not there. */
export function checkForeignKeys(db: Database, check: Finding): void {
  check.attempt('What refers to what', () => {
    const tables = db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all();
    check.look(tables.length);
    const found = db.pragma('foreign_key_check') as { table: string; parent: string }[];
    for (const { table, parent } of found)
      check.fault(`Something in ${table} refers to what is not in ${parent}.`);
  });
}
