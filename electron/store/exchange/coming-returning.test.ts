import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { take, twoCables } from '../../testing/coming.ts';
import { test } from '../../testing/folder.ts';
import { idOf } from '../../testing/store.ts';

test.for([
  ['web-annotation', '.jsonld', []],
  ['xmi', '.xmi', ['colour']],
  // What is about a whole cable, and links to other cables, have no place in the format.
  ['tsv', '.tsv', ['colour', 'whole', 'links']],
] as const)(
  'what has left the library as %s comes back as it was, with its ids, tags and links',
  async ([format, ending, lost], { folder }) => {
    const store = await twoCables(folder);
    const [a, b] = [await idOf(store, 'a.txt'), await idOf(store, 'b.txt')];
    const tag = await store.createTag(
      { name: 'Bombers', colour: 'green', description: '', parentId: null },
      'miller',
    );
    const annotate = (cableId: string, ranges: [number, number][], note: string) =>
      store.createAnnotation(
        {
          cableId,
          ranges: ranges.map(([from, to]) => ({ side: 'transcription', from, to })),
          ...{ version: 0, tagIds: [tag.id], note },
        },
        'miller',
      );
    const first = await annotate(
      a,
      [
        [14, 20],
        [30, 45],
      ],
      'Two passages',
    );
    const second = await annotate(b, [[4, 11]], '');
    const whole = await annotate(b, [], 'The whole cable');
    const [type] = await store.listRelationTypes();
    await store.createRelation(
      { typeId: type?.type.id ?? '', from: first.id, to: second.id, note: 'See there' },
      'miller',
    );
    const left = await store.exportCables(
      {
        choice: { query: '', except: [] },
        format,
        options: { offsets: 'code-points' },
      },
      folder,
    );
    const isLost = (what: string) => lost.some((one) => one === what);
    const content = async () => {
      const all = [...(await store.listAnnotations(a)), ...(await store.listAnnotations(b))];
      const tags = (await store.listTags()).map(({ tag: each }) => each);
      return {
        annotations: isLost('whole') ? all.filter(({ targets }) => targets.length > 0) : all,
        relations: isLost('links') ? [] : await store.listRelations(a),
        tags: isLost('colour') ? tags.map(({ id, name }) => [id, name]) : tags,
      };
    };
    const before = await content();
    await store.deleteAnnotations([first.id, second.id, whole.id], 'miller');
    await store.deleteTag(tag.id, 'miller');

    const gone = join(folder, left?.folder ?? '');
    const files = readdirSync(gone, { recursive: true }).map(String);
    for (const name of files.filter(
      (each) => each.endsWith(ending) && !each.includes('tags.jsonld'),
    )) {
      const report = await store.readComing(join(gone, name), null);
      if (report) await take(store, report.id);
    }
    expect(await content()).toEqual(before);
  },
);
