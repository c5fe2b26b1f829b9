import { createRequire } from 'node:module';
import { parseAll, parseW3CBodies, serializeAll, serializeW3CBodies } from '@annotorious/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation, Side, Target } from '../annotation/annotation.ts';
import type { StoredChange } from '../change/decision.ts';
import type { Coming, ComingAnnotation } from '../exchange/coming.ts';
import type { OffsetUnit } from '../exchange/format.ts';
import { placeTarget, placingTexts, usualReading } from '../exchange/placing.ts';
import type { CableRecord } from '../exchange/record.ts';
import { newId } from '../testing/emendations.ts';
import {
  testAnnotation,
  testFrame,
  testRecord,
  testTag,
  testTarget,
  textsOf,
} from '../testing/exported.ts';
import { partsCharacter } from '../text/characters.ts';
import { sourceTexts } from './texts.ts';
import { readWebAnnotations } from './read.ts';
import { webAnnotation } from './write.ts';

/** What a page in a browser has, as Recogito asks for it. */
type Page = Readonly<Record<string, unknown>> & {
  readonly document: {
    createElement(name: string): { textContent: string; remove(): void };
    readonly body: { append(element: unknown): void };
  };
};

/** What is asked of Recogito. Its own types need those of a browser, which tests of the domain do not have. */
interface Recogito {
  W3CTextFormat(
    source: string,
    container?: unknown,
  ): { parse(item: unknown): { parsed?: Shown }; serialize(annotation: Shown): unknown };
  reviveAnnotation(annotation: Shown, container: unknown): Shown;
}

/** An annotation as Recogito has it; each range is one of the page, which tells its words. */
interface Shown {
  readonly target: { readonly selector: readonly { readonly range?: unknown }[] };
}

const GLOBALS = [
  'window',
  'document',
  'NodeFilter',
  'Range',
  'HTMLElement',
  'Node',
  'Element',
  'Text',
  'DOMRect',
];

const require = createRequire(import.meta.url);
const before = new Map(
  GLOBALS.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
);
let page: Page;
let recogito: Recogito;

beforeAll(async () => {
  const { JSDOM } = require('jsdom') as { JSDOM: new (html: string) => { window: Page } };
  page = new JSDOM('<!doctype html><body></body>').window;
  for (const name of GLOBALS)
    Object.defineProperty(globalThis, name, {
      value: name === 'window' ? page : (page[name] ?? Object),
      configurable: true,
      writable: true,
    });
  recogito = await import('@recogito/text-annotator');
});

afterAll(() => {
  for (const [name, descriptor] of before)
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else Reflect.deleteProperty(globalThis, name);
});

