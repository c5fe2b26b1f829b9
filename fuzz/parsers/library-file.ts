import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failureOf } from '../../domain/failure.ts';
import { byDate } from '../../domain/search/order.ts';
import type { Store } from '../../electron/store/face.ts';
import { verifyFile } from '../../electron/store/safety/verify.ts';
import { small } from '../chance.ts';
import { Deeds, madeDeed, undergo } from '../deeds.ts';
import { isAnswer } from '../judging.ts';
import type { Parser } from '../parser.ts';
import { newStore, smallLibrary } from '../small-library.ts';

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
      await readAndWrite(broken, own, lap);
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
async function readAndWrite(path: string, folder: string, lap: () => void): Promise<void> {
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
    await allowed(() => store.searchResults(asked));
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
  // A value of the wrong shape is told by its shape, when it is to be answered; that is not looked at here.
  await allowed(() => store.openCable(id));
  await allowed(() => store.readCable(id));
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
