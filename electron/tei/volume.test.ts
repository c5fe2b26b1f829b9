import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FailureError } from '../../domain/failure.ts';
import type { VolumeDocument } from '../import/source.ts';
import { sha256Of } from '../store/originals.ts';
import { readVolume } from './volume.ts';

const VOLUME = readFileSync(join(import.meta.dirname, 'fixtures/frus1958-60v99.xml'));
const volume = readVolume('/box/frus1958-60v99.xml', VOLUME);

const read = (xml: string) => readVolume('/box/v.xml', Buffer.from(xml));
const names = (documents: readonly VolumeDocument[]) => documents.map(({ name }) => name);
const textOf = (one: VolumeDocument | undefined) =>
  one && 'bytes' in one ? Buffer.from(one.bytes).toString('utf8') : one?.failure.message;
const failure = (deed: () => unknown): FailureError => {
  try {
    deed();
  } catch (error) {
    if (error instanceof FailureError) return error;
  }
  throw new Error('It did not fail.');
};

describe('a whole volume', () => {
  test('its documents come in their order, by their names in it', () => {
    expect(names(volume.documents)).toEqual(['d64', 'd113', 'd153', 'd154', 'd116']);
  });

  test('each is kept as the very bytes that stand in the file', () => {
    for (const one of volume.documents) {
      if (!('bytes' in one)) throw new Error(one.name);
      expect(VOLUME.includes(Buffer.from(one.bytes))).toBe(true);
      expect(textOf(one)).toMatch(/^<div type="document"[\s\S]*<\/div>$/u);
    }
  });

  test('its header says which edition it is', () => {
    const { names: listed, ...facts } = volume.edition ?? { names: [] };
    expect(facts).toEqual({
      title: 'Foreign Relations of the United States, 1958–1960, A Volume for Tests, Volume XCIX',
      series: 'Foreign Relations of the United States, 1958–1960',
      volume: 'Volume XCIX',
      editors: ['Ada Reader', 'Bela Setzer', 'Clara & Sons'],
      publisher: 'United States Government Printing Office',
      published: '1992',
      fileName: 'frus1958-60v99.xml',
      sha256: sha256Of(VOLUME),
    });
    expect(listed).toContainEqual({
      pointer: 'p_NGA1',
      name: 'Nasser, Gamal Abdel',
      description: 'President of the United Arab Republic',
    });
    expect(listed).toHaveLength(7);
  });

  test('its lists are entries of the gazetteer, with the words by which the documents name the same', () => {
    const entries = volume.entries.map(({ kind, name }) => `${kind} ${name}`);
    expect(entries.toSorted()).toEqual([
      ...['abbreviation GOL', 'abbreviation OAS', 'abbreviation UAR'],
      ...['person Castro Ruz, Fidel', 'person Chamoun, Camille', 'person Nasser, Gamal Abdel'],
      'person Rusk, Dean',
    ]);
    const nasser = volume.entries.find(({ name }) => name.startsWith('Nasser'));
    expect(nasser?.forms).toContain('Nasser');
    expect(nasser?.source).toMatch(/Volume XCIX$/u);
  });

  test('the report is told of its lists, and of nothing else', () => {
    expect(volume.warnings).toEqual([expect.stringMatching(/name 7 persons and terms/u)]);
  });
});