/** Chance that comes out the same in every run (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const WORDS = [
  ...[
    'SECRET',
    'SECRET',
    'Castro',
    'Khrushchevʼs',
    'aide-me\u0301moire',
    'Embassy',
    'the',
    'the',
    'of',
    '❧',
  ],
  ...[
    '🚢',
    '👩🏽‍🚀',
    '𝔎uba',
    'n\u0303',
    '\n',
    '\n\n',
    '\t',
    'aaaa',
    '52.',
    '“missiles”',
    '\u00A0',
    'ﬁle',
  ],
];

const persons = testTag({ name: 'Persons', colour: 'green' });
const tags = [
  persons,
  testTag({ name: 'Castro', parentId: persons.id, colour: 'vermilion' }),
  testTag({ name: 'Missiles 🚀', iri: 'https://vocab.example/missiles', colour: 'blue' }),
];
const types = [
  { id: newId(), name: 'quotes', reverse: 'is quoted by', description: 'Word for word.' },
  { id: newId(), name: 'same event', reverse: null, description: '' },
];
const frame = testFrame({ name: 'Cuba 1962', tags, relationTypes: types });

const MOST = 3;
const PER_CABLE = 100;

/** A cable with a hundred annotations of all kinds, none of them where another seed would have it. */
function randomRecord(seed: number): CableRecord {
  const below = chance(seed);
  const pick = <T>(all: readonly [T, ...T[]] | readonly T[]): T => all[below(all.length)] as T;
  const text = Array.from({ length: 60 + below(200) }, () => pick(WORDS)).join(' ');
  const whole = (at: number, of: string) => (partsCharacter(of, at) ? at + 1 : at);
  const cut = Array.from({ length: 6 }, () => whole(below(text.length), text)).toSorted(
    (a, b) => a - b,
  );
  const changes = [0, 2, 4].flatMap((index): StoredChange[] => {
    const [from = 0, to = 0] = cut.slice(index, index + 2);
    const last = cut[index - 1] ?? -1;
    if (from >= to || to - from > 30 || from <= last) return [];
    const made = { rule: 'test', certainty: 'certain', status: 'accepted', reason: null } as const;
    return [
      { from, to, insert: pick(['', '🛳 ', 'word']), ...made, decidedBy: null, decidedAt: null },
    ];
  });
  const bare = testRecord(text, { changes, version: 3 });
  const texts = textsOf(bare);
  const passage = (side: Side): Target => {
    const from = whole(below(texts[side].length - 1), texts[side]);
    const end = Math.min(texts[side].length, from + 1 + below(40));
    const to = whole(end, texts[side]);
    if (from >= to || texts[side].slice(from, to).trim() === '') return passage(side);
    return testTarget(bare, side, from, to);
  };
  const lostWords = (target: Target): Target => ({
    ...target,
    to: target.from,
    lost: 'Its words left the text when a change was accepted.',
  });
  const annotations = Array.from({ length: PER_CABLE }, (_, index): Annotation => {
    const targets = Array.from({ length: 1 + below(MOST) }, () =>
      passage(pick(['original', 'transcription'])),
    );
    const kind = below(20);
    const minute = String(index % 60).padStart(2, '0');
    return testAnnotation(bare, {
      targets:
        kind === 0
          ? []
          : kind === 1
            ? targets.map((one, at) => (at === 0 ? lostWords(one) : one))
            : distinct(targets),
      tagIds: tags.filter(() => below(3) === 0).map(({ id }) => id),
      note: pick(['', 'A note.', 'Of *two*\n\nparagraphs 🚢 [x](annotation:1)', ' blanks ']),
      creator: pick(['A. Reader', 'Žofie', '']),
      created: `2026-01-01T10:${minute}:00.000Z`,
      modified: `2026-02-01T10:${minute}:59.123Z`,
      verdict:
        kind === 2
          ? {
              value: pick(['accepted', 'rejected', 'merged']),
              by: 'J.',
              time: '2026-03-01T00:00:00.000Z',
            }
          : null,
    });
  });
  const relations = Array.from({ length: 6 }, (_, index) => ({
    id: newId(),
    typeId: pick(types).id,
    from: annotations[index]?.id ?? '',
    to: index === 0 ? newId() : (annotations[20 + below(50)]?.id ?? ''),
    note: pick(['', 'Because.']),
    creator: 'A. Reader',
    created: '2026-01-02T00:00:00.000Z',
  }));
  const origins = new Map([[annotations[7]?.id ?? '', 'https://hypothes.is/a/7']]);
  return { ...bare, annotations, relations, origins };
}

function distinct(targets: readonly Target[]): Target[] {
  const place = ({ side, from, to }: Target) => `${side} ${from} ${to}`;
  return [...new Map(targets.map((target) => [place(target), target])).values()];
}

const records = Array.from({ length: 20 }, (_, index) => randomRecord(index + 1));

interface Item {
  readonly id: string;
  readonly body: Parameters<typeof parseW3CBodies>[0];
  readonly target: unknown;
}

/** The items of the page of a cable. */
function itemsOf(record: CableRecord, offsets: OffsetUnit): Item[] {
  const pieces = webAnnotation.write(frame, { offsets }).cable(record, 'cable');
  const file = pieces.find(({ path }) => path === 'cable.jsonld');
  return (JSON.parse(String(file?.content)) as { items: Item[] }).items;
}

