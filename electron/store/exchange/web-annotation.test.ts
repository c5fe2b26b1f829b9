import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Annotation, Side } from '../../../domain/annotation/annotation.ts';
import { editingIn } from '../../testing/editing.ts';
import { test } from '../../testing/folder.ts';
import { idOf, storeWith, type TestStore } from '../../testing/store.ts';

const TEXT =
  '🚢 Castro {SECRET }has IL-28s in 𝔎uba. The bombers stay, Khrushchevʼs word on it. {SECRET}';

/** A library with the one cable, in which somebody has typed. */
async function library(folder: string) {
  mkdirSync(folder);
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const desk = editingIn(store, await idOf(store, 'a.txt'));
  await desk.type('IL-28s', 'IL-28 bombers 🛩');
  return { store, desk };
}

/** What an annotation says and where it stands, in whatever library. */
function plain(tags: ReadonlyMap<string, string>) {
  return ({ cableId: _cable, tagIds, targets, ...annotation }: Annotation) => ({
    ...annotation,
    tags: tagIds.map((id) => tags.get(id)),
    targets: targets.map(({ version: _version, ...target }) => target),
  });
}

async function contentOf(store: TestStore) {
  const cableId = await idOf(store, 'a.txt');
  const tags = new Map(
    (await store.listTags()).map(({ tag }) => [tag.id, `${tag.name} ${tag.colour}`]),
  );
  const relations = await store.listRelations(cableId);
  return {
    annotations: (await store.listAnnotations(cableId)).map(plain(tags)),
    relations: relations.map(({ relation: { typeId: _type, ...relation } }) => relation),
  };
}

test.for(['code-points', 'utf-16'] as const)(
  'annotations on both sides reach another library with the same cable, counted in %s',
  async (offsets, { folder }) => {
    const { store, desk } = await library(join(folder, 'one'));
    const { cableId } = desk;
    const tag = await store.createTag(
      { name: 'Bombers', colour: 'green', description: '', parentId: null },
      'kay',
    );
    const texts: Readonly<Record<Side, string>> = {
      original: TEXT,
      transcription: await desk.text(),
    };
    const { version } = await store.openCable(cableId);
    const annotate = (note: string, ...words: readonly (readonly [Side, string])[]) => {
      const ranges = words.map(([side, exact]) => {
        const from = texts[side].indexOf(exact);
        return { side, from, to: from + exact.length };
      });
      return store.createAnnotation({ cableId, ranges, version, tagIds: [tag.id], note }, 'kay');
    };
    const both = await annotate(
      'On *both* sides',
      ['original', '{SECRET}'],
      ['transcription', 'bombers 🛩'],
      ['original', 'Khrushchevʼs'],
    );
    const losing = await annotate('', ['transcription', '𝔎uba'], ['transcription', 'stay']);
    await annotate('On all of it');
    await store.judgeAnnotations({ ids: [losing.id], verdict: 'rejected', rejecting: [] }, 'kay');
    const [type] = await store.listRelationTypes();
    await store.createRelation(
      { typeId: type?.type.id ?? '', from: both.id, to: losing.id, note: 'See there' },
      'kay',
    );
    await desk.type('𝔎uba', '');

    const left = await store.exportCables(
      { choice: { query: '', except: [] }, format: 'web-annotation', options: { offsets } },
      folder,
    );
    const gone = join(folder, left?.folder ?? '');
    const page = readdirSync(gone).find((name) => name.endsWith('.jsonld'));
    const other = await library(join(folder, 'two'));
    await other.desk.type('𝔎uba', '');
    const report = await other.store.readComing(join(gone, page ?? ''), null);
    expect(report?.losses).toEqual([]);
    await other.store.takeComing({ id: report?.id ?? '', chosen: [], least: null }, 'kay');

    expect(await contentOf(other.store)).toEqual(await contentOf(store));
    const again = await other.store.readComing(join(gone, page ?? ''), null);
    expect(again?.outcomes).toMatchObject({ known: 3, placed: 0, changed: 0 });
  },
);
