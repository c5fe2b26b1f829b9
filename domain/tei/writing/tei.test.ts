import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clean } from '../../clean/clean.ts';
import type { CableRecord } from '../../exchange/record.ts';
import type { Emendation } from '../../emendation/emendation.ts';
import { emendation } from '../../testing/emendations.ts';
import { frameWith } from '../../testing/records.ts';
import { transcribe } from '../../transcription/transcription.ts';
import { tei } from './tei.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const TIME = '2026-01-01T00:00:00.000Z';

/** A text as it is after its import, with what editors wrote in the place of some words of the cleaned text. */
function recordOf(text: string, emended: Readonly<Record<string, Partial<Emendation>>> = {}) {
  const { changes, structure, metadata } = clean(text);
  const cleaned = transcribe(text, changes).cleaned.toString();
  const emendations = Object.entries(emended).map(([words, more]) => {
    const from = cleaned.indexOf(words);
    return { ...emendation(from, from + words.length, ''), ...more };
  });
  const record: CableRecord = {
    cable: {
      summary: {
        ...{ id: ID, title: 'A cable', number: null, telegramNumber: null, kind: null },
        ...{ date: null, from: null, to: null, signatory: null, classification: null },
        ...{ annotations: 0, proposals: 0, imported: TIME },
        review: { state: 'cleaned', author: null, time: null },
      },
      original: {
        ...{ text, fileName: 'a.txt', sha256: 'a'.repeat(64), byteLength: text.length },
        ...{ encoding: 'utf-8', format: 'text', importedAt: TIME },
      },
      changes: changes.map((change) => ({ ...change, decidedBy: null, decidedAt: null })),
      ...{ structure: [...structure], metadata: [...metadata], fieldEmendations: [], emendations },
      ...{ version: 0, place: 0, edition: null },
    },
    bytes: new TextEncoder().encode(text),
    ...{ annotations: [], relations: [], revisions: [], origins: new Map(), others: new Map() },
  };
  return record;
}

const options = { offsets: 'code-points' } as const;

/** The body of a cable's document. */
function bodyOf(record: CableRecord): string {
  const [document] = tei.write(frameWith([]), options).cable(record, 'a');
  const xml = String(document?.content);
  return xml.slice(xml.indexOf('<body>'), xml.indexOf('</body>'));
}

const seed = (name: string) => readFileSync(`seeds/${name}`, 'utf8');

test.each([
  [
    'the heading',
    '<head>171. Circular Telegram From the Department of State to All Posts in Latin America',
  ],
  [
    'a note where it is referred to',
    'Depcirtel 1662.<note xml:id="note-2" place="bottom" n="1">In circular telegram',
  ],
  ['what a sign was', '<orig>ʼ</orig><reg>’</reg>'],
  ['a page break', '<pb n="326"/>Hemispheric defense'],
  ['the signature', '<closer>\n<signed>Rusk</signed>'],
])('a body of a telegram shows %s', (_, expected) => {
  expect(bodyOf(recordOf(seed('001_6db84158b3e08867.txt')))).toContain(expected);
});

test.each<[string, Partial<Emendation>, string]>([
  [
    'what the typist wrote wrong',
    { reason: 'typist', insert: 'the' },
    '<sic>teh</sic><corr resp="#person-1">the</corr></choice>',
  ],
  [
    'a guess',
    { reason: 'conjecture', insert: 'then' },
    '<corr resp="#person-1" cert="medium">then</corr>',
  ],
  [
    'what cannot be read',
    { reason: 'illegible', insert: 't[..]' },
    '<unclear reason="illegible">t[..]</unclear></lem><rdg>teh</rdg></app>',
  ],
  [
    'what the machine misread',
    { reason: 'machine', insert: 'the' },
    '<lem resp="#person-1">the</lem><rdg>teh</rdg></app>',
  ],
  ['what was taken out', { insert: '' }, '<lem resp="#person-1"></lem><rdg>teh</rdg></app>'],
])('an emendation of %s stands beside what it gave way to', (_, more, expected) => {
  expect(bodyOf(recordOf('Send teh ships.', { teh: more }))).toContain(expected);
});

test('what has left the text stands in its place: stamps, struck words, what cannot be read', () => {
  const scans = ['002_9765bf9689f1c9fd.txt', '004_a7bca620c5cd76cf.txt'].map((name) =>
    bodyOf(recordOf(seed(name))),
  );
  const both = scans.join('');
  for (const name of ['stamp', 'fw', 'del', 'gap']) expect(both).toContain(`<${name}`);
});

test('blocks are parted by a blank line; where more or less stands between them it is said', () => {
  expect(bodyOf(recordOf('One.\n\nTwo,\nthree.'))).toBe(
    '<body>\n<div>\n<p>One.</p>\n<p>Two,<lb/>three.</p>\n</div>\n',
  );
  const spaced = '\nOne.\n\n\nTwo.';
  const { cable, ...rest } = recordOf(spaced);
  const space = (quantity: number) =>
    `<space dim="vertical" unit="line" quantity="${quantity}"/>\n`;
  expect(bodyOf({ ...rest, cable: { ...cable, changes: [] } })).toBe(
    `<body>\n<div>\n${space(1)}<p>One.</p>\n${space(3)}<p>Two.</p>\n</div>\n`,
  );
});

test('only the earlier states of a text are lost, and that is told', () => {
  const record = recordOf('One.');
  const revision = (number: number) => ({
    ...{ id: ID, number, author: 'kay', started: TIME, ended: TIME },
    ...{ message: '', actions: 1, restored: null },
  });
  expect(tei.losses(record, frameWith([]), options)).toEqual([]);
  const worked = { ...record, revisions: [revision(1), revision(0)] };
  expect(tei.losses(worked, frameWith([]), options)).toMatchObject([
    { kind: 'history', what: 'A cable', cableId: ID },
  ]);
});
