import { clean } from '../../domain/clean/clean.ts';
import { findDocuments } from '../../electron/import/documents.ts';
import { prepareHere } from '../../electron/import/prepare.ts';
import { readVolume } from '../../electron/tei/volume.ts';
import { zipOf } from '../../electron/testing/zip.ts';
import { oneOf } from '../chance.ts';
import { asFile, isNamed } from '../judging.ts';
import type { Parser } from '../parser.ts';
import { failureOf } from '../../domain/failure.ts';

const here = prepareHere({ clean, readVolume });
const TEI = '<div type="document" xml:id="d1"><p>x</p></div>';

const good = () => [
  zipOf([
    { name: 'a.txt', content: 'The bombers stay.', packed: true },
    { name: 'box/b.txt', content: 'Grüße aus Havana.\n'.repeat(20), packed: true },
    { name: 'v.xml', content: TEI },
    { name: '__MACOSX/._a.txt', content: 'x' },
  ]),
  zipOf([{ name: 'ü🚢.md', content: 'x'.repeat(3000), packed: true }]),
  zipOf([]),
];

const NAMES = [
  'a.txt',
  '../a.txt',
  '/a.txt',
  'C:\\a.txt',
  'a\\b.txt',
  'a.zip',
  '',
  '.txt',
  'a/',
  '\0.txt',
  'v.xml',
  'é.txt',
] as const;

/** An archive: its list, and each of its entries as an import reads it. */
export const zip: Parser = {
  name: 'zip',
  share: 15,
  shape: 'bytes',
  good,
  words: [
    'PK\x01\x02',
    'PK\x03\x04',
    'PK\x05\x06',
    'PK\x06\x06',
    'PK\x06\x07',
    '\xff\xff\xff\xff',
    '\xff\xff',
    'a.txt',
    '../../a.txt',
    '\x01\x00',
  ],
  make: (chance) =>
    zipOf(
      Array.from({ length: chance.below(6) }, () => ({
        name: oneOf(chance, NAMES),
        content: 'word '.repeat(chance.below(200)),
        packed: chance.below(2) === 0,
        ...(chance.below(6) === 0 && { flags: chance.below(65_536) }),
        ...(chance.below(6) === 0 && { method: chance.below(20) }),
        ...(chance.below(6) === 0 && {
          size: oneOf(chance, [0, 1, 2 ** 32 - 1, 2 ** 31, 70_000_000]),
        }),
        ...(chance.below(6) === 0 && { checksum: chance.below(2 ** 31) }),
      })),
    ).toString('latin1'),
  begin: asFile('a.zip', async (path) => {
    let read = 0;
    const more = () => undefined;
    const volumes = {
      more,
      readVolume: (of: string, bytes: Uint8Array) => here.readVolume(of, bytes),
    };
    for await (const found of findDocuments([path], volumes)) {
      if ('failure' in found) isNamed(found.failure);
      // A damaged list may name one entry thousands of times.
      if (!('read' in found) || (read += 1) > 20) continue;
      try {
        await found.read();
      } catch (error) {
        if (failureOf(error).code === 'unexpected') throw error;
      }
    }
  }),
};
