import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { countFiles, findFiles } from './find-files.ts';

const found = async (folder: string, ...paths: readonly string[]) => {
  const names: string[] = [];
  for await (const each of findFiles(paths.map((path) => join(folder, path)))) {
    const name = relative(folder, each.path);
    names.push('failure' in each ? `${name}: ${each.failure.code}` : name);
  }
  const counts: number[] = [];
  const all = paths.map((path) => join(folder, path));
  await countFiles(all, (count) => counts.push(count), new AbortController().signal);
  expect(counts.at(-1) ?? 0).toBe(names.length);
  return names;
};

test('of a folder the text files, all the way down, in the order of their names', async ({
  folder,
}) => {
  mkdirSync(join(folder, 'box 2', 'deep'), { recursive: true });
  for (const name of [
    'cable 10.txt',
    'cable 9.TXT',
    'notes.md',
    'old.text',
    'box.zip',
    'frus.xml',
    'scan.pdf',
    '.hidden.txt',
  ])
    writeFileSync(join(folder, name), 'x');
  writeFileSync(join(folder, 'box 2', 'deep', 'a.txt'), 'x');
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'a.txt'), 'x');
  expect(await found(folder, '.')).toEqual([
    'box 2/deep/a.txt',
    'box.zip',
    'cable 9.TXT',
    'cable 10.txt',
    'frus.xml',
    'notes.md',
    'old.text',
  ]);
});

test('a file chosen by itself may have any ending', async ({ folder }) => {
  writeFileSync(join(folder, 'cable.ocr'), 'x');
  expect(await found(folder, 'cable.ocr')).toEqual(['cable.ocr']);
});

test('links that lead round in a circle are entered once', async ({ folder }) => {
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'a', 'b', 'x.txt'), 'x');
  symlinkSync(join(folder, 'a'), join(folder, 'a', 'b', 'back'));
  symlinkSync(join(folder, 'a', 'b', 'x.txt'), join(folder, 'a', 'link.txt'));
  expect(await found(folder, 'a')).toEqual(['a/b/x.txt', 'a/link.txt']);
});

test('what is not there, or leads nowhere, is told and stops nothing', async ({ folder }) => {
  writeFileSync(join(folder, 'x.txt'), 'x');
  symlinkSync(join(folder, 'gone'), join(folder, 'dead.txt'));
  symlinkSync(join(folder, 'self.txt'), join(folder, 'self.txt'));
  expect(await found(folder, 'no.txt', '.')).toEqual([
    'no.txt: file-missing',
    'dead.txt: file-missing',
    'self.txt: file-missing',
    'x.txt',
  ]);
});
