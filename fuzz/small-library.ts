import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../domain/clean/clean.ts';
import { RULES } from '../domain/clean/rules.ts';
import { stepOf } from '../domain/transcription/step.ts';
import { ChangeSet } from '@codemirror/state';
import type { Store } from '../electron/store/face.ts';
import { sqliteStore } from '../electron/store/sqlite-store.ts';
import { byDate } from '../domain/search/order.ts';

/** The texts of a small library; the second has signs beyond U+FFFF. */
const TEXTS = {
  'one.txt':
    '357. Circular Telegram From the Department of State\n\nWashington, November 19, 1962, 5:18 p.m.\n\n938. Castro has IL-28s in Cuba.1 The bombers\n\n[Page 864]\n\nstay ~~there~~ here. We know no more of it.\n\nRusk\n\n  1. Source: Department of State, Central Files, 737.00/11-1962. Secret. Drafted by Miller.\n',
  'two.txt':
    'SECRET\n\nACTION: SECSTATE 1662\n\nA ship 🚢 of the USSR leaves Havana today. See Deptel 938.\nThe bombers stay.\n\nSECRET\n',
} as const;

/** A library with a little of everything in it: annotations, tags, relations, emendations, decisions, a saved search. */
export async function smallLibrary(
  folder: string,
): Promise<{ readonly store: Store; readonly path: string }> {
  const path = join(folder, 'small.cablewright');
  const store = newStore(folder);
  mkdirSync(join(folder, 'texts'), { recursive: true });
  const files = Object.entries(TEXTS).map(([name, text]) => {
    const file = join(folder, 'texts', name);
    writeFileSync(file, text);
    return file;
  });
  await store.create(path);
  await store.open(path);
  await store.importFiles(files, 'miller');
  const { cables } = await store.listCables({ offset: 0, limit: 10, query: '', order: byDate });
  const places = await store.createTag({ name: 'Places' }, 'miller');
  const cuba = await store.createTag({ name: 'Cuba', parentId: places.id }, 'miller');
  const type = await store.createRelationType(
    { name: 'answers', reverse: 'is answered by', description: '' },
    'miller',
  );
  for (const { id } of cables) await work(store, id, [places.id, cuba.id], type.id);
  await store.saveSearch({ name: 'Bombers', query: 'bombers tag:Cuba' }, 'miller');
  await store.undo('miller');
  await store.redo('miller');
  return { store, path };
}

/** A store over a library's file, with no window and no thread of its own. */
export function newStore(folder: string): Store {
  const news = { progress: () => undefined, log: () => undefined };
  const backups = { backups: join(folder, 'backups'), automatic: false };
  return sqliteStore({ clean, rules: RULES }, news, undefined, backups);
}

/** What a reader and an editor do with one cable. */
async function work(
  store: Store,
  cableId: string,
  tagIds: readonly string[],
  typeId: string,
): Promise<void> {
  const { version, changes } = await store.openCable(cableId);
  const { text } = await store.readCable(cableId);
  const at = text.indexOf('bombers');
  const onWords = [{ side: 'transcription' as const, from: at, to: at + 7 }];
  const note = 'They *stay*, see [the other](https://example.org/a?b=1&c).';
  const one = await store.createAnnotation(
    { cableId, version, ranges: onWords, tagIds: [...tagIds], note },
    'miller',
  );
  const onBoth = [
    { side: 'original' as const, from: 0, to: 6 },
    { side: 'transcription' as const, from: at + 8, to: at + 12 },
  ];
  const other = await store.createAnnotation(
    { cableId, version, ranges: onBoth, tagIds: [], note: '' },
    'kay',
  );
  await store.createAnnotation({ cableId, version, ranges: [], tagIds: [], note: 'All.' }, 'kay');
  await store.createRelation({ from: one.id, to: other.id, typeId, note: '' }, 'miller');
  const step = stepOf(ChangeSet.of({ from: at, to: at + 7, insert: 'Bombers' }, text.length));
  await store.emend({ cableId, version, step, continues: false, witness: null }, 'miller');
  const proposed = changes.find(({ status }) => status === 'proposed');
  if (proposed)
    await store.decideChanges({ cableId, changes: [proposed], status: 'rejected' }, 'kay');
}
