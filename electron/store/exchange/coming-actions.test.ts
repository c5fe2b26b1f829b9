import { describe, expect } from 'vitest';
import { linesOf, near, read, saidOf, take, told, twoCables } from '../../testing/coming.ts';
import { editingIn } from '../../testing/editing.ts';
import { test } from '../../testing/folder.ts';
import { fileIn, idOf } from '../../testing/store.ts';

describe('a file of another program', () => {
  test('is placed in the unit it turns out to count in, by the name of the text, as one action; a second time all is known', async ({
    folder,
  }) => {
    const store = await twoCables(folder);
    const file = [told('a', 'IL-28s', 14), told('b', 'bombers', 34), told('c', 'it', 1)];
    const report = await read(store, folder, file);
    expect(report).toMatchObject({ format: 'W3C Web Annotation', annotations: 3, losses: [] });
    expect(report.outcomes).toMatchObject({ placed: 2, unplaced: 0, proposed: 1 });
    expect((await linesOf(store, report.id)).map(({ cable, outcome }) => [cable, outcome])).toEqual(
      [
        ['a.txt', 'placed'],
        ['a.txt', 'placed'],
        ['a.txt', 'proposed'],
      ],
    );
    expect(await take(store, report.id)).toMatchObject({ annotations: 3, placed: 2, unplaced: 1 });
    const said = await saidOf(store, 'a.txt');
    expect(said.toSorted()).toEqual(['(it): Note c', 'IL-28s: Note a', 'bombers: Note b']);
    const [first] = await store.listAnnotations(await idOf(store, 'a.txt'));
    expect(first).toMatchObject({ creator: 'kay', created: '2024-05-01T10:00:00.000Z' });

    const again = await read(store, folder, file);
    expect(again.outcomes).toMatchObject({ known: 3, placed: 0 });
    expect(await take(store, again.id)).toMatchObject({ annotations: 0 });
    expect((await store.state()).undo.undo).toBe('import 3 annotations from “notes.json”');
    await store.undo('miller');
    expect(await saidOf(store, 'a.txt')).toEqual([]);
    const anew = await read(store, folder, file);
    expect(anew.outcomes).toMatchObject({ known: 0, placed: 2 });
    await store.redo('miller');
    expect((await saidOf(store, 'a.txt')).toSorted()).toEqual(said.toSorted());
    // What has come back meanwhile is not taken a second time.
    expect(await take(store, anew.id)).toMatchObject({ annotations: 0 });
  });

  test('leaves what is here and says something else as it is here', async ({ folder }) => {
    const store = await twoCables(folder);
    const { id } = await read(store, folder, [told('a', 'IL-28s', 14)]);
    await take(store, id);
    const other = [{ type: 'TextualBody', purpose: 'commenting', value: 'Another note' }];
    const report = await read(store, folder, [told('a', 'IL-28s', 14, { body: other })]);
    expect(await linesOf(store, report.id)).toMatchObject([
      { outcome: 'changed', reason: 'Here its note is another. It stays as it is here.' },
    ]);
    const taken = await take(store, report.id);
    expect(taken).toMatchObject({ annotations: 0, losses: [{ kind: 'said otherwise' }] });
    expect(await saidOf(store, 'a.txt')).toEqual(['IL-28s: Note a']);
  });

  test('brings tags once, and finds those that are here', async ({ folder }) => {
    const store = await twoCables(folder);
    const there = await store.createTag(
      { name: 'Bombers', colour: 'green', description: '', parentId: null },
      'miller',
    );
    const tagged = (id: string, words: string, at: number, ...tags: string[]) =>
      told(id, words, at, {
        body: tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
      });
    const report = await read(store, folder, [
      tagged('a', 'IL-28s', 14, 'bombers', 'Cuba'),
      tagged('b', 'bombers', 34, 'cuba'),
    ]);
    expect(await take(store, report.id)).toMatchObject({ annotations: 2, tags: 1 });
    const tags = new Map((await store.listTags()).map(({ tag }) => [tag.id, tag.name]));
    const all = await store.listAnnotations(await idOf(store, 'a.txt'));
    expect(all.map(({ tagIds }) => tagIds.map((id) => tags.get(id)))).toEqual([
      ['Bombers', 'Cuba'],
      ['Cuba'],
    ]);
    expect(all[0]?.tagIds[0]).toBe(there.id);
    await store.undo('miller');
    expect(await store.listTags()).toHaveLength(1);
  });
});

