import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import { writtenFolder } from './written-folder.ts';

const piece = (path: string, content: string) => ({ path, content });

test('pieces of one path are one file, whenever they come', async ({ folder }) => {
  const written = await writtenFolder(folder, 'Cuba tei');
  await written.begin([piece('corpus.xml', '<'), piece('readme.txt', 'R')]);
  await written.add([piece('one.xml', '1'), piece('one.xml', '1'), piece('list.txt', 'a')]);
  await written.add([piece('two.xml', '2'), piece('list.txt', 'b'), piece('corpus.xml', '/')]);
  await written.add([piece('list.txt', 'c'), piece('texts/two.txt', 'T')]);
  await written.add([piece('corpus.xml', '>')]);
  expect(await written.end()).toBe(6);
  const read = (path: string) => readFileSync(join(folder, 'Cuba tei', path), 'utf8');
  const paths = ['corpus.xml', 'readme.txt', 'one.xml', 'two.xml', 'list.txt', 'texts/two.txt'];
  expect(paths.map(read)).toEqual(['</>', 'R', '11', '2', 'abc', 'T']);
});

test('it never fills a folder that is there', async ({ folder }) => {
  const names = ['a', 'a'].map((name) => writtenFolder(folder, name).then((made) => made.name));
  expect((await Promise.all(names)).toSorted()).toEqual(['a', 'a 2']);
});

test('taken away, it leaves nothing', async ({ folder }) => {
  const written = await writtenFolder(folder, 'a');
  await written.begin([piece('corpus.xml', '<')]);
  await written.add([piece('deep/er/one.xml', '1')]);
  await written.remove();
  expect(existsSync(join(folder, 'a'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
