import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { connect } from '../electron/store/database.ts';
import type { Chance } from '../electron/testing/chance.ts';
import { oneOf, small } from './chance.ts';

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
export const Deeds = z.array(Deed).max(40);

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

/** Something of the kind, by chance. */
export function madeDeed(chance: Chance): Deed {
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

/** Does it to a library's file. */
export function undergo(path: string, deed: Deed): void {
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
      if (deed.with === null) bytes.fill(0, to, Math.min(to + PAGE, bytes.length));
      else {
        const from = (Math.abs(Math.trunc(deed.with)) % pages) * PAGE;
        bytes.copyWithin(to, from, from + PAGE);
      }
      return bytes;
    }
    case 'cut':
      return bytes.subarray(0, place);
    default:
      return Buffer.concat([
        bytes,
        Buffer.from(deed.hex.repeat(Math.min(deed.times, 5000)), 'hex'),
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
