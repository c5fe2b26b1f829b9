import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { run } from '../cli/run.ts';
import { readGazetteer } from '../gazetteer/files.ts';
import type { Store } from '../store/face.ts';
import { test } from '../testing/folder.ts';
import { cleanBraces, fileIn, filesOf, storeWith, testStore } from '../testing/store.ts';
import { zipOf } from '../testing/zip.ts';
import { readVocabulary } from '../vocabulary/files.ts';

const GIBIBYTE = 1024 ** 3;

/** A file of a GiB, of which the disk holds nothing. */
function hugeFile(folder: string, name: string): string {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  ftruncateSync(file, GIBIBYTE);
  closeSync(file);
  return path;
}

/** How much memory this process has needed at most so far, in MiB. */
const peak = () => process.resourceUsage().maxRSS / 1024;

/** Does some work with a huge file, which must not come into memory. */
async function flat<T>(work: () => Promise<T>): Promise<T> {
  const before = peak();
  const done = await work();
  expect(peak() - before).toBeLessThan(200);
  return done;
}

/** Runs the command line in this process; gives how it ends and what it says. */
async function commandLine(folder: string, ...line: string[]) {
  const said: string[] = [];
  const say = (words: string) => void said.push(words);
  const around = { signal: new AbortController().signal, backups: join(folder, 'backups') };
  const exit = await run(
    line,
    { out: say, err: say, watched: false },
    { ...around, author: 'miller', program: null },
  );
  return { exit, said: said.join('') };
}

test('a text, a volume and an archive of 1 GiB are refused before they are read; the other files of the import go on', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const [text, volume, archive] = ['huge.txt', 'huge.xml', 'huge.zip'].map((name) =>
    hugeFile(folder, name),
  );
  const packed = join(folder, 'packed.zip');
  const entries = [
    { name: 'huge.txt', content: 'Small', size: GIBIBYTE },
    { name: 'small.txt', content: 'A small one in an archive.' },
  ];
  writeFileSync(packed, zipOf(entries));
  const small = fileIn(folder, 'small.txt', 'A small one.');
  const paths = [text, volume, archive, packed, small].map(String);
  const report = await flat(() => store.importFiles(paths));
  expect(report.counts).toEqual({ imported: 2, witness: 0, duplicate: 0, failed: 4 });
  const failed = (await filesOf(store, report)).flatMap((each) =>
    each.outcome === 'failed' ? [each.failure] : [],
  );
  const sentence = (path: string) =>
    `${path} has 1,024 MiB; one cable may have up to 64 MiB. Divide the file, then import its parts.`;
  const messages = failed.map(({ message }) => message);
  for (const path of [String(text), String(volume), `${packed}/huge.txt`])
    expect(messages).toContain(sentence(path));
  expect(messages.join('\n')).toContain(`${String(archive)} `);
  expect((await store.state()).cables).toBe(2);
});

test('annotations, vocabularies, names, libraries and packages of 1 GiB are refused with a sentence, and nothing is read', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': 'One.' });
  const state = await store.state();
  const cases: readonly (readonly [string, (path: string) => Promise<unknown>, string, string])[] =
    [
      ['a.jsonld', (path) => store.readComing(path, null), 'file-too-large', 'has 1,024 MiB'],
      ['a.xmi', (path) => store.readComing(path, null), 'file-too-large', 'has 1,024 MiB'],
      ['a.tsv', (path) => store.readComing(path, null), 'file-too-large', 'has 1,024 MiB'],
      ['a.ttl', readVocabulary, 'file-too-large', 'a vocabulary may have up to 32 MiB'],
      ['a.csv', readGazetteer, 'file-too-large', 'has more than 64 MiB, and was not read'],
      ['a.cablewright', (path) => store.open(path), 'not-a-library', 'is not a library'],
      [
        'b.cablewright',
        (path) => store.readMerge(path),
        'not-a-library',
        'is neither a package nor a library',
      ],
    ];
  for (const [name, work, code, words] of cases) {
    const path = hugeFile(folder, name);
    await flat(async () => {
      const failing = expect(work(path), name).rejects;
      await failing.toMatchObject({ code, message: expect.stringContaining(words) as string });
    });
  }
  expect(await store.state()).toEqual(state);
});

test('a backup that has grown to 1 GiB is not restored, and the library stays as it is', async ({
  folder,
}) => {
  const backups = join(folder, 'backups');
  const store: Store = testStore(cleanBraces, backups);
  const path = join(folder, 'test.cablewright');
  await store.create(path);
  await store.open(path);
  await store.importFiles([fileIn(folder, 'a.txt', 'One.')]);
  const { name } = await store.makeBackup('asked');
  const { id } = await store.state();
  truncateSync(join(backups, id, name), GIBIBYTE);
  await flat(async () => {
    await expect(store.restoreBackup({ name, path: null })).rejects.toMatchObject({
      code: 'library-damaged',
      message: `The backup ${name} is not as it was written any more. Nothing was changed. Choose another one.`,
    });
  });
  expect((await store.state()).cables).toBe(1);
  expect(existsSync(`${path}.restoring`)).toBe(false);
});

test('the command line refuses 1 GiB as the window does', async ({ folder }) => {
  const text = hugeFile(folder, 'huge.txt');
  const small = fileIn(folder, 'small.txt', 'A small one.');
  const library = join(folder, 'test.cablewright');
  const imported = await flat(() =>
    commandLine(folder, 'import', text, small, '--library', library),
  );
  expect(imported.said).toContain('has 1,024 MiB; one cable may have up to 64 MiB.');
  const cleaned = await flat(() => commandLine(folder, 'clean', text, small));
  expect(cleaned.said).toContain(`${text} has 1,024 MiB; one cable may have up to 64 MiB.`);
  expect(cleaned.said).toContain('A small one.');
});