describe('what does not stand where the file says', () => {
  const file = [
    told('a', 'x', 0, near('IL-28s', 'Castro has ', ' in Cuba. The')),
    told('b', 'x', 0, near('bombards', 'Cuba. The ', ' stay. We know')),
    told('c', 'x', 0, near('nothing of the kind', 'has ever been heard ', ' in Utopia')),
  ];

  test('is proposed with scores, goes to the tray unless it is clear enough, and where a reader says', async ({
    folder,
  }) => {
    const store = await twoCables(folder);
    const report = await read(store, folder, file);
    expect(report.outcomes).toMatchObject({ proposed: 2, unplaced: 1 });
    expect([report.clear[0], report.clear[90], report.clear[100]]).toEqual([2, 1, 0]);
    const [a, b, c] = await linesOf(store, report.id);
    expect(a?.doubtful[0]?.places[0]).toMatchObject({ target: { quote: { exact: 'IL-28s' } } });
    expect(b?.doubtful[0]?.places[0]).toMatchObject({ target: { quote: { exact: 'bombers' } } });
    expect(c?.doubtful[0]).toMatchObject({ places: [], quote: { exact: 'nothing of the kind' } });

    await take(store, report.id, { least: 0.9 });
    const said = async () => (await saidOf(store, 'a.txt')).toSorted();
    expect(await said()).toEqual([
      '(bombards): Note b',
      '(nothing of the kind): Note c',
      'IL-28s: Note a',
    ]);
    await store.undo('miller');

    const again = await read(store, folder, file);
    const [first, second] = await linesOf(store, again.id);
    const chosen = [
      { key: first?.key ?? '', passage: 0, place: null },
      { key: second?.key ?? '', passage: 0, place: 0 },
    ];
    expect(await take(store, again.id, { least: 0, chosen })).toMatchObject({ placed: 1 });
    expect(await said()).toEqual([
      '(IL-28s): Note a',
      '(nothing of the kind): Note c',
      'bombers: Note b',
    ]);
  });

  test('is compared anew where the text has changed meanwhile, and nothing is taken', async ({
    folder,
  }) => {
    const store = await twoCables(folder);
    const report = await read(store, folder, file);
    const cableId = await idOf(store, 'a.txt');
    await editingIn(store, cableId).type('IL-28s', 'no bombers at all');
    await expect(take(store, report.id, { least: 0 })).rejects.toMatchObject({
      code: 'stale',
      message: expect.stringContaining('“a.txt” has changed') as string,
    });
    expect(await saidOf(store, 'a.txt')).toEqual([]);
    const [a] = await linesOf(store, report.id);
    expect(a?.doubtful[0]?.places[0]?.target.side).toBe('original');
    await store.discardCables({ ids: [cableId] }, 'miller');
    await expect(take(store, report.id)).rejects.toMatchObject({ code: 'stale' });
    expect((await store.comingReport(report.id)).outcomes).toMatchObject({ homeless: 3 });
    expect(await take(store, report.id)).toMatchObject({ annotations: 0 });
    await expect(store.comingReport(report.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a file that cannot be read', () => {
  test.for([
    ['{"a": 1', 'file-not-annotations', 'is no sound JSON'],
    ['{"a": 1}', 'file-not-annotations', 'holds no annotations that Cablewright can read'],
    ['Only words.', 'file-not-annotations', 'holds no annotations'],
    [' ', 'file-empty', 'is empty'],
  ] as const)('such as %j says what is wrong', async ([text, code, words], { folder }) => {
    const store = await twoCables(folder);
    const reading = store.readComing(fileIn(folder, 'notes.json', text), null);
    await expect(reading).rejects.toMatchObject({ code });
    await expect(reading).rejects.toThrow(words);
  });

  test('because it is not there says so', async ({ folder }) => {
    const store = await twoCables(folder);
    await expect(store.readComing(`${folder}/gone.json`, null)).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});

test('comparing and taking over can be stopped, with nothing changed', async ({ folder }) => {
  const store = await twoCables(folder);
  const many = Array.from({ length: 800 }, (_, at) => told(`n${at}`, 'IL-28s', 14));
  const reading = store.readComing(fileIn(folder, 'many.json', JSON.stringify(many)), null);
  await store.cancelImport();
  expect(await reading).toBeNull();
  const report = await read(store, folder, many);
  const taking = store.takeComing({ id: report.id, chosen: [], least: null }, 'miller');
  await store.cancelImport();
  expect(await taking).toBeNull();
  expect(await saidOf(store, 'a.txt')).toEqual([]);
  expect(await take(store, report.id)).toMatchObject({ annotations: 800 });
});