/** The targets of an item as they are written. */
const targetsOf = ({ target }: Item) =>
  target as readonly {
    readonly source: string;
    readonly selector: readonly { readonly start?: number; readonly end?: number }[];
  }[];

const firstSource = (item: Item) => targetsOf(item)[0]?.source;

/** What one item has become in Recogito: shown on which stretch each, and written again. */
interface Returned {
  readonly item: Item;
  readonly shown: readonly string[];
  readonly written: unknown;
}

/** Loads the annotations of one text as the standard's, shows them and writes them again; what it refuses is left out. */
function throughRecogito(
  record: CableRecord,
  items: readonly Item[],
  context: boolean,
): Returned[] {
  return Object.values(sourceTexts(record)).flatMap(({ iri, text }) => {
    const pre = page.document.createElement('pre');
    pre.textContent = text;
    page.document.body.append(pre);
    const adapter = context ? recogito.W3CTextFormat(iri, pre) : recogito.W3CTextFormat(iri);
    const returned = items
      .filter((item) => firstSource(item) === iri)
      .flatMap((item): Returned[] => {
        const { parsed } = adapter.parse(JSON.parse(JSON.stringify(item)) as Item);
        if (!parsed) return [];
        const revived = recogito.reviveAnnotation(parsed, pre);
        const shown = revived.target.selector.map(({ range }) => String(range));
        return [{ item, shown, written: JSON.parse(JSON.stringify(adapter.serialize(revived))) }];
      });
    pre.remove();
    return returned;
  });
}

/** A passage as a place; null where it was not found. */
function placesIn(record: CableRecord, coming: Coming): Map<string, (string | null)[]> {
  const texts = textsOf(record);
  const ready = placingTexts(texts.original, texts.transcription, record.cable.version);
  const usual = usualReading(
    coming.annotations.flatMap(({ targets }) => targets),
    ready,
  );
  return new Map(
    coming.annotations.map(({ key, targets }) => [
      key,
      targets.map((target) => {
        const placing = placeTarget(target, ready, usual);
        return placing.kind === 'placed' ? placeOf(placing.target) : null;
      }),
    ]),
  );
}

const placeOf = ({ side, from, to, version }: Target) => `${side} ${version}: ${from}-${to}`;

/** What an annotation says beside where it stands, alike for ours and for what comes. */
function saidOf(one: Annotation | ComingAnnotation): unknown {
  const names =
    'tagIds' in one
      ? tags.filter(({ id }) => one.tagIds.includes(id)).map(({ name }) => name)
      : one.tags.map(({ name }) => name);
  const { note, creator, created, modified } = one;
  return { names: names.toSorted(), note, creator, created, modified };
}

/** The annotations of a cable that Recogito shows at another place than theirs. */
function shownElsewhere(record: CableRecord, returned: readonly Returned[]): Set<string> {
  const elsewhere = new Set<string>();
  const texts = textsOf(record);
  for (const { item, shown } of returned) {
    const id = /(?:uuid|annotation):([0-9a-f-]{36})/u.exec(item.id)?.[1] ?? '';
    const annotation = record.annotations.find((one) => one.id === id);
    for (const [index, { selector, source }] of targetsOf(item).entries()) {
      const side = source.includes(':original:') ? 'original' : 'transcription';
      const { start = 0, end = 0 } = selector.find(({ start: at }) => at !== undefined) ?? {};
      expect(shown[index]).toBe(texts[side].slice(start, end));
      const stands = annotation?.targets.some(
        (one) => one.side === side && one.lost === null && one.from === start && one.to === end,
      );
      if (!stands) elsewhere.add(id);
    }
  }
  return elsewhere;
}

/** The annotations that the loss report names, by kinds of loss. */
function namedLosses(record: CableRecord, offsets: OffsetUnit, kinds: readonly string[]) {
  const losses = webAnnotation.losses(record, frame, { offsets });
  return new Set(
    losses.flatMap(({ kind, annotationId }) => (kinds.includes(kind) ? (annotationId ?? []) : [])),
  );
}

