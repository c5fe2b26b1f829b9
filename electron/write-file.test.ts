import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, vi } from 'vitest';
import { test } from './testing/folder.ts';
import { writeWhole } from './write-file.ts';

vi.mock('node:fs/promises', { spy: true });
afterEach(() => vi.resetAllMocks());

/** An error of the system. */
function refused(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** From now on no more than some signs go into any file. */
function fullAfter(signs: number) {
  const { open } = files;
  vi.mocked(files.open).mockImplementationOnce(async (...asked) => {
    const file = await open(...asked);
    const write = file.writeFile.bind(file);
    file.writeFile = async (content) => {
      await write(typeof content === 'string' ? content.slice(0, signs) : '');
      throw refused('ENOSPC');
    };
    return file;
  });
}

test('writes what is new, and replaces what was there', async ({ folder }) => {
  const path = join(folder, 'a.csv');
  await writeWhole(path, 'first');
  chmodSync(path, 0o640);
  await writeWhole(path, 'sécond 😀\n');
  expect(readFileSync(path, 'utf8')).toBe('sécond 😀\n');
  expect(readdirSync(folder)).toEqual(['a.csv']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o640);
});

test('a name may be as long as the system allows, and no longer', async ({ folder }) => {
  const path = join(folder, `${'a'.repeat(251)}.csv`);
  await writeWhole(path, 'x');
  expect(readFileSync(path, 'utf8')).toBe('x');
  await expect(writeWhole(`${path}.csv`, 'x')).rejects.toMatchObject({ code: 'bad-input' });
});

test('where a link leads to a file, that is written and the link stays', async ({ folder }) => {
  const [path, link] = [join(folder, 'a.csv'), join(folder, 'link.csv')];
  writeFileSync(path, 'old');
  symlinkSync(path, link);
  await writeWhole(link, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

test('a folder that is full leaves what was there, and nothing half written', async ({
  folder,
}) => {
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'old');
  fullAfter(2);
  await expect(writeWhole(path, 'newer')).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining(path) as string,
  });
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test.for<[string, string]>([
  ['EROFS', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EBUSY', 'no-permission'],
  ['EDQUOT', 'disk-full'],
])(
  'where putting it in its place fails with %s, what was there stays',
  async ([code, told], { folder }) => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'old');
    vi.mocked(files.rename).mockRejectedValueOnce(refused(code));
    await expect(writeWhole(path, 'new')).rejects.toMatchObject({ code: told });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  },
);

test('a file that is read-only is not replaced', async ({ folder }) => {
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'old', { mode: 0o444 });
  // Whoever may do everything may write this, too; the system is asked all the same.
  if (process.getuid?.() === 0) vi.mocked(files.access).mockRejectedValueOnce(refused('EACCES'));
  await expect(writeWhole(path, 'new')).rejects.toMatchObject({ code: 'no-permission' });
  expect(readFileSync(path, 'utf8')).toBe('old');
});

test('where there is no folder, or something else, it says so', async ({ folder }) => {
  mkdirSync(join(folder, 'b.csv'));
  await expect(writeWhole(join(folder, 'gone', 'a.csv'), 'x')).rejects.toMatchObject({
    code: 'file-missing',
  });
  await expect(writeWhole(join(folder, 'b.csv'), 'x')).rejects.toMatchObject({ code: 'bad-input' });
  expect(readdirSync(folder)).toEqual(['b.csv']);
});
