import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { clean } from '../../domain/clean/clean.ts';
import { RULES } from '../../domain/clean/rules.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import { sqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/face.ts';
import { sha256Of } from '../store/originals.ts';
import { test } from '../testing/folder.ts';
import { filesOf, idOf } from '../testing/store.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const VOLUME = 'frus1958-60v99.xml';

/** A store that cleans as the program does, with a new library and the volume in it. */
async function withVolume(folder: string, deed: (store: Store) => Promise<void>) {
  const store = sqliteStore({ clean, rules: RULES }, { progress: () => {}, log: () => {} });
  const path = join(folder, 'test.cablewright');
  try {
    await store.create(path);
    await store.open(path);
    await deed(store);
  } finally {
    await store.close();
  }
}

const volumeIn = (folder: string) => {
  const path = join(folder, VOLUME);
  copyFileSync(join(FIXTURES, VOLUME), path);
  return path;
};

test('a volume becomes cables, each with the edition it comes from', async ({ folder }) => {
  await withVolume(folder, async (store) => {
    const file = volumeIn(folder);
    const report = await store.importFiles([file]);
    expect(report.counts).toMatchObject({ imported: 5, failed: 0 });
    const files = await filesOf(store, report);
    expect(files.map(({ path }) => path)).toEqual(
      ['d64', 'd113', 'd153', 'd154', 'd116'].map((id) => `${file}#${id}`),
    );

    const { original, edition, ...cable } = await store.openCable(
      await idOf(store, `${VOLUME}#d64`),
    );
    expect(original.format).toBe('tei');
    expect(original.fileName).toBe(`${VOLUME}#d64`);
    expect(original.text).toMatch(/^<div type="document" xml:id="d64"[\s\S]*<\/div>$/u);
    expect(cable.summary).toMatchObject({
      title: 'Telegram From the Department of State to the Embassy in Egypt',
      number: '64',
      telegramNumber: '3337',
      date: '1958-06-09T14:30',
      classification: 'Top Secret',
      signatory: 'Dulles',
    });
    expect(edition).toMatchObject({
      document: 'd64',
      edition: {
        series: 'Foreign Relations of the United States, 1958–1960',
        volume: 'Volume XCIX',
        editors: ['Ada Reader', 'Bela Setzer', 'Clara & Sons'],
        sha256: sha256Of(readFileSync(file)),
      },
    });
    // Of the names of the lists those it points to.
    expect(edition?.names.map(({ pointer }) => pointer).toSorted()).toEqual([
      ...['p_CC7', 'p_NGA1', 't_GOL1', 't_UAR1'],
    ]);
    const text = transcribe(original.text, cable.changes).text.toString();
    expect(text).toMatch(
      /^64\. Telegram From[\s\S]*\n\nWashington, June 9, 1958—2:30 p\.m\.\n\n3337\. We are/u,
    );
    expect(text).not.toMatch(/[<>]|Source:/u);
  });
});

test('its lists become entries of the gazetteer in one action, which leave alone what a person wrote', async ({
  folder,
}) => {
  await withVolume(folder, async (store) => {
    const mine = {
      ...{ id: '01900000-0000-7000-8000-00000000000a', kind: 'person' as const },
      ...{
        name: 'Nasser, Gamal Abdel',
        forms: ['the Colonel'],
        description: 'As I know him.',
        source: '',
      },
    };
    await store.putEntry(mine, 'kay');
    await store.importFiles([volumeIn(folder)], 'kay');
    const own = (await store.listGazetteer()).filter((one) => one.own).map(({ entry }) => entry);
    const nasser = own.filter(({ name }) => name === mine.name);
    expect(nasser).toHaveLength(1);
    expect(nasser[0]).toMatchObject({ description: 'As I know him.' });
    expect(nasser[0]?.forms).toContain('the Colonel');
    expect(own.find(({ name }) => name === 'Chamoun, Camille')?.description).toMatch(/President/u);
    await store.undo('kay');
    const after = (await store.listGazetteer()).filter((one) => one.own);
    expect(after.map(({ entry }) => entry)).toEqual([mine]);
  });
});

test('cleaned anew when a rule is switched, a document stays as it is', async ({ folder }) => {
  await withVolume(folder, async (store) => {
    await store.importFiles([volumeIn(folder)]);
    const id = await idOf(store, `${VOLUME}#d113`);
    const before = await store.openCable(id);
    await store.switchRule({ rule: 'page-marker', on: false }, 'kay');
    const after = await store.openCable(id);
    expect([after.changes, after.structure, after.metadata]).toEqual([
      ...[before.changes, before.structure, before.metadata],
    ]);
  });
});

test('imported again, a volume adds nothing; a document that has changed is another witness', async ({
  folder,
}) => {
  await withVolume(folder, async (store) => {
    const file = volumeIn(folder);
    await store.importFiles([file]);
    expect((await store.importFiles([file])).counts).toMatchObject({ imported: 0, duplicate: 5 });
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('We are unwilling', 'We are not willing'),
    );
    expect((await store.importFiles([file])).counts).toMatchObject({ witness: 1, duplicate: 4 });
  });
});

test('a broken document is named in the report, and the others are there', async ({ folder }) => {
  await withVolume(folder, async (store) => {
    const file = volumeIn(folder);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('We are unwilling', 'We <hi>are unwilling'),
    );
    const report = await store.importFiles([file]);
    expect(report.counts).toMatchObject({ imported: 4, failed: 1 });
    const failed = (await filesOf(store, report)).find(({ outcome }) => outcome === 'failed');
    expect(failed).toMatchObject({
      path: `${file}#d64`,
      failure: {
        code: 'bad-input',
        message: expect.stringMatching(/document d64: in line \d+/u) as string,
      },
    });
  });
});

test('tags, ids and attributes are not found; words are, on both sides', async ({ folder }) => {
  await withVolume(folder, async (store) => {
    await store.importFiles([volumeIn(folder)]);
    const hits = async (query: string) => (await store.countSearch(query)).total;
    expect(await hits('persName')).toBe(0);
    expect(await hits('p_NGA1')).toBe(0);
    expect(await hits('original:smallcaps')).toBe(0);
    expect(await hits('original:Chehab')).toBe(1);
    expect(await hits('McClintock')).toBe(1);
  });
});

test('the 17 documents come in as files of their own', async ({ folder }) => {
  await withVolume(folder, async (store) => {
    const files = readdirSync(join(FIXTURES, 'frus'));
    const report = await store.importFiles([join(FIXTURES, 'frus')]);
    expect(report.counts).toMatchObject({ imported: 17, failed: 0 });
    for (const file of files) {
      const id = /-(d\d+)\.xml$/u.exec(file)?.[1];
      const { original, edition } = await store.openCable(await idOf(store, `${file}#${id}`));
      expect([original.format, edition]).toEqual(['tei', null]);
    }
  });
});
