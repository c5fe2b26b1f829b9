import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { failureOf } from '../../domain/failure.ts';
import { LARGEST } from '../../domain/limits.ts';
import { readGazetteer } from '../gazetteer/files.ts';
import { openSettingsFile } from '../settings-file.ts';
import { readAnnotationFile } from '../store/exchange/readers.ts';
import { findDocuments } from '../tei/documents.ts';
import { readVolume } from '../tei/volume.ts';
import { readXmi } from '../uima/read.ts';
import { test } from '../testing/folder.ts';
import { readVocabulary } from '../vocabulary/files.ts';
import { readTurtle } from '../vocabulary/turtle.ts';

/** What is said of a file that is made here and read; what it becomes where nothing is. */
async function told(
  folder: string,
  [name, content]: readonly [name: string, content: string],
  read: (path: string) => unknown,
): Promise<unknown> {
  const path = join(folder, name);
  writeFileSync(path, content);
  try {
    return await read(path);
  } catch (error) {
    const { code, message } = failureOf(error);
    return `${code}: ${message}`;
  }
}

const volume = (text: string) => readVolume('/box/v.xml', Buffer.from(text));

/** Entities that grow a thousandfold with each (“billion laughs”), and one that reads a file. */
const DOCTYPE = `<!DOCTYPE TEI [<!ENTITY a "lol"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">
<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY net SYSTEM "http://127.0.0.1:9/x">]>`;

test('a document type with entity bombs and files is not read: entities stay as they are written', () => {
  const { documents, warnings } = volume(
    `${DOCTYPE}<TEI><text><body><p>Telegram 1 &c; &file; &net;</p></body></text></TEI>`,
  );
  const [one] = documents;
  expect(one && 'bytes' in one && Buffer.from(one.bytes).toString('utf8')).toContain('&c; &file;');
  expect(warnings).toEqual([
    'The file declares a document type. It was not read.',
    '3 entities stay as written (&…;): entities are never resolved.',
  ]);
});

test.for(['<>', '</x>', '&;', ']]>', '<x:a/>'])(
  'a hundred thousand times %s is told by its first',
  (mistake) => {
    expect(() => volume(`<TEI><text>${mistake.repeat(100_000)}</text></TEI>`)).toThrow(
      'v.xml is not whole XML: in line 1',
    );
  },
);

test('XMI with a document type is refused', () => {
  const xmi = `${DOCTYPE.replace('TEI', 'x')}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"></xmi:XMI>`;
  expect(() => readXmi(xmi)).toThrow('it declares a document type, and none is read');
});

/** Elements with their ends, or none. */
const nested = (name: string, times: number) => `<${name}>`.repeat(times);

test.for([
  ['TEI too deep', () => volume(nested('div', 1_000_000)), 'more than 400 deep'],
  [
    'TEI with too many attributes',
    () => volume(`<TEI ${Array.from({ length: 1001 }, (_, at) => `a${at}=""`).join(' ')}>a</TEI>`),
    'more than 1,000 attributes',
  ],
] as const)('%s is refused', ([, read, sentence]) => {
  expect(read).toThrow(sentence);
});

test('so many documents are found and no more, also where the XML is broken', () => {
  const xml = `<TEI><p>${'<div type="document"></div>'.repeat(4)}`;
  expect(findDocuments(xml, true, 'v.xml', 4)).toHaveLength(4);
  expect(() => findDocuments(xml, true, 'v.xml', 3)).toThrow('v.xml has more than 3 documents');
});

test('so many triples are made and no more, also by short lists', () => {
  const turtle = '<a:b> <a:c> (1 1 1).';
  expect(readTurtle(turtle, 'a.ttl', 7)).toHaveLength(7);
  expect(() => readTurtle(turtle, 'a.ttl', 6)).toThrow('a.ttl says more than 6 single things');
});

const XMI = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">';

test.for([
  ['deep.json', '['.repeat(100_000), 'more than 200 deep'],
  ['deep-closed.json', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000), 'more than 200 deep'],
  ['many.json', `[${'[],'.repeat(3_000_001)}0]`, 'more than 6,000,000 single things'],
  ['deep.xmi', `${XMI}${nested('a', 100_000)}`, 'more than 400 deep'],
] as const)('annotations in %s are refused', async ([name, text, sentence], { folder }) => {
  const said = await told(folder, [name, text], readAnnotationFile);
  expect(said).toMatch(/^file-too-large: /u);
  expect(said).toContain(sentence);
});

test.for([
  ['deep.jsonld', '{"@graph":'.repeat(5000) + '1' + '}'.repeat(5000), 'more than 200 deep'],
] as const)('a vocabulary in %s is refused', async ([name, text, sentence], { folder }) => {
  const said = await told(folder, [name, text], readVocabulary);
  expect(said).toMatch(/^file-too-large: /u);
  expect(said).toContain(sentence);
});

test('names that every object has are names like others, and change no object', async ({
  folder,
}) => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'];
  const evil = '{"polluted":true,"toString":null}';
  const annotations = names
    .map(
      (name) =>
        `{"${name}":${evil},"type":"Annotation","body":{"${name}":${evil}},"target":{"source":"a","${name}":${evil}}}`,
    )
    .join(',');
  const hypothesis = `{"rows":[{"uri":"a","text":"b","tags":["__proto__"],"__proto__":${evil},"target":[{"__proto__":${evil}}]}]}`;
  const skos = `{"@context":{"__proto__":${evil},"constructor":"http://x/","@vocab":"http://www.w3.org/2004/02/skos/core#"},"@graph":[{"@id":"a:1","@type":"Concept","prefLabel":"constructor","__proto__":${evil}}]}`;
  const csv = `kind,name,__proto__,constructor\n${names.map((name) => `${name},${name},x,x`).join('\n')}\nperson,__proto__,x,x`;
  await told(folder, ['a.json', `[${annotations}]`], readAnnotationFile);
  await told(folder, ['b.json', hypothesis], readAnnotationFile);
  await told(folder, ['c.jsonld', skos], readVocabulary);
  expect(await told(folder, ['d.csv', csv], readGazetteer)).toMatchObject({
    entries: [{ kind: 'person', name: '__proto__' }],
    warnings: names.map(
      (name) =>
        `1 line was passed over: “${name}” is no kind. Kinds are person, place, organisation, abbreviation and term.`,
    ),
  });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

test('settings that are larger than settings can be are set aside unread', ({ folder }) => {
  const path = join(folder, 'desk.json');
  const warnings: string[] = [];
  const warn = (warning: string) => warnings.push(warning);
  openSettingsFile(path, 'kay', warn).change({ theme: 'dark' });
  expect(openSettingsFile(path, 'kay', warn).settings.theme).toBe('dark');
  appendFileSync(path, ' '.repeat(LARGEST.own));
  expect(openSettingsFile(path, 'kay', warn).settings.theme).not.toBe('dark');
  expect(warnings.join()).toContain('could not be understood; they now lie in');
});
