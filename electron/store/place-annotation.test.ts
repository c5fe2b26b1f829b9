import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import type { Store } from './face.ts';

const TEXT = 'We keep {?the quarantine }up. All know the quarantine, and <SECRET >raids 🚢 end.';
const READING = 'We keep up. All know the quarantine, and raids 🚢 end.';

/** A cable whose annotation on the words in `{}` has just lost them, and the words of the other side. */
async function withLost(folder: string) {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const from = TEXT.indexOf('the quarantine');
  const ranges = [{ side: 'transcription' as const, from, to: from + 14 }];
  const made = await store.createAnnotation(
    { cableId, ranges, version: 0, tagIds: [], note: 'So?' },
    'miller',
  );
  const change = { from: TEXT.indexOf('{'), to: TEXT.indexOf('}') + 1, rule: 'braces' };
  await store.decideChanges({ cableId, changes: [change], status: 'accepted' }, 'kay');
  const { version } = await store.openCable(cableId);
  return { store, cableId, id: made.id, version };
}

/** Where words stand in a text, as a request says it. */
function at(text: string, words: string, version: number, side: 'original' | 'transcription') {
  const from = text.indexOf(words);
  return { side, from, to: from + words.length, version };
}

const only = async (store: Store, cableId: string) => (await store.listAnnotations(cableId))[0];

test('a lost annotation is placed on other words, as one action that can be undone', async ({
  folder,
}) => {
  const { store, cableId, id, version } = await withLost(folder);
  const lost = await only(store, cableId);
  expect(lost?.targets[0]?.lost).toBe(
    'Its words left the transcription when “braces” was accepted.',
  );
  const place = at(READING, 'the quarantine', version, 'transcription');
  const placed = await store.placeAnnotation({ id, ...place }, 'kay');
  expect(placed.targets).toEqual([
    {
      ...place,
      quote: { exact: 'the quarantine', prefix: READING.slice(0, 21), suffix: READING.slice(35) },
      lost: null,
    },
  ]);
  expect(placed).toMatchObject({ id, note: 'So?', creator: 'miller', created: lost?.created });
  expect(await only(store, cableId)).toEqual(placed);
  expect((await store.state()).undo.undo).toBe('place “the quarantine” again');

  await store.undo('kay');
  expect(await only(store, cableId)).toEqual(lost);
  await store.redo('kay');
  expect(await only(store, cableId)).toEqual(placed);
});

test('it can be placed on the original', async ({ folder }) => {
  const { store, cableId, id } = await withLost(folder);
  const place = at(TEXT, '{?the quarantine }', 0, 'original');
  await store.placeAnnotation({ id, ...place }, 'kay');
  const placed = await only(store, cableId);
  expect(placed?.targets.map(({ side, quote }) => [side, quote.exact])).toEqual([
    ['original', '{?the quarantine }'],
  ]);
});

test('it is placed on words only, and on words as they are now', async ({ folder }) => {
  const { store, cableId, id, version } = await withLost(folder);
  const half = READING.indexOf('🚢') + 1;
  for (const [from, to, seen, sentence] of [
    [3, 3, version, /No text is selected/u],
    [half, half + 4, version, /middle of a character/u],
    [3, 900, version, /has 54 characters/u],
    [3, 7, version - 1, /has changed since it was shown/u],
  ] as const) {
    const place = { id, side: 'transcription', from, to, version: seen } as const;
    await expect(store.placeAnnotation(place, 'kay')).rejects.toThrow(sentence);
  }
  expect((await only(store, cableId))?.targets[0]?.lost).not.toBeNull();
});

test('one that has its place is never moved', async ({ folder }) => {
  const { store, cableId, id, version } = await withLost(folder);
  const place = at(READING, 'raids', version, 'transcription');
  const placed = await store.placeAnnotation({ id, ...place }, 'kay');
  const other = at(READING, 'keep', version, 'transcription');
  await expect(store.placeAnnotation({ id, ...other }, 'kay')).rejects.toThrow(
    'The annotation on “raids” has its place. To annotate other words, select them and highlight them.',
  );
  expect(await only(store, cableId)).toEqual(placed);
});

test('one that is deleted has no place to be given', async ({ folder }) => {
  const { store, id, version } = await withLost(folder);
  await store.deleteAnnotations([id], 'kay');
  const place = at(READING, 'raids', version, 'transcription');
  await expect(store.placeAnnotation({ id, ...place }, 'kay')).rejects.toThrow(
    /deleted meanwhile/u,
  );
});
