import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failureOf } from '../../domain/failure.ts';
import { byDate } from '../../domain/search/result.ts';
import { connect } from '../../electron/store/database.ts';
import type { Store } from '../../electron/store/face.ts';
import { verifyFile } from '../../electron/store/safety/verify.ts';
import type { Chance } from '../../electron/testing/chance.ts';
import { oneOf, small } from '../chance.ts';
import { isAnswer } from '../judging.ts';
import type { Parser } from '../parser.ts';
import { newStore, smallLibrary } from '../small-library.ts';

const Value = z.union([z.string(), z.number(), z.null()]);

/** What is done to a library behind the program's back. Tables, columns and rows are told by their numbers. */
const Deed = z.discriminatedUnion('do', [
  /** Other bytes at a place, of which there are 0 to 1 in the file. */
  z.object({ do: z.literal('bytes'), at: z.number(), hex: z.string() }),
  /** Another page in the place of a page. */
  z.object({ do: z.literal('page'), page: z.number(), with: z.number().nullable() }),
  z.object({ do: z.literal('cut'), at: z.number() }),
  z.object({ do: z.literal('more'), hex: z.string(), times: z.number() }),
  z.object({
    do: z.literal('cell'),
    table: z.number(),
    column: z.number(),
    row: z.number(),
    value: Value,
  }),
  z.object({ do: z.literal('copy'), table: z.number(), row: z.number() }),
  z.object({ do: z.literal('empty'), table: z.number(), row: z.number().nullable() }),
  z.object({ do: z.literal('drop'), thing: z.number() }),
  z.object({ do: z.literal('schema'), thing: z.number(), sql: z.string() }),
  z.object({
    do: z.literal('mark'),
    name: z.enum(['user_version', 'application_id']),
    value: z.number(),
  }),
]);
type Deed = z.infer<typeof Deed>;
const Deeds = z.array(Deed).max(40);

const VALUES: readonly (string | number | null)[] = [
  ...[
    null,
    '',
    '[]',
    '{}',
    'null',
    '[null]',
    '[1]',
    '{"a":1}',
    '"x"',
    '[',
    '\0',
    'x',
    '🚢',
    '-1',
    '1e9',
  ],
  ...[
    0,
    -1,
    1,
    2,
    2 ** 31,
    2 ** 53,
    0.5,
    '019a0000-0000-7000-8000-000000000000',
    '2024-13-41',
    '[[0,5,"x"]]',
  ],
];

const PIECES = [
  '',
  'CREATE TABLE x (y)',
  'CREATE TABLE',
  'CREATE VIEW x AS SELECT * FROM x',
  'CREATE TRIGGER x AFTER INSERT ON x BEGIN SELECT 1; END',
] as const;

function madeDeed(chance: Chance): Deed {
  const hex = () =>
    Array.from({ length: 1 + small(chance, 64) }, () =>
      chance.below(256).toString(16).padStart(2, '0'),
    ).join('');
  // What a file says of itself stands at its beginning.
  const at = () =>
    chance.below(3) === 0 ? chance.below(200) / 400_000 : chance.below(10_000) / 10_000;
  const number = () => chance.below(200);
  const deeds: readonly (() => Deed)[] = [
    () => ({ do: 'bytes', at: at(), hex: hex() }),
    () => ({
      do: 'bytes',
      at: at(),
      hex: oneOf(chance, ['00', 'ff', 'ffffffff', '7fffffff', '80']),
    }),
    () => ({ do: 'page', page: number(), with: chance.below(2) === 0 ? null : number() }),
    () => ({ do: 'cut', at: at() }),
    () => ({ do: 'more', hex: hex(), times: 1 + small(chance, 3000) }),
    () => ({ do: 'copy', table: number(), row: number() }),
    () => ({ do: 'empty', table: number(), row: chance.below(3) === 0 ? null : number() }),
    () => ({ do: 'drop', thing: number() }),
    () => ({ do: 'schema', thing: number(), sql: oneOf(chance, PIECES) }),
    () => ({
      do: 'mark',
      name: oneOf(chance, ['user_version', 'application_id']),
      value: oneOf(chance, [0, 1, 7, 13, 14, 15, -1, 2 ** 31 - 1]),
    }),
  ];
  const cell = (): Deed => ({
    ...{ do: 'cell', table: number(), column: number(), row: number() },
    value: chance.one(VALUES) ?? null,
  });
  return chance.below(2) === 0 ? cell() : oneOf(chance, [cell, ...deeds])();
}

