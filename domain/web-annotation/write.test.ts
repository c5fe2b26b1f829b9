import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComingAnnotation } from '../exchange/coming.ts';
import { placeTarget, placingTexts } from '../exchange/placing.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import { newId } from '../testing/emendations.ts';
import {
  annotatedRecords,
  testAnnotation,
  testFrame,
  testRecord,
  testTag,
  testTarget,
  textsOf,
} from '../testing/exported.ts';
import { codePointsOf } from './code-points.ts';
import { namedText, stretchIn, stretchIri, textIri } from './iri.ts';
import { isWebAnnotations, readWebAnnotations } from './read.ts';
import { webAnnotation } from './write.ts';

const standard = { offsets: 'code-points' } as const;

const persons = testTag({ name: 'Persons', colour: 'green' });
const castro = testTag({ name: 'Castro', parentId: persons.id, colour: 'vermilion' });
const foreign = testTag({ name: 'Missiles', iri: 'https://vocab.example/missiles' });
const quotes = {
  id: newId(),
  name: 'quotes',
  reverse: 'is quoted by',
  description: 'Word for word.',
};
const frame = testFrame({
  name: 'Cuba 1962',
  tags: [persons, castro, foreign],
  relationTypes: [quotes],
});

const bare = testRecord('🚢 SECRET\nKhrushchevʼs missiles\nSECRET', { version: 4 });
const both = testAnnotation(bare, {
  targets: [
    testTarget(bare, 'transcription', 3, 9),
    testTarget(bare, 'original', 10, 22),
    { ...testTarget(bare, 'transcription', 32, 32), lost: 'A change took it out.' },
    testTarget(bare, 'transcription', 32, 38),
  ].map((target) =>
    target.lost === null
      ? target
      : { ...target, quote: { exact: 'gone', prefix: 'missiles ', suffix: '\nSECRET' } },
  ),
  tagIds: [castro.id, foreign.id],
  note: 'See *there*.',
  modified: '2026-01-05T00:00:00.000Z',
  verdict: { value: 'rejected', by: 'B. Judge', time: '2026-02-01T00:00:00.000Z' },
});
const whole = testAnnotation(bare, { note: 'On everything', creator: '' });
const plain = testAnnotation(bare, { targets: [testTarget(bare, 'original', 0, 2)] });
const elsewhere = newId();
const record: CableRecord = {
  ...bare,
  annotations: [both, whole, plain],
  relations: [
    { from: both.id, to: plain.id, note: 'Because.' },
    { from: plain.id, to: elsewhere, note: '' },
  ].map((ends) => ({
    ...ends,
    id: newId(),
    typeId: quotes.id,
    creator: 'A. Reader',
    created: '2026-01-02T00:00:00.000Z',
  })),
  origins: new Map([[both.id, 'https://hypothes.is/a/b']]),
  others: new Map([[elsewhere, newId()]]),
};

/** The files of an export of some cables. */
function filesOf(records: readonly CableRecord[], of: LibraryFrame = frame) {
  const running = webAnnotation.write(of, standard);
  const pieces = [
    ...running.begin(),
    ...records.flatMap((one, index) => running.cable(one, `1962 / ${index} é`)),
    ...running.end(),
  ];
  return new Map(pieces.map(({ path, content }) => [path, String(content)]));
}

const pageOf = (one: CableRecord): unknown =>
  JSON.parse(filesOf([one]).get('1962 / 0 é.jsonld') ?? '');

interface Item {
  readonly id: string;
  readonly motivation: unknown;
  readonly body: readonly Record<string, unknown>[];
  readonly target: readonly Record<string, unknown>[];
}
const items = (pageOf(record) as { items: readonly Item[] }).items;