/** Checks that all that Recogito supports has come back where it stood; tells the ids of the rest. */
function comeBack(record: CableRecord, returned: readonly Returned[]): Set<string> {
  const coming = readWebAnnotations(returned.map(({ written }) => written));
  expect(coming.losses).toEqual([]);
  const places = placesIn(record, coming);
  const told = new Map(coming.annotations.map((annotation) => [annotation.key, annotation]));
  const rest = new Set<string>();
  for (const annotation of record.annotations) {
    const { id, targets } = annotation;
    const standing = targets.filter(({ lost }) => lost === null);
    const come = told.get(id);
    expect(new Set(places.get(id))).toEqual(new Set(standing.map(placeOf)));
    if (come) expect(saidOf(come)).toEqual(saidOf(annotation));
    const parts = new Set(targets.map(({ side, lost }) => (lost === null ? side : 'lost')));
    expect(come?.partial ?? false).toBe(come !== undefined && parts.size > 1);
    if (standing.length === 0 || standing.length < targets.length) rest.add(id);
  }
  return rest;
}

describe.each(['utf-16', 'code-points'] as const)('2,000 annotations counted in %s', (offsets) => {
  it('come back from Recogito where they stood, and the rest is in the loss report', () => {
    const counts = { annotations: 0, rest: 0, elsewhere: 0 };
    for (const record of records) {
      const returned = throughRecogito(record, itemsOf(record, offsets), false);
      const rest = comeBack(record, returned);
      const elsewhere = shownElsewhere(record, returned);
      expect(namedLosses(record, offsets, ['whole-cable', 'lost-words'])).toEqual(rest);
      expect(namedLosses(record, offsets, ['code-points'])).toEqual(elsewhere);
      counts.annotations += record.annotations.length;
      counts.rest += rest.size;
      counts.elsewhere += elsewhere.size;
    }
    expect(counts.annotations).toBe(2000);
    expect(counts.rest).toBeGreaterThan(100);
    expect(counts.elsewhere > 500).toBe(offsets === 'code-points');
  });
});

it('come back from Recogito with the context it tells, which is another one', () => {
  for (const record of records.slice(0, 3)) {
    const returned = throughRecogito(record, itemsOf(record, 'utf-16'), true);
    expect(namedLosses(record, 'utf-16', ['whole-cable', 'lost-words'])).toEqual(
      comeBack(record, returned),
    );
  }
});

it('passes all that annotations say through the bodies of Annotorious', () => {
  for (const record of records.slice(0, 4))
    for (const item of itemsOf(record, 'code-points')) {
      const bodies = item.body;
      const written: unknown = JSON.parse(
        JSON.stringify(serializeW3CBodies(parseW3CBodies(bodies, item.id))),
      );
      expect(written).toEqual(bodies);
    }
});

it('comes back from Recogito as the same page, with what Recogito cannot show beside it', () => {
  for (const record of records.slice(0, 5)) {
    const items = itemsOf(record, 'utf-16');
    const returned = throughRecogito(record, items, false);
    const done = new Set(returned.map(({ item }) => item));
    const file = [
      ...returned.map(({ written }) => written),
      ...items.filter((item) => !done.has(item)),
    ];
    const coming = readWebAnnotations(file);
    expect(coming.losses).toEqual([]);
    expect(coming.annotations.filter(({ partial }) => partial)).toEqual([]);
    const byKey = new Map(coming.annotations.map((annotation) => [annotation.key, annotation]));
    expect(byKey.size).toBe(record.annotations.length);
    for (const annotation of record.annotations)
      expect(byKey.get(annotation.id)?.targets.length).toBe(annotation.targets.length);
    expect(coming.relations.map(({ id }) => id)).toEqual(record.relations.map(({ id }) => id));
  }
});

