import { join } from 'node:path';
import { expect } from 'vitest';
import { type Draft, draftOf } from '../../bench/reference/draft.ts';
import { Driver } from '../../bench/reference/driver.ts';
import { randomOf } from '../../bench/reference/random.ts';
import { contents } from '../../bench/reference/snapshot.ts';
import { proposedText } from '../../bench/reference/texts.ts';
import { test } from '../testing/folder.ts';
import { fileIn, filesOf, testStore } from '../testing/store.ts';
import { connect } from './database.ts';

const EDITS = 150;
const ANNOTATIONS = 60;

/** A store with one cable, and a driver that has taken it up. */
async function deskWith({ text, changes }: Draft, folder: string, seed: number) {
  const random = randomOf(seed);
  const store = testStore(() => ({ changes, structure: [], metadata: [], warnings: [] }));
  const path = join(folder, 'a.cablewright');
  await store.create(path);
  await store.open(path);
  const [file] = await filesOf(store, await store.importFiles([fileIn(folder, 'a.txt', text)]));
  if (file?.outcome !== 'imported') throw new Error('the text was not imported');
  const driver = new Driver(store, random);
  await driver.take(file.cableId);
  return { store, path, driver };
}

type Deed =
  | readonly ['highlight', string]
  /** Each `[place, words taken away, words put in]`. */
  | readonly ['type', ...(readonly [number, string, string])[]]
  /** The numbers of proposals, in reading order. */
  | readonly ['accepted' | 'rejected', ...number[]];

async function perform(driver: Driver, deed: Deed): Promise<void> {
  if (deed[0] === 'highlight') return driver.highlight(deed[1]);
  if (deed[0] === 'type') {
    const [, ...places] = deed;
    const step = places.map(([from, gone, insert]) => ({ from, to: from + gone.length, insert }));
    return driver.make(() => ({ do: 'type', kind: 'type', step }));
  }
  const [status, ...numbers] = deed;
  return driver.make(({ changes }) => {
    const chosen = numbers.flatMap((at) => changes[at] ?? []);
    return { do: 'decide', kind: status, keys: chosen.map(({ from, to, rule }) => ({ from, to, rule })) }; // prettier-ignore
  });
}

test.for<[string, string, ...Deed[]]>([
  [
    'words come back where a stretch that begins at their place is replaced',
    'Rusk told him all',
    ['highlight', 'told'],
    ['type', [5, 'told ', '']],
    ['type', [5, 'him', 'told him']],
  ],
  [
    'words within a changed word come back when it is changed back',
    'a (bcd=X) f',
    ['highlight', 'c'],
    ['accepted', 0],
    ['rejected', 0],
  ],
  [
    'what was put into a changed word comes back when it is changed back',
    'Rusk (told=said) him',
    ['type', [7, '', 'X']],
    ['accepted', 0],
    ['rejected', 0],
  ],
  [
    'an emendation does not come back within another',
    'Rusk (told )him all',
    ['type', [5, 'told', 'said']],
    ['accepted', 0],
    ['type', [4, ' h', 'Z']],
    ['rejected', 0],
  ],
  [
    'a point does not come back within another emendation',
    'Rusk (told )him all',
    ['type', [7, '', 'X']],
    ['accepted', 0],
    ['type', [4, ' h', 'Z']],
    ['rejected', 0],
  ],
  [
    'emendations that come to one place stay in their order',
    'ab(c)de',
    ['type', [3, '', 'Y']],
    ['type', [2, '', 'X']],
    ['accepted', 0],
    ['rejected', 0],
  ],
  [
    'of two emendations at one place the second is typed on, though it is the older',
    'ab(c)de',
    ['type', [3, '', 'YY']],
    ['type', [2, '', 'XX']],
    ['accepted', 0],
    ['type', [5, '', 'q']],
  ],
])('%s', async ([, marked, ...deeds], { expect: expected, folder }) => {
  const { driver } = await deskWith(draftOf(marked), folder, 1);
  for (const deed of deeds) await perform(driver, deed);
  expected(driver.deviations).toEqual([]);
});

/** The tables as they lie in the file. */
function dump(path: string) {
  const db = connect(path, 'must-be-there');
  const all = contents(db);
  db.close();
  return all;
}

test('whatever is typed, decided and restored, everything stands where an independent mapper puts it; undone, all is as it was', async ({
  folder,
}) => {
  const seed = Date.now() % 1_000_000;
  const { store, path, driver } = await deskWith(proposedText(randomOf(seed), 350), folder, seed);
  for (let count = 0; count < ANNOTATIONS; count++) await driver.annotate();
  await store.close();
  const before = dump(path);
  await store.open(path);
  for (let count = 0; count < EDITS; count++) await driver.edit();
  expect(driver.deviations.slice(0, 3), `seed ${seed}`).toEqual([]);
  for (let count = 0; count < EDITS; count++) {
    await store.undo('kay');
    if (count !== EDITS / 2) continue;
    await store.close();
    await store.open(path);
  }
  await store.close();
  expect(dump(path), `seed ${seed}`).toEqual(before);
}, 60_000);