describe('a cable as web annotations', () => {
  it('has its texts beside the page, and the tags with their tree', () => {
    const files = filesOf([record]);
    expect([...files.keys()]).toEqual([
      'README.txt',
      'vocabulary/tags.jsonld',
      '1962 / 0 é.original.txt',
      '1962 / 0 é.transcription.txt',
      '1962 / 0 é.jsonld',
    ]);
    expect(files.get('1962 / 0 é.original.txt')).toBe(bare.cable.original.text);
    expect(JSON.parse(files.get('vocabulary/tags.jsonld') ?? '')).toMatchObject({
      '@graph': [
        { title: 'Cuba 1962' },
        { prefLabel: 'Missiles', '@id': 'https://vocab.example/missiles' },
        { prefLabel: 'Persons', colour: 'green' },
        { prefLabel: 'Castro', broader: `urn:uuid:${persons.id}` },
      ],
    });
  });

  it('has an item for each part of an annotation, and one that links them', () => {
    const whole36 = `urn:uuid:${both.id}`;
    const parts = items.filter(({ id }) => id.includes(both.id) && !id.includes('verdict'));
    expect(parts.map(({ motivation, target }) => [motivation, target.length])).toEqual([
      [['commenting', 'tagging'], 1],
      [['commenting', 'tagging'], 2],
      [['commenting', 'tagging'], 1],
      ['linking', 3],
    ]);
    expect(parts.at(-1)).toMatchObject({
      id: whole36,
      via: 'https://hypothes.is/a/b',
      body: [],
      target: parts.slice(0, 3).map(({ id }) => ({ id })),
    });
  });

  it('counts in code points and tells words with their context', () => {
    const [part] = items;
    const source = `urn:x-cablewright:cable:${bare.cable.summary.id}:${'a'.repeat(64)}:original:0`;
    expect(part?.target).toEqual([
      {
        id: `${source}#char=9,21`,
        source,
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: 'Khrushchevʼs',
            prefix: '🚢 SECRET\n',
            suffix: ' missiles\nSECRET',
          },
          { type: 'TextPositionSelector', start: 9, end: 21 },
        ],
        state: { type: 'TimeState', cached: './%200%20%C3%A9.original.txt' },
        'schema:position': 1,
      },
    ]);
    const peers = webAnnotation.write(frame, { offsets: 'utf-16' }).cable(record, 'x');
    expect(peers.at(-1)?.content).toContain('"start":10,');
  });

  it('tells tags as words with the concepts they stand for', () => {
    expect(items[0]?.body[2]).toMatchObject({
      value: 'Missiles',
      'dcterms:subject': {
        id: 'https://vocab.example/missiles',
        'dcterms:identifier': `urn:uuid:${foreign.id}`,
      },
    });
    expect(items[0]?.body.slice(0, 2)).toEqual([
      {
        type: 'TextualBody',
        purpose: 'commenting',
        value: 'See *there*.',
        format: 'text/markdown',
      },
      {
        type: 'TextualBody',
        purpose: 'tagging',
        value: 'Castro',
        format: 'text/plain',
        'dcterms:subject': {
          id: `urn:uuid:${castro.id}`,
          type: 'skos:Concept',
          'skos:prefLabel': 'Castro',
          'schema:color': 'vermilion',
          'skos:broader': {
            id: `urn:uuid:${persons.id}`,
            type: 'skos:Concept',
            'skos:prefLabel': 'Persons',
            'schema:color': 'green',
          },
        },
      },
    ]);
  });

  it('has lists of objects for all bodies and targets, and a motivation of the standard', () => {
    const standards = ['linking', 'highlighting', 'commenting', 'tagging', 'assessing'];
    for (const { body, target, motivation } of items) {
      for (const one of [...body, ...target]) expect(typeof one).toBe('object');
      expect(target.length).toBeGreaterThan(0);
      for (const one of [motivation].flat()) expect(standards).toContain(one);
    }
  });
});