it('names cable, side and words even where another program calls the text otherwise', () => {
  const [record] = records;
  if (!record) throw new Error('a record');
  const [item] = itemsOf(record, 'utf-16');
  if (!item) throw new Error('an item');
  const adapter = recogito.W3CTextFormat('https://reader.example/page');
  const { parsed } = adapter.parse(item);
  if (!parsed) throw new Error('parsed');
  const written: unknown = JSON.parse(JSON.stringify(adapter.serialize(parsed)));
  const [annotation] = readWebAnnotations([written]).annotations;
  expect(annotation?.source).toMatchObject({
    cableId: record.cable.summary.id,
    name: 'https://reader.example/page',
  });
  expect(annotation?.targets[0]?.side).toBe(
    firstSource(item)?.includes(':original:') ? 'original' : 'transcription',
  );
});

it('is taken as a list by Annotorious, which names those it refuses', () => {
  for (const record of records.slice(0, 4))
    for (const { iri } of Object.values(sourceTexts(record))) {
      const adapter = recogito.W3CTextFormat(iri) as unknown as Parameters<typeof parseAll>[0];
      const items = itemsOf(record, 'utf-16').filter((item) => firstSource(item) === iri);
      const { parsed, failed } = parseAll(adapter)(items);
      const refused = (failed as unknown as readonly Item[]).map(({ id }) => id);
      expect(refused.every((id) => isLosing(record, id))).toBe(true);
      expect(refused.length + parsed.length).toBe(items.length);
      const written: unknown = JSON.parse(JSON.stringify(serializeAll(adapter)(parsed)));
      const [first] = readWebAnnotations(written).annotations;
      expect(first?.key).toBe(readWebAnnotations(items).annotations[0]?.key);
    }
});

/** Whether an item is of an annotation that has lost words. */
function isLosing({ annotations }: CableRecord, id: string): boolean {
  return annotations.some(
    (one) => id.includes(one.id) && one.targets.some(({ lost }) => lost !== null),
  );
}

describe('an annotation changed in Recogito', () => {
  const text = '🚢 SECRET The bombers left. SECRET They did. SECRET 🚢 SECRET';
  const bare = testRecord(text);
  const [first, last] = [text.indexOf('SECRET'), text.lastIndexOf('SECRET')];
  const one = testAnnotation(bare, { targets: [testTarget(bare, 'original', first, first + 6)] });
  const record = { ...bare, annotations: [one] };

  /** What comes of it where somebody gives it other selectors. */
  function changed(
    offsets: OffsetUnit,
    change: (selector: Readonly<Record<string, unknown>>) => object,
  ) {
    const [item] = itemsOf(record, offsets);
    const adapter = recogito.W3CTextFormat(firstSource(item as Item) ?? '');
    const { parsed } = adapter.parse(item);
    if (!parsed) throw new Error('parsed');
    const selector = parsed.target.selector.map((each) => change({ ...each }));
    const moved = { ...parsed, target: { ...parsed.target, selector } };
    const written: unknown = JSON.parse(JSON.stringify(adapter.serialize(moved)));
    const ready = placingTexts(text, text, 0);
    const [target] = readWebAnnotations([written]).annotations[0]?.targets ?? [];
    if (!target) throw new Error('a target');
    return placeTarget(target, ready);
  }

  it.each(['utf-16', 'code-points'] as const)('stands where it was put, from %s', (offsets) => {
    const put = () => ({ quote: 'SECRET', start: last, end: last + 6 });
    expect(changed(offsets, put)).toMatchObject({ kind: 'placed', target: { from: last } });
  });

  it.each(['utf-16', 'code-points'] as const)(
    'is proposed where position and words differ, from %s',
    (offsets) => {
      const slid = changed(offsets, (selector) => ({
        ...selector,
        start: first + 3,
        end: first + 9,
      }));
      expect(slid.kind).toBe('proposed');
      const reworded = changed(offsets, (selector) => ({ ...selector, quote: 'bombers' }));
      expect(reworded.kind).toBe('proposed');
    },
  );
});