/** A library's file that somebody, or a disk, has changed: opened, read, worked in, packed, merged, and proven. */
export const libraryFile: Parser = {
  name: 'library-file',
  share: 0.3,
  shape: 'json',
  good: () => [],
  words: [],
  madeOnly: true,
  make: (chance) => {
    const deeds = Array.from({ length: 1 + small(chance, 4) }, () => madeDeed(chance));
    return JSON.stringify({ deeds, prove: chance.below(6) === 0 });
  },
  begin: async (folder) => {
    const { store, path } = await smallLibrary(folder);
    await store.close();
    const own = join(folder, 'own');
    return async (bytes, lap) => {
      const said = Input.safeParse(parsed(bytes));
      if (!said.success) return;
      rmSync(own, { recursive: true, force: true });
      mkdirSync(own);
      const [broken, sound] = [join(own, 'broken.cablewright'), join(own, 'sound.cablewright')];
      copyFileSync(path, broken);
      copyFileSync(path, sound);
      for (const deed of said.data.deeds) undergo(broken, deed);
      const theirs = join(own, 'theirs.cablewright');
      copyFileSync(broken, theirs);
      lap();
      await work(broken, own, lap);
      await meet(sound, theirs, own, lap);
      if (said.data.prove) await allowed(() => verifyFile(theirs, watching()));
      lap();
    };
  },
};

const Input = z.object({ deeds: Deeds, prove: z.boolean() });

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

const watching = () => ({ progress: () => undefined, signal: new AbortController().signal });

/** Does something that may be refused by name. */
async function allowed<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (failureOf(error).code === 'unexpected') throw error;
    return null;
  }
}

/** What a reader does who opens it. */
async function work(path: string, folder: string, lap: () => void): Promise<void> {
  const store = newStore(folder);
  try {
    if (!(await allowed(() => store.open(path)))) return;
    lap();
    const list = await allowed(() =>
      store.listCables({ offset: 0, limit: 20, query: '', order: byDate }),
    );
    for (const { id } of list?.cables ?? []) await read(store, id, lap);
    await allowed(() => store.listTags());
    await allowed(() => store.countTagUse());
    await allowed(() => store.listGazetteer());
    await allowed(() => store.listRelationTypes());
    await allowed(() => store.listSavedSearches());
    await allowed(() => store.listMissing({ offset: 0, limit: 20, words: '' }));
    lap();
    const relevance = { by: 'relevance', descending: true } as const;
    const asked = {
      query: 'bombers tag:Cuba',
      order: relevance,
      offset: 0,
      limit: 20,
      whole: true,
    };
    const results = await allowed(() => store.searchResults(asked));
    if (results) isAnswer('search.results', results);
    await allowed(() => store.countSearch('stay'));
    lap();
    await allowed(() => store.undo('kay'));
    await allowed(() => store.redo('kay'));
    await allowed(() => store.createTag({ name: 'new' }, 'kay'));
    lap();
    const choice = { query: '', except: [] };
    const options = { offsets: 'code-points' } as const;
    await allowed(() => store.exportCables({ choice, format: 'tei', options }, folder));
    await allowed(() => store.savePackage(choice, join(folder, 'package.cablewright')));
    await allowed(() => store.makeBackup('asked'));
  } finally {
    await store.close();
    lap();
  }
}

async function read(store: Store, id: string, lap: () => void): Promise<void> {
  const cable = await allowed(() => store.openCable(id));
  if (cable) isAnswer('cable.open', cable);
  const text = await allowed(() => store.readCable(id));
  if (text) isAnswer('cable.read', text);
  await allowed(() => store.listAnnotations(id));
  await allowed(() => store.listRelations(id));
  await allowed(() => store.listReferences(id));
  const revisions = (await allowed(() => store.listRevisions(id))) ?? [];
  for (const revision of revisions.slice(0, 2))
    await allowed(() => store.readRevision({ cableId: id, id: revision.id }));
  lap();
}

/** What a reader does to whom it is given. */
async function meet(sound: string, theirs: string, folder: string, lap: () => void): Promise<void> {
  const store = newStore(folder);
  try {
    await store.open(sound);
    lap();
    const report = await allowed(() => store.readMerge(theirs));
    lap();
    if (!report) return;
    isAnswer('merge.choose', report);
    const done = await allowed(() => store.runMerge(report.id, 'kay'));
    if (done) isAnswer('merge.run', done);
    lap();
    const { cables } = await store.listCables({ offset: 0, limit: 20, query: '', order: byDate });
    for (const { id } of cables) isAnswer('cable.open', await store.openCable(id));
  } finally {
    await store.close();
    lap();
  }
}