describe('what comes back', () => {
  const coming = readWebAnnotations(pageOf(record));
  const texts = textsOf(bare);
  const ready = placingTexts(texts.original, texts.transcription, 4);

  it('is all there is, and nothing is lost', () => {
    expect(isWebAnnotations(pageOf(record))).toBe(true);
    expect(coming.losses).toEqual([]);
    expect(coming.annotations.map(({ id }) => id)).toEqual([both.id, whole.id, plain.id]);
  });

  it('is one annotation again, its passages in their order', () => {
    const [one] = coming.annotations;
    expect(one).toMatchObject({
      key: both.id,
      iri: 'https://hypothes.is/a/b',
      source: { cableId: bare.cable.summary.id, sha256: 'a'.repeat(64) },
      note: both.note,
      creator: both.creator,
      created: both.created,
      modified: both.modified,
      verdict: both.verdict,
      tags: [
        { id: castro.id, iri: null, name: 'Castro', path: ['Persons'], colour: 'vermilion' },
        { id: foreign.id, iri: 'https://vocab.example/missiles', name: 'Missiles', path: [] },
      ],
    });
    expect(one?.partial).toBeUndefined();
    expect(one?.targets.map(({ lost }) => lost)).toEqual([
      undefined,
      undefined,
      'A change took it out.',
      undefined,
    ]);
    expect(one?.targets[2]).toMatchObject({
      side: 'transcription',
      positions: [{ from: 31, to: 31, unit: 'code-points' }],
      quote: both.targets[2]?.quote,
    });
    const placed = one?.targets.map((target) => placeTarget(target, ready));
    for (const at of [0, 1, 3])
      expect(placed?.[at]).toMatchObject({ kind: 'placed', target: both.targets[at] });
  });

  it('may be about the whole cable, by nobody', () => {
    expect(coming.annotations[1]).toMatchObject({ targets: [], creator: '', iri: null });
    expect(coming.annotations[1]?.source.cableId).toBe(bare.cable.summary.id);
  });

  it('is related as it was, also to what is elsewhere', () => {
    const [first, second] = record.relations;
    const type = { typeId: quotes.id, type: 'quotes', reverse: 'is quoted by' };
    const { id, from, to, note, creator, created } = first ?? {};
    expect(coming.relations).toEqual([
      { id, from, to, note, creator, created, ...type, typeDescription: 'Word for word.' },
      expect.objectContaining({ id: second?.id, from: plain.id, to: elsewhere }),
    ]);
  });

  it.each([
    ['a part alone', ['original'], { targets: 1, partial: true }],
    ['two of three parts', ['original', 'transcription'], { targets: 3, partial: true }],
    [
      'the parts without what links them',
      ['original', 'transcription', 'unplaced'],
      { targets: 4, partial: true },
    ],
  ])('says that it is not whole: %s', (_, parts, { targets, partial }) => {
    const some = items.filter(({ id }) => parts.some((part) => id.endsWith(`${both.id}:${part}`)));
    const [one, more] = readWebAnnotations(some).annotations;
    expect(more).toBeUndefined();
    expect(one?.id).toBe(both.id);
    expect(one?.targets.length).toBe(targets);
    expect(one?.partial).toBe(partial);
  });

  it('is named where only the link of its parts is left', () => {
    const link = items.filter(({ id }) => id === `urn:uuid:${both.id}`);
    expect(readWebAnnotations(link)).toMatchObject({
      annotations: [],
      losses: [{ kind: 'parts-missing' }],
    });
  });

  it('has the tags and notes of all parts where somebody changed one', () => {
    const changed = items.map((item) =>
      item.id.endsWith(`${both.id}:original`)
        ? { ...item, body: [{ type: 'TextualBody', purpose: 'tagging', value: 'New' }] }
        : item,
    );
    const { annotations, losses } = readWebAnnotations(changed);
    expect(annotations[0]?.tags.map(({ name }) => name)).toEqual(['New', 'Castro', 'Missiles']);
    expect(annotations[0]?.note).toBe(both.note);
    expect(losses.map(({ kind }) => kind)).toEqual(['parts-differ']);
  });

  it('believes the word of a tag, and not the concept that does not go with it any more', () => {
    const [first] = items;
    const body = first?.body.map((one) =>
      one['value'] === 'Castro' ? { ...one, value: 'Raúl' } : one,
    );
    const { annotations } = readWebAnnotations([{ ...first, body }]);
    expect(annotations[0]?.tags[0]).toEqual({ id: null, iri: null, name: 'Raúl', path: [] });
  });
});