describe('files that are written otherwise', () => {
  const both =
    '<TEI><text><body><div type="document" xml:id="d1"><p>Erst“é</p></div></body></text></TEI>';

  test.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${both}`), 'utf8'],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${both}`, 'utf16le'), 'utf16le'],
    ['UTF-16 without', Buffer.from(both, 'utf16le'), 'utf16le'],
  ] as const)('%s: the bytes of the document are its own', (_, bytes, encoding) => {
    const [one] = readVolume('v.xml', bytes).documents;
    if (!one || !('bytes' in one)) throw new Error('no document');
    expect(Buffer.from(one.bytes).toString(encoding)).toBe(both.slice(17, -20));
    expect(bytes.includes(Buffer.from(one.bytes))).toBe(true);
  });

  test('Windows-1252', () => {
    const bytes = Buffer.from(both.replace('“', '\x93'), 'latin1');
    const [one] = readVolume('v.xml', bytes).documents;
    if (!one || !('bytes' in one)) throw new Error('no document');
    expect(Buffer.from(one.bytes).toString('latin1')).toContain('<p>Erst\x93é</p>');
  });

  test('line ends stay as they are in the file', () => {
    const [one] = read(
      '<TEI><div type="document"\r\n xml:id="d1">\r\n<p>a</p></div></TEI>',
    ).documents;
    expect(textOf(one)).toBe('<div type="document"\r\n xml:id="d1">\r\n<p>a</p></div>');
  });

  test('a file without documents is one as a whole', () => {
    const xml = '<TEI><teiHeader/><text><body><p>A letter.</p></body></text></TEI>';
    const { documents, edition } = read(xml);
    expect(documents).toEqual([{ name: '', bytes: Buffer.from(xml) }]);
    expect(edition).toBe(null);
  });

  test('documents without a name, or with one that is taken, get one', () => {
    const xml = `<body>${'<div type="document" xml:id="d1"/>'.repeat(0)}<div type="document"><p>a</p></div><div type="document" xml:id="x"><p>b</p></div><div type="document" xml:id='x'><p>c</p></div></body>`;
    expect(names(read(xml).documents)).toEqual(['document-1', 'x', 'x-2']);
  });

  test('a document within another belongs to it', () => {
    const xml =
      '<body><div type="document" xml:id="a"><p>1</p><div type="document" xml:id="b"><p>2</p></div></div></body>';
    expect(names(read(xml).documents)).toEqual(['a']);
  });
});

describe('what is broken', () => {
  const [first, second, third] = ['d1', 'd2', 'd3'].map(
    (id) => `<div type="document" xml:id="${id}">\n<p>Text of ${id}.</p>\n</div>\n`,
  );
  const with2 = (broken: string) =>
    read(`<TEI><text><body>\n${first}${broken}${third}</body></text></TEI>`);

  test.each([
    [
      'a paragraph without an end',
      `${second?.replace('</p>', '')}`,
      /line 7, column \d+, .*close tag/u,
    ],
    [
      'an attribute without a quotation mark',
      `${second?.replace('<p>', '<p rend="x>')}`,
      /line \d+/u,
    ],
    ['a sign that is no tag', `${second?.replace('Text', 'Text < less')}`, /line 6/u],
  ])('%s stops no other document', (_, broken, where) => {
    const { documents, warnings } = with2(broken);
    expect(names(documents)).toEqual(['d1', 'd2', 'd3']);
    expect(documents.map((one) => 'bytes' in one)).toEqual([true, false, true]);
    expect(textOf(documents[1])).toMatch(where);
    expect(warnings).toHaveLength(1);
  });

  test('a document that has lost its end does not swallow the next', () => {
    const { documents } = with2(`${second?.replace('</div>', '')}`);
    expect(documents.map((one) => [one.name, 'bytes' in one])).toEqual([
      ['d1', true],
      ['d2', false],
      ['d3', true],
    ]);
    expect(textOf(documents[1])).toMatch(/document d2: in line 5, .*without an end.*not imported/u);
  });

  test('a broken file without documents says where', () => {
    const { code, message } = failure(() => read('<TEI>\n<text><p>a</text></TEI>'));
    expect([code, message]).toEqual([
      'bad-input',
      expect.stringMatching(/v\.xml .*line 2, column/u),
    ]);
  });

  test('XML that is no TEI is told from it', () => {
    expect(failure(() => read('<html><body/></html>'))).toMatchObject({ code: 'file-not-text' });
  });

  test('elements that lie too deep are refused', () => {
    const deep = `<TEI><body>${'<p>'.repeat(500)}a${'</p>'.repeat(500)}</body></TEI>`;
    expect(failure(() => read(deep)).message).toMatch(/more than 400 deep/u);
  });

  test('entities that are declared are never resolved', () => {
    const bomb = `<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n<TEI><div type="document" xml:id="d1"><p>&b; &x;</p></div></TEI>`;
    const { documents, warnings } = read(bomb);
    expect(textOf(documents[0])).toContain('&b; &x;');
    expect(warnings).toEqual([
      expect.stringMatching(/document type/u),
      expect.stringMatching(/2 entities stay/u),
    ]);
  });
});
