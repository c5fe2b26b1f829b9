import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { failureOf } from '../../domain/failure.ts';
import { test } from '../testing/folder.ts';
import { zipOf, type TestEntry } from '../testing/zip.ts';
import { type ArchiveLimits, openArchive } from './archive.ts';
import { ARCHIVE } from '../../domain/limits.ts';

/** What becomes of the entries of an archive: the text of each, or what it fails with. */
async function read(
  folder: string,
  archive: readonly TestEntry[] | Buffer,
  limits?: Partial<ArchiveLimits>,
): Promise<Record<string, string>> {
  const path = join(folder, 'box.zip');
  writeFileSync(path, Buffer.isBuffer(archive) ? archive : zipOf(archive));
  const { documents, close } = await openArchive(path, { ...ARCHIVE, ...limits });
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
  ['a link', { mode: 0o120777, content: '/etc/passwd' }, 'file-not-text', 'is a link to another'],
  ['an encrypted entry', { flags: 1 }, 'file-not-text', 'is encrypted'],
  ['an archive in it', { name: 'inner.zip' }, 'file-not-text', 'archive within an archive'],
  ['another way to pack', { method: 14 }, 'file-not-text', 'method 14'],
  ['a wrong checksum', { checksum: 7 }, 'file-not-text', 'is damaged'],
  ['more in it than it says', { packed: true, size: 3 }, 'file-not-text', 'larger than 3 bytes'],
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

test('so many entries are listed and no more; those before go on', async ({ folder }) => {
  const entries = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({
    name,
    content: `Telegram ${name}`,
  }));
  const found = await read(folder, entries, { entries: 2 });
  expect(found['b.txt']).toBe('Telegram b.txt');
  expect(Object.keys(found)).toHaveLength(3);
  expect(found['']).toMatch(/^file-too-large: The archive .*box\.zip has more than 2 entries/u);
});

test('a name without end is told by its beginning', async ({ folder }) => {
  const found = await read(folder, [{ name: `${'x'.repeat(60_000)}.txt`, content: 'a' }, good]);
  expect(found['good.txt']).toBe('Telegram 1');
  const [told = ''] = Object.values(found).filter((one) => one.includes('60004 signs'));
  expect(told).toMatch(/^file-not-text: The archive .* has an entry whose name has 60004 signs/u);
  expect(told.length).toBeLessThan(500);
});

test('entries that share their bytes count each for itself, so that overlapping makes no bomb', async ({
  folder,
}) => {
  // One packed text, listed a hundred times at the same place ("a better zip bomb", Fifield 2019).
  const one = zipOf([{ name: 'a.txt', content: 'x'.repeat(100_000), packed: true }]);
  const [list, end] = [one.indexOf('PK\x01\x02'), one.indexOf('PK\x05\x06')];
  const entry = one.subarray(list, end);
  const close = Buffer.from(one.subarray(end));
  close.writeUInt16LE(100, 8);
  close.writeUInt16LE(100, 10);
  close.writeUInt32LE(entry.length * 100, 12);
  const overlapping = Buffer.concat([
    one.subarray(0, list),
    ...(Array(100).fill(entry) as Buffer[]),
    close,
  ]);
  const path = join(folder, 'box.zip');
  writeFileSync(path, overlapping);
  const archive = await openArchive(path, { ...ARCHIVE, inAll: 250_000 });
  const readings = archive.documents.map((document) =>
    'read' in document ? document.read() : Promise.reject(new Error()),
  );
  const settled = await Promise.allSettled(readings);
  archive.close();
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
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
