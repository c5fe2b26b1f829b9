import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { findFiles } from './find-files.ts';

const found = async (folder: string, ...paths: readonly string[]) =>
  (await findFiles(paths.map((path) => join(folder, path)))).map((each) =>
    'failure' in each
      ? `${relative(folder, each.path)}: ${each.failure.code}`
      : relative(folder, each.path),
  );

test('of a folder the text files, all the way down, in the order of their names', async ({
  folder,
}) => {
  mkdirSync(join(folder, 'box 2', 'deep'), { recursive: true });
  for (const name of [
    'cable 10.txt',
    'cable 9.TXT',
    'notes.md',
    'old.text',
    'scan.pdf',
    '.hidden.txt',
  ])
    writeFileSync(join(folder, name), 'x');
  writeFileSync(join(folder, 'box 2', 'deep', 'a.txt'), 'x');
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'a.txt'), 'x');
  expect(await found(folder, '.')).toEqual([
    'box 2/deep/a.txt',
    'cable 9.TXT',
    'cable 10.txt',
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
