import { expect, it } from 'vitest';
import { count, fileNameOf, folderNameOf } from './words.ts';

it.each([
  [0, '0 cables'],
  [1, '1 cable'],
  [12345, '12,345 cables'],
])('%d is %s', (number, words) => expect(count(number, 'cable')).toBe(words));

it.each([
  ['/home/reader/cables/001.txt', '001.txt', 'cables'],
  ['C:\\Users\\reader\\001.txt', '001.txt', 'reader'],
  ['/home/reader/cables/', 'cables', 'reader'],
  ['001.txt', '001.txt', ''],
])('%s is %s in %s', (path, file, folder) => {
  expect(fileNameOf(path)).toBe(file);
  expect(folderNameOf(path)).toBe(folder);
});
