import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '../../domain/merge/canonical.ts';
import { connect, type Database } from '../store/database.ts';
import type { Store } from '../store/face.ts';
import { chanceOf } from './chance.ts';
import { indexOf } from './indexed.ts';
import { actAtRandom } from './random-actions.ts';
import { fileIn, idOf, testStore } from './store.ts';

const TEXTS = {
  'a.txt':
    'Title Cuba\nRusk {?SECRET }told {gone }him <?that ><SECRET >raids{?ʼ=’} end {?no }no {no }no.\n🚢 {?IL-28s }<?x>',
  'b.txt':
    'Title Berlin\nDate 1962-10-16\nThe {?US }is not {not }involved. {SECRET }Whom? <e>é</e>',
  'c.txt': 'Title Laos\nInfo Vientiane\nNo {page }end {?here }of this <?of >line, and {none }more.',
};

/** Two copies of a library that people have worked in, each without knowing of the other. */
export interface Apart {
  readonly a: string;
  readonly b: string;
  /** The number of the last row of the journal that both have. */
  readonly since: number;
}

/** Does some work on a library of its own, and closes it. */
export async function workingOn<T>(path: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = testStore();
  await store.open(path);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Makes a library, two copies of it, and works in both at random; each gets a cable of its own as well. */
export async function workedApart(folder: string, seed: number, actions: number): Promise<Apart> {
  const [base, a, b] = ['base', 'a', 'b'].map((name) => join(folder, `${name}.cablewright`));
  if (!base || !a || !b) throw new Error('three names are three paths');
  const chance = chanceOf(seed);
  const store = testStore();
  await store.create(base);
  await store.open(base);
  await store.importFiles(Object.entries(TEXTS).map(([name, text]) => fileIn(folder, name, text)));
  await store.createTag({ name: 'arms' }, 'lee');
  await store.createTag({ name: 'ships' }, 'lee');
  await actAtRandom({ store, chance, author: 'lee' }, Math.min(actions, 20));
  await store.close();
  const since = lastRow(base);
  for (const [path, author] of [
    [a, 'kay'],
    [b, 'miller'],
  ] as const) {
    copyFileSync(base, path);
    await workingOn(path, async (own) => {
      const text = `Title Only ${author}\nSeen {?by }${author} alone, {no }one else.`;
      const file = fileIn(folder, `${author}.txt`, text);
      await own.importFiles([file]);
      await idOf(own, file);
      await actAtRandom({ store: own, chance, author }, actions);
    });
  }
  return { a, b, since };
}

/** Merges the library `from` into `into`; tells how many conflicts were new. */
export async function mergeInto(into: string, from: string, author = 'kay'): Promise<number> {
  return workingOn(into, async (store) => {
    const read = await store.readMerge(from);
    const done = await store.runMerge(read?.id ?? '', author);
    return done?.conflicts ?? -1;
  });
}

function lastRow(path: string): number {
  return within(path, (db) =>
    Number(db.prepare('SELECT coalesce(max(sequence), 0) FROM journal').pluck().get()),
  );
}

/** Reads a library that nobody has open. */
export function within<T>(path: string, read: (db: Database) => T): T {
  const db = connect(path, 'must-be-there');
  try {
    return read(db);
  } finally {
    db.close();
  }
}

/** The conflicts of a library, each as JSON. */
export function conflictsIn(path: string): string[] {
  return within(path, (db) => db.prepare<[], string>('SELECT value FROM conflict').pluck().all());
}

/** What the conflicts of a library are about. */
export function thingsInConflict(path: string): string[] {
  return within(path, (db) =>
    db.prepare<[], string>('SELECT DISTINCT thing FROM conflict ORDER BY thing').pluck().all(),
  );
}

/** The tables of which all rows are compared, without the columns named. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  cable: ['version'],
  ...Object.fromEntries(
    [
      ...['original', 'change', 'structure', 'metadata', 'field_emendation', 'emendation'],
      ...['vouch', 'witness_sketch', 'edition', 'cable_edition', 'discarded_cable', 'annotation'],
      ...['annotation_tag', 'annotation_origin', 'relation', 'relation_type', 'tag', 'gazetteer'],
      ...['saved_search', 'switched_off_rule', 'conflict', 'touching'],
    ].map((table) => [table, []]),
  ),
  annotation_target: ['version'],
};

/** The tables whose `value` is JSON, of which the order of keys says nothing. */
const AS_JSON = new Set(['conflict', 'gazetteer']);

/** All rows of a library by their tables. */
type Content = ReadonlyMap<string, readonly string[]>;

/**
 * All that a library says, table by table: all but its journal, when it was merged, row numbers, versions of
 * texts and stretches of work.
 */
export function contentOf(path: string): Content {
  const tables = within(path, (db) => ({
    ...Object.fromEntries(
      Object.entries(COMPARED).map(([table, without]) => [
        table,
        db
          .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
          .all()
          .map((row) => {
            for (const column of without) delete row[column];
            if (AS_JSON.has(table)) row['value'] = JSON.parse(String(row['value']));
            return canonical(row);
          })
          .toSorted(),
      ]),
    ),
    touched: db
      .prepare<[], string>(`SELECT DISTINCT thing || ' ' || action FROM touched ORDER BY 1`)
      .pluck()
      .all(),
  }));
  const content = new Map(Object.entries(tables));
  for (const [name, rows] of Object.entries(indexOf(path)))
    content.set(
      `index ${name}`,
      (rows as unknown[]).map((row) => JSON.stringify(withoutNumbers(row))).toSorted(),
    );
  return content;
}

/** The rows that only one of two libraries has, by their tables: `+` before those of the first, `-` of the second. */
export function differences(one: Content, other: Content): Record<string, readonly string[]> {
  const all = [...one].map(([table, rows]) => {
    const others: readonly string[] = other.get(table) ?? [];
    const [here, there] = [new Set(rows), new Set(others)];
    const only = rows.filter((row) => !there.has(row)).map((row) => `+ ${row}`);
    const lacking = others.filter((row) => !here.has(row)).map((row) => `- ${row}`);
    return [table, [...only, ...lacking]] as const;
  });
  return Object.fromEntries(all.filter(([, rows]) => rows.length > 0));
}

function withoutNumbers(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const { row: _row, version: _version, ...rest } = row as Record<string, unknown>;
  return rest;
}