function undergo(path: string, deed: Deed): void {
  if (deed.do === 'bytes' || deed.do === 'page' || deed.do === 'cut' || deed.do === 'more')
    writeFileSync(path, bytesAfter(readFileSync(path), deed));
  else
    try {
      withSql(path, deed);
    } catch {
      // What cannot be done to it any more, or by SQLite at all, is not done.
    }
}

const PAGE = 4096;

function bytesAfter(
  bytes: Buffer,
  deed: Extract<Deed, { do: 'bytes' | 'page' | 'cut' | 'more' }>,
): Buffer {
  const place = 'at' in deed ? Math.floor(Math.min(Math.max(deed.at, 0), 1) * bytes.length) : 0;
  switch (deed.do) {
    case 'bytes':
      Buffer.from(deed.hex, 'hex').copy(bytes, place);
      return bytes;
    case 'page': {
      const pages = Math.max(1, Math.floor(bytes.length / PAGE));
      const to = (Math.abs(Math.trunc(deed.page)) % pages) * PAGE;
      if (deed.with === null) bytes.fill(0, to, to + PAGE);
      else {
        const from = (Math.abs(Math.trunc(deed.with)) % pages) * PAGE;
        bytes.copyWithin(to, from, from + PAGE);
      }
      return bytes;
    }
    case 'cut':
      return bytes.subarray(0, place);
    case 'more':
      return Buffer.concat([
        bytes,
        ...Array.from({ length: Math.min(deed.times, 5000) }, () => Buffer.from(deed.hex, 'hex')),
      ]);
  }
}

/** As somebody would who has SQLite at hand: no rule of the library holds. */
function withSql(
  path: string,
  deed: Exclude<Deed, { do: 'bytes' | 'page' | 'cut' | 'more' }>,
): void {
  const db = connect(path, 'must-be-there');
  try {
    db.unsafeMode(true);
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    db.pragma('recursive_triggers = OFF');
    const things = db
      .prepare<[], { type: string; name: string }>(
        `SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`,
      )
      .all();
    const pick = <T>(all: readonly T[], number: number): T => {
      const one = all[Math.abs(Math.trunc(number)) % Math.max(1, all.length)];
      if (one === undefined) throw new Error('there is none');
      return one;
    };
    const dropTriggers = () => {
      for (const { type, name } of things)
        if (type === 'trigger') db.exec(`DROP TRIGGER IF EXISTS "${name}"`);
    };
    const tables = things.filter(({ type }) => type === 'table').map(({ name }) => name);
    const rowOf = (table: string, row: number) =>
      `rowid = (SELECT rowid FROM "${table}" LIMIT 1 OFFSET ${Math.abs(Math.trunc(row))} % max(1, (SELECT count(*) FROM "${table}")))`;
    switch (deed.do) {
      case 'cell': {
        dropTriggers();
        const table = pick(tables, deed.table);
        const columns = db.pragma(`table_info("${table}")`) as { readonly name: string }[];
        const { name } = pick(columns, deed.column);
        db.prepare(`UPDATE "${table}" SET "${name}" = ? WHERE ${rowOf(table, deed.row)}`).run(
          deed.value,
        );
        break;
      }
      case 'copy': {
        dropTriggers();
        const table = pick(tables, deed.table);
        db.exec(
          `INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}" WHERE ${rowOf(table, deed.row)}`,
        );
        break;
      }
      case 'empty': {
        dropTriggers();
        const table = pick(tables, deed.table);
        db.exec(
          `DELETE FROM "${table}"${deed.row === null ? '' : ` WHERE ${rowOf(table, deed.row)}`}`,
        );
        break;
      }
      case 'drop': {
        const { type, name } = pick(things, deed.thing);
        db.exec(`DROP ${type} IF EXISTS "${name}"`);
        break;
      }
      case 'schema': {
        db.pragma('writable_schema = ON');
        const { name } = pick(things, deed.thing);
        db.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(deed.sql, name);
        break;
      }
      case 'mark':
        db.pragma(`${deed.name} = ${Math.trunc(deed.value)}`);
        break;
    }
  } finally {
    db.close();
  }
}
