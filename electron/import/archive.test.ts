import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { failureOf } from '../../domain/failure.ts';
import { test } from '../testing/folder.ts';
import { zipOf, type TestEntry } from '../testing/zip.ts';
import { openArchive } from './archive.ts';

/** What becomes of the entries of an archive: the text of each, or what it fails with. */
async function read(
  folder: string,
  archive: readonly TestEntry[] | Buffer,
  limits?: { readonly inAll: number },
): Promise<Record<string, string>> {
  const path = join(folder, 'box.zip');
  writeFileSync(path, Buffer.isBuffer(archive) ? archive : zipOf(archive));
  const { documents, close } = await openArchive(path, limits);
  const found: Record<string, string> = {};
  for (const document of documents) {
    const name = document.path.slice(path.length + 1);
    if ('failure' in document)
      found[name] = `${document.failure.code}: ${document.failure.message}`;
    else
      found[name] = await document.read().then(
        (bytes) => Buffer.from(bytes).toString('utf8'),
        (error: unknown) => `${failureOf(error).code}: ${failureOf(error).message}`,
      );
  }
  close();
  return found;
}

const good: TestEntry = { name: 'good.txt', content: 'Telegram 1', packed: true };

test('texts are read, packed or not, in their order; what is none is passed over', async ({
  folder,
}) => {
  const many = Array.from({ length: 300 }, (_, at): TestEntry => ({
    name: `1962/${at}.txt`,
    content: `Telegram ${at} “é” ${'x'.repeat(at * 20)}`,
    packed: at % 2 === 0,
  }));
  const passed = ['scan.pdf', '.hidden.txt', '__MACOSX/._a.txt', 'a/.git/b.txt', 'folder/'];
  const found = await read(folder, [
    ...passed.map((name) => ({ name, content: '' })),
    ...many,
    { name: 'volume.xml', content: '<TEI/>' },
    { name: 'empty.txt', content: '', packed: true },
  ]);
  expect(Object.keys(found)).toEqual([...many.map(({ name }) => name), 'volume.xml', 'empty.txt']);
  for (const { name, content } of many) expect(found[name]).toBe(content);
});

test.for([
  [
    'a name that leads outside',
    { name: '../../evil.txt' },
    'file-not-text',
    'names a place outside',
  ],
  ['an absolute name', { name: '/etc/evil.txt' }, 'file-not-text', 'names a place outside'],
  ['a name of Windows', { name: 'C:\\evil.txt' }, 'file-not-text', 'names a place outside'],
  ['an encrypted entry', { flags: 1 }, 'file-not-text', 'is encrypted'],
  ['an archive in it', { name: 'inner.zip' }, 'file-not-text', 'archive within an archive'],
  ['another way to pack', { method: 14 }, 'file-not-text', 'method 14'],
  ['a wrong checksum', { checksum: 7 }, 'file-not-text', 'is damaged'],
  ['more in it than it says', { packed: true, size: 3 }, 'file-not-text', 'is damaged'],
  ['less in it than it says', { packed: true, size: 300 }, 'file-not-text', 'is damaged'],
  ['not deflated at all', { method: 8 }, 'file-not-text', 'is damaged'],
  ['more than a cable may have', { size: 65 * 1024 * 1024 }, 'file-too-large', 'has 65 MiB'],
  [
    'a bomb',
    { content: Buffer.alloc(8 * 1024 * 1024), packed: true },
    'file-too-large',
    'more than 200 times its size',
  ],
] as const)('%s is told, and the rest goes on', async ([, bad, code, sentence], { folder }) => {
  const entry = { name: 'bad.txt', content: 'Telegram 2', ...bad };
  const found = await read(folder, [entry, good]);
  const [told] = Object.entries(found).filter(([name]) => name !== 'good.txt');
  expect(told?.[1]).toMatch(new RegExp(`^${code}: .*${sentence}`, 'u'));
  expect(found['good.txt']).toBe('Telegram 1');
});

test('all entries together may unpack to so much and no more', async ({ folder }) => {
  const entries = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, content: 'x'.repeat(500) }));
  const found = await read(folder, entries, { inAll: 1_200 });
  expect(found['b.txt']).toBe('x'.repeat(500));
  expect(found['c.txt']).toMatch(/^file-too-large: The archive .* would unpack to more than/u);
});

test('a list of entries that breaks off is told; what stands before it is read', async ({
  folder,
}) => {
  const whole = zipOf([good, { name: 'lost.txt', content: 'Telegram 2' }]);
  // The second entry of the list is no entry any more.
  whole.write('XX', whole.lastIndexOf('PK\x01\x02', undefined, 'latin1'), 'latin1');
  const found = await read(folder, whole);
  expect(found['good.txt']).toBe('Telegram 1');
  expect(Object.values(found)[1]).toMatch(/list of entries breaks off/u);
});

test.for([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('Telegram 1')],
  ['half of one', zipOf([good]).subarray(0, 40)],
] as const)('%s is no archive', async ([, bytes], { folder }) => {
  await expect(read(folder, Buffer.from(bytes))).rejects.toMatchObject({
    code: 'file-not-text',
    message: expect.stringContaining('box.zip is not an archive that can be read') as string,
  });
});
