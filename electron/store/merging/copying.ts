import { setImmediate } from 'node:timers/promises';
import { searchableOriginal } from '../../../domain/tei/searchable.ts';
import { transactLoosely, type Database } from '../database.ts';
import type { Library } from '../library.ts';

/**
 * Whether the annotations of a cable come along, and for good: what stands on words is put in place by a
 * merge, as an action that can be undone.
 */
export interface Copying {
  readonly annotations: boolean;
}

/** The tables that hold all of a cable but its annotations, each with the column that names the cable. */
const TABLES = [
  ...['cable', 'original', 'change', 'structure', 'metadata', 'field_emendation', 'emendation'],
  ...['vouch', 'revision', 'witness_sketch', 'discarded_cable'],
] as const;

/**
 * Copies cables with all that hangs on them but relations from a library to another that has none of
 * them, whole: what was read, decided and emended, and what has touched it. Both have the form of today.
 * Each only within a transaction.
 */
export function cableCopier(
  from: Library,
  to: Library,
  { annotations: withAnnotations }: Copying,
): (cableId: string) => void {
  const tables = TABLES.map((table) =>
    rowCopier(from.db, to.db, table, table === 'cable' ? 'id' : 'cable_id'),
  );
  const copyEdition = editionCopier(from.db, to.db);
  const copyOrigin = originCopier(from.db, to.db);
  const fileNameOf = to.db
    .prepare<[string], string>('SELECT file_name FROM original WHERE cable_id = ?')
    .pluck();

  return (cableId) => {
    for (const copy of tables) copy(cableId);
    copyEdition(cableId);
    writeIndex(to, cableId, fileNameOf.get(cableId) ?? '');
    if (withAnnotations)
      for (const each of from.annotations.list(cableId)) to.annotations.put(each);
    copyOrigin(cableId);
    const touches = from.touched.all(cableId);
    to.touched.add(withAnnotations ? touches : touches.filter((each) => !isAnnotation(each.thing)));
  };
}

/** How many cables are copied without a turn for others, at most. */
const CABLES_A_TURN = 100;

/** For how long cables are copied without a turn for others, in milliseconds. */
const TURN = 30;

/**
 * Copies cables with turns for others; false where it was stopped, and what was copied is there. It need not be
 * on the disk when this returns: the next transaction brings it there.
 */
export async function copyInTurns(
  to: Database,
  ids: readonly string[],
  signal: AbortSignal,
  copy: (id: string, done: number) => void,
): Promise<boolean> {
  let done = 0;
  while (done < ids.length) {
    if (signal.aborted) return false;
    transactLoosely(to, () => {
      const began = performance.now();
      for (const id of ids.slice(done, done + CABLES_A_TURN)) {
        copy(id, done);
        done += 1;
        if (performance.now() - began > TURN) break;
      }
    });
    await setImmediate();
  }
  return !signal.aborted;
}

function isAnnotation(thing: string): boolean {
  return thing.startsWith('annotation:');
}

/** Writes what is searched of a cable that has just come. */
function writeIndex(
  { cables, discarded, index }: Library,
  cableId: string,
  fileName: string,
): void {
  const { text, format } = cables.writtenOf(cableId);
  const changes = cables.changes(cableId);
  index.add({
    ...{ cableId, importedAt: cables.importedAt(cableId), version: cables.version(cableId) },
    original: searchableOriginal(text, format),
    transcription: cables.textOf(cableId, 'transcription'),
    known: cables.known(cableId),
    fileName,
    proposals: changes.filter(({ status }) => status === 'proposed').length,
  });
  index.settle(cableId);
  if (discarded.has(cableId)) index.discard(cableId, true);
}

/** Copies the rows of a table whose column `key` has a value. */
export function rowCopier(
  from: Database,
  to: Database,
  table: string,
  key: string,
): (value: string) => void {
  const columns = to
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .pluck()
    .all(table);
  const list = columns.map((column) => `"${column}"`).join(', ');
  const read = from
    .prepare<[string], unknown[]>(`SELECT ${list} FROM ${table} WHERE ${key} = ?`)
    .raw();
  const write = to.prepare(
    `INSERT INTO ${table} (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (value) => {
    for (const row of read.all(value)) write.run(...row);
  };
}

/** Copies which document of which edition a cable is; an edition that is there by its file stays as it is. */
function editionCopier(from: Database, to: Database): (cableId: string) => void {
  const find = from.prepare<[string], { id: string; sha256: string; document: string }>(
    `SELECT id, sha256, document FROM cable_edition JOIN edition ON edition.id = edition_id
      WHERE cable_id = ?`,
  );
  const known = to.prepare<[string], string>('SELECT id FROM edition WHERE sha256 = ?').pluck();
  const link = to.prepare<[string, string, string]>(
    'INSERT INTO cable_edition (cable_id, edition_id, document) VALUES (?, ?, ?)',
  );
  const copyEdition = rowCopier(from, to, 'edition', 'id');
  const copyNames = rowCopier(from, to, 'edition_name', 'edition_id');
  return (cableId) => {
    const row = find.get(cableId);
    if (!row) return;
    const id = known.get(row.sha256);
    if (id === undefined) {
      copyEdition(row.id);
      copyNames(row.id);
    }
    link.run(cableId, id ?? row.id, row.document);
  };
}

interface Origin {
  readonly annotation_id: string;
  readonly iri: string;
}

/** Puts a name in place; of two the smaller one holds, so that it does not matter who merges whom. */
const PUT_ORIGIN = `INSERT INTO annotation_origin (annotation_id, iri) VALUES (@annotation_id, @iri)
  ON CONFLICT (annotation_id) DO UPDATE SET iri = min(iri, excluded.iri)`;

/**
 * Copies what annotations of a cable were called where they came from, those of deleted ones as well as
 * far as they are known.
 */
function originCopier(from: Database, to: Database): (cableId: string) => void {
  const find = from.prepare<[string, string], Origin>(
    `SELECT annotation_id, iri FROM annotation_origin WHERE annotation_id IN
       (SELECT id FROM annotation WHERE cable_id = ?
        UNION SELECT substr(thing, 12) FROM touched
          WHERE cable_id = ? AND thing LIKE 'annotation:%')`,
  );
  const put = to.prepare<Origin>(PUT_ORIGIN);
  return (cableId) => {
    for (const origin of find.all(cableId, cableId)) put.run(origin);
  };
}

/** Copies what all annotations were called where they came from. */
export function copyAllOrigins(from: Database, to: Database): void {
  const put = to.prepare<Origin>(PUT_ORIGIN);
  const all = from.prepare<[], Origin>('SELECT annotation_id, iri FROM annotation_origin');
  for (const origin of all.iterate()) put.run(origin);
}
