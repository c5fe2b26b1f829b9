import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { Change } from '../../domain/change/change.ts';
import type { CleanOptions } from '../../domain/clean/clean.ts';
import type { Cleaning } from '../../domain/clean/cleaning.ts';
import type { ImportedFile, ImportProgress, ImportReport } from '../../domain/import/import.ts';
import type { MetadataEntry } from '../../domain/metadata/metadata.ts';
import type { Lost } from '../../domain/safety/lost.ts';
import { byDate } from '../../domain/search/order.ts';
import type { Cleaner } from '../store/cleaner.ts';
import type { Store } from '../store/face.ts';
import { sqliteStore } from '../store/sqlite-store.ts';

/** A store for a test, and what it said unasked. */
export interface TestStore extends Store {
  readonly progress: (ImportProgress | null)[];
  readonly log: string[];
  readonly lost: (Lost | null)[];
}

const open: Store[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});

/** The rules of `cleanBraces`. */
const rules = ['braces', 'brackets'].map((name) => ({
  name,
  explanation: 'What stands in them leaves the text.',
  certainty: 'certain' as const,
}));

/**
 * A cleaning for tests that tells its effect at a glance: what stands in `{}` or `<>` leaves the text
 * (where it holds a `?` that is only proposed; `{a=b}` gives way to `b`), `No. N`, `Date D` and
 * `Title T` lines are metadata. Without the rule `brackets` there is no structure either.
 */
export function cleanBraces(text: string, { off }: CleanOptions = {}): Cleaning {
  const changes = [...text.matchAll(/\{[^}]*\}|<[^>]*>/gu)]
    .map(({ index, 0: found }): Change => ({
      from: index,
      to: index + found.length,
      insert: /=(.*)\}/u.exec(found)?.[1] ?? '',
      rule: found.startsWith('{') ? 'braces' : 'brackets',
      certainty: found.includes('?') ? 'likely' : 'certain',
      status: found.includes('?') ? 'proposed' : 'accepted',
      reason: null,
    }))
    .filter(({ rule }) => !off?.has(rule));
  const entry = (field: MetadataEntry['field'], word: string) =>
    [...text.matchAll(new RegExp(`^${word} (.+)$`, 'gmu'))].map(
      ({ index, 1: value = '' }): MetadataEntry => ({
        field,
        value,
        evidence: { from: index, to: index + value.length },
        rule: 'test',
      }),
    );
  const metadata = [
    ...entry('title', 'Title'),
    ...entry('number', 'No\\.'),
    ...entry('date', 'Date'),
    ...entry('info', 'Info'),
  ];
  const whole = { type: 'paragraph', from: 0, to: text.length, label: null, note: null } as const;
  const structure = off?.has('brackets') ? [] : [whole];
  return { changes, structure, metadata, warnings: [] };
}

/** A store with nothing open; it is closed after the test. Its backups, if any are asked for, lie in the folder `backups`. */
export function testStore(
  clean: Cleaner['clean'] = cleanBraces,
  backups: string | null = null,
): TestStore {
  const progress: (ImportProgress | null)[] = [];
  const log: string[] = [];
  const lost: (Lost | null)[] = [];
  const store = sqliteStore(
    { clean, rules },
    {
      progress: (each) => progress.push(each),
      log: (each) => log.push(each),
      lost: (each) => lost.push(each),
    },
    undefined,
    { backups, automatic: false },
  );
  open.push(store);
  return { ...store, progress, log, lost };
}

/** A store with a library in `folder`, new if it is not there yet, and the texts imported into it, each as a file of its name. */
export async function storeWith(
  folder: string,
  texts: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TestStore> {
  const store = testStore();
  const path = join(folder, 'test.cablewright');
  if (!existsSync(path)) await store.create(path);
  await store.open(path);
  await store.importFiles(Object.entries(texts).map(([name, text]) => fileIn(folder, name, text)));
  return store;
}

/** What became of each file of an import. */
export async function filesOf(
  store: Store,
  { runId }: Pick<ImportReport, 'runId'>,
): Promise<ImportedFile[]> {
  const page = await store.importReport({ runId, offset: 0, limit: 500, outcome: null });
  return page?.files ?? [];
}

/** A new library at `path` with one cable, of `file`, and four annotations on its transcription that touch, overlap and stand apart. */
export async function annotatedCable(
  path: string,
  file: string,
): Promise<{ readonly store: TestStore; readonly cableId: string }> {
  const store = testStore();
  await store.create(path);
  await store.open(path);
  await store.importFiles([file]);
  const cableId = await idOf(store, file);
  for (const [from, to] of [
    [5, 14],
    [8, 11],
    [0, 40],
    [55, 60],
  ] as const) {
    const ranges = [{ side: 'transcription' as const, from, to }];
    await store.createAnnotation({ cableId, ranges, version: 0, tagIds: [], note: '' }, 'miller');
  }
  return { store, cableId };
}

/** Writes a file below `folder` and gives its path. */
export function fileIn(folder: string, name: string, text: string | Uint8Array): string {
  const path = join(folder, 'files', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** The id of the cable whose original has this file name. */
export async function idOf(store: Store, fileName: string): Promise<string> {
  const { cables } = await store.listCables({ offset: 0, limit: 500, query: '', order: byDate });
  for (const { id } of cables)
    if ((await store.openCable(id)).original.fileName === basename(fileName)) return id;
  throw new Error(`no cable came from ${fileName}`);
}