it('tells what the format does not say, and of what', () => {
  const revised = {
    ...record,
    cable: { ...record.cable, metadata: [] },
    revisions: [
      {
        id: newId(),
        number: 0,
        author: 'A',
        started: both.created,
        ended: both.created,
        message: '',
        actions: 1,
        restored: null,
      },
    ],
  };
  const losses = webAnnotation.losses(revised, frame, standard);
  expect(losses.map(({ kind, annotationId, what }) => [kind, annotationId, what])).toEqual([
    ['lost-words', both.id, expect.stringContaining('Khrushchev')],
    ['code-points', both.id, expect.stringContaining('Khrushchev')],
    ['verdict', both.id, expect.stringContaining('Khrushchev')],
    ['whole-cable', whole.id, 'An annotation on the whole cable'],
    ['code-points', plain.id, '“🚢”'],
    ['relation', both.id, expect.stringContaining('Khrushchev')],
    ['relation', plain.id, '“🚢”'],
    ['history', null, 'Telegram From the Embassy: 1 revision'],
  ]);
});

describe('any cable', () => {
  const plainly = ({ tags, note, creator, created, modified, id }: ComingAnnotation) => ({
    id,
    tags: tags.map((tag) => tag.id),
    note,
    creator,
    created,
    modified,
  });

  it.each(['code-points', 'utf-16'] as const)('comes back whole in %s', (offsets) => {
    fc.assert(
      fc.property(annotatedRecords(frame.tags), (one) => {
        const page = webAnnotation.write(frame, { offsets }).cable(one, 'x').at(-1);
        const { annotations, losses } = readWebAnnotations(JSON.parse(String(page?.content)));
        expect(losses).toEqual([]);
        const texts = textsOf(one);
        const places = placingTexts(texts.original, texts.transcription, one.cable.version);
        expect(annotations.map(plainly)).toEqual(
          one.annotations.map(({ id, tagIds, note, creator, created, modified }) => ({
            ...{ id, tags: frame.tags.map((tag) => tag.id).filter((tag) => tagIds.includes(tag)) },
            ...{ note: note.trim() === '' ? '' : note, creator, created, modified },
          })),
        );
        for (const [index, { targets }] of annotations.entries())
          for (const [at, target] of targets.entries()) {
            const stood = one.annotations[index]?.targets[at];
            if (stood?.quote.exact.trim() !== '')
              expect(placeTarget(target, places)).toMatchObject({ kind: 'placed', target: stood });
          }
      }),
      { numRuns: 60 },
    );
  });
});

describe('names', () => {
  const cableId = '019a9f00-0000-7000-8000-000000000001';
  const sha256 = 'ab'.repeat(32);

  it.each([
    { cableId, sha256, side: 'original', version: 0 },
    { cableId, sha256, side: 'transcription', version: 12 },
    { cableId, sha256, side: null, version: 0 },
  ] as const)('of texts are read again: $side $version', (text) => {
    expect(namedText(textIri(text))).toEqual(text);
    expect(namedText(textIri(text).toUpperCase())).toEqual(text);
    expect(namedText(stretchIri(textIri(text), { from: 3, to: 5 }))).toEqual(text);
    expect(stretchIn(stretchIri(textIri(text), { from: 3, to: 5 }))).toEqual({ from: 3, to: 5 });
  });

  it.each([
    'urn:x-cablewright:cable:1:2',
    `urn:x-cablewright:cable:${cableId}:${sha256}:margin:0`,
    `urn:x-cablewright:cable:${cableId}:${sha256}00`,
    'https://example.org/',
    '',
  ])('of other things are none: %s', (iri) => {
    expect(namedText(iri)).toBeNull();
  });

  it('count code points as a reader of the standard does', () => {
    const text = 'a🚢b👩🏽‍🚀e\u0301';
    const points = codePointsOf(text);
    for (let at = 0; at <= text.length; at += 1) {
      const isBetween = /^[\uDC00-\uDFFF]/u.test(text.slice(at));
      if (!isBetween) expect(points.at(at)).toBe([...text.slice(0, at)].length);
    }
  });
});
