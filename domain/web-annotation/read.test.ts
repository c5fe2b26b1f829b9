import { describe, expect, it } from 'vitest';
import type { ComingAnnotation } from '../exchange/coming.ts';
import { isWebAnnotations, readWebAnnotations } from './read.ts';

const SOURCE = 'https://example.org/letter';
const quote = { type: 'TextQuoteSelector', exact: 'Cuba', prefix: 'in ', suffix: '.' };
const position = { type: 'TextPositionSelector', start: 3, end: 7 };
const target = { source: SOURCE, selector: [quote, position] };

/** Reads one annotation with these properties. */
function readOne(some: Record<string, unknown>) {
  const coming = readWebAnnotations({
    type: 'Annotation',
    id: 'https://a.example/1',
    target,
    ...some,
  });
  const [annotation] = coming.annotations;
  return { ...coming, annotation: annotation as ComingAnnotation };
}

const kinds = ({ losses }: { losses: readonly { kind: string }[] }) =>
  losses.map(({ kind }) => kind);

describe('files', () => {
  const one = { type: 'Annotation', id: 'a:1', target, body: [] };
  const two = { type: 'Annotation', id: 'a:2', target, body: [] };
  it.each<[string, unknown, number]>([
    ['one annotation', one, 1],
    ['a list', [one, two], 2],
    ['a page', { type: 'AnnotationPage', items: [one, two] }, 2],
    [
      'a collection with its pages',
      {
        type: 'AnnotationCollection',
        first: { type: 'AnnotationPage', items: [one], next: { items: [two] } },
      },
      2,
    ],
    [
      'a collection that names its first page',
      { type: ['AnnotationCollection'], first: 'https://x' },
      0,
    ],
    ['a graph', { '@context': 'http://www.w3.org/ns/anno.jsonld', '@graph': [one] }, 1],
    ['an empty page', { type: 'AnnotationPage', items: [] }, 0],
    ['one with @id and @type', { '@id': 'a:1', '@type': 'oa:Annotation', target, body: [] }, 1],
    ['one that does not say that it is one', { id: 'a:1', target, body: [] }, 1],
  ])('may be %s', (_, json, count) => {
    expect(isWebAnnotations(json)).toBe(true);
    expect(readWebAnnotations(json).annotations).toHaveLength(count);
    expect(readWebAnnotations(json).losses).toEqual([]);
  });

  it.each([
    null,
    5,
    'words',
    {},
    [],
    [1],
    { rows: [] },
    { type: 'FeatureCollection', features: [] },
    { '@context': { skos: 'http://www.w3.org/2004/02/skos/core#' }, '@graph': [{ '@id': 'x' }] },
  ])('may be something else: %j', (json) => {
    expect(isWebAnnotations(json)).toBe(false);
  });

  it('are read where something in them is no annotation', () => {
    const coming = readWebAnnotations([one, 5, { type: 'Person' }]);
    expect(coming.annotations).toHaveLength(1);
    expect(kinds(coming)).toEqual(['no-annotation', 'no-annotation']);
  });

  it.each([undefined, null, [], 7])(
    'are read where an annotation is about nothing: %j',
    (nothing) => {
      const coming = readWebAnnotations([
        one,
        { type: 'Annotation', bodyValue: 'x', target: nothing },
      ]);
      expect(coming.annotations).toHaveLength(1);
      expect(coming.losses).toMatchObject([{ kind: 'no-target', what: 'x' }]);
    },
  );

  it('with lists without end are given up, not the program', () => {
    let deep: unknown = one;
    for (let depth = 0; depth < 20_000; depth += 1) deep = [deep];
    expect(readWebAnnotations(deep).annotations).toEqual([]);
    let selector: Record<string, unknown> = quote;
    for (let depth = 0; depth < 20_000; depth += 1) selector = { ...position, refinedBy: selector };
    expect(readOne({ target: { source: SOURCE, selector } }).annotations).toHaveLength(1);
  });
});

describe('targets', () => {
  const cp = (from: number, to: number) => [{ from, to, unit: 'code-points' }];
  const words = { exact: 'Cuba', prefix: 'in ', suffix: '.' };
  it.each<[string, unknown, readonly unknown[]]>([
    ['quote and position', target, [{ side: null, quote: words, positions: cp(3, 7) }]],
    [
      'a quote alone',
      { source: SOURCE, selector: quote },
      [{ side: null, quote: words, positions: [] }],
    ],
    [
      'a position alone',
      { source: SOURCE, selector: position },
      [{ side: null, quote: null, positions: cp(3, 7) }],
    ],
    [
      'a quote without context',
      { source: SOURCE, selector: { type: 'TextQuoteSelector', exact: 'x' } },
      [{ side: null, quote: { exact: 'x', prefix: '', suffix: '' }, positions: [] }],
    ],
    [
      'a fragment of a plain text',
      {
        source: SOURCE,
        selector: {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc5147',
          value: 'char=3,7',
        },
      },
      [{ side: null, quote: null, positions: cp(3, 7) }],
    ],
    [
      'an address with a fragment',
      `${SOURCE}#char=3,7`,
      [{ side: null, quote: null, positions: cp(3, 7) }],
    ],
    [
      'a range of positions',
      {
        source: SOURCE,
        selector: {
          type: 'RangeSelector',
          startSelector: position,
          endSelector: { ...position, start: 20, end: 22 },
        },
      },
      [{ side: null, quote: null, positions: cp(3, 20) }],
    ],
    [
      'a position within another',
      { source: SOURCE, selector: { ...position, refinedBy: { ...position, start: 1, end: 2 } } },
      [{ side: null, quote: null, positions: cp(4, 5) }],
    ],
    [
      'words within words',
      {
        source: SOURCE,
        selector: { ...quote, refinedBy: { type: 'TextQuoteSelector', exact: 'b', prefix: 'u' } },
      },
      [{ side: null, quote: { exact: 'b', prefix: 'in Cu', suffix: 'a.' }, positions: [] }],
    ],
    [
      'words within an element',
      {
        source: SOURCE,
        selector: { type: 'XPathSelector', value: '//p[1]', refinedBy: [quote, position] },
      },
      [{ side: null, quote: words, positions: [] }],
    ],
    [
      'an element alone',
      { source: SOURCE, selector: { type: 'CssSelector', value: '#a' } },
      [{ side: null, quote: null, positions: [] }],
    ],
    [
      'several passages',
      [target, { source: SOURCE, selector: { ...position, start: 9, end: 10 } }],
      [
        { side: null, quote: words, positions: cp(3, 7) },
        { side: null, quote: null, positions: cp(9, 10) },
      ],
    ],
    [
      'a list, as CATMA has it',
      { type: 'List', items: [{ source: SOURCE, selector: position }] },
      [{ side: null, quote: null, positions: cp(3, 7) }],
    ],
    [
      'a choice, of which the first is meant',
      { type: 'Choice', items: [target, { source: SOURCE, selector: { ...position, start: 1 } }] },
      [{ side: null, quote: words, positions: cp(3, 7) }],
    ],
    [
      'numbers that are none',
      { source: SOURCE, selector: { type: 'TextPositionSelector', start: -1, end: '7' } },
      [{ side: null, quote: null, positions: [] }],
    ],
    ['the whole text', SOURCE, []],
    ['the whole text as an object', { source: SOURCE }, []],
    ['the whole text by its id', { id: SOURCE, type: 'Text' }, []],
  ])('may be %s', (_, told, targets) => {
    const { annotation, losses } = readOne({ target: told, body: [] });
    expect(annotation.source.name?.replace(/#.*/u, '')).toBe(SOURCE);
    expect(annotation.targets.map(({ codePoints: _twice, ...one }) => one)).toEqual(targets);
    expect(losses).toEqual([]);
  });

  it('are counted in UTF-16 where Recogito has written them', () => {
    const { annotation } = readOne({ target: [{ ...target, annotation: 'https://a.example/1' }] });
    expect(annotation.targets[0]?.positions).toEqual([{ from: 3, to: 7, unit: 'utf-16' }]);
  });

  it('on several texts become annotations of each', () => {
    const coming = readOne({
      target: [target, { source: 'https://other.example/', selector: quote }],
    });
    expect(coming.annotations.map(({ key, iri, source }) => [key, iri, source.name])).toEqual([
      ['https://a.example/1', 'https://a.example/1', SOURCE],
      ['https://a.example/1 (2)', 'https://a.example/1#2', 'https://other.example/'],
    ]);
    expect(kinds(coming)).toEqual(['several-texts']);
  });
});

describe('bodies', () => {
  const text = (value: string, purpose?: string) => ({
    type: 'TextualBody',
    value,
    ...(purpose ? { purpose } : {}),
  });
  it.each<[string, Record<string, unknown>, string, readonly string[], readonly string[]]>([
    ['a note', { body: [text('Words')] }, 'Words', [], []],
    ['a body that is no list', { body: text('Words', 'describing') }, 'Words', [], []],
    ['words alone', { body: 'Words and more' }, 'Words and more', [], []],
    ['bodyValue', { bodyValue: 'Words' }, 'Words', [], []],
    ['no body', {}, '', [], []],
    ['two notes', { body: [text('One'), text('Two', 'replying')] }, 'One\n\nTwo', [], []],
    ['a tag', { body: [text(' Cold  War ', 'tagging')] }, '', ['Cold War'], []],
    [
      'tags by the motivation',
      { motivation: 'tagging', body: [text('A'), text('B')] },
      '',
      ['A', 'B'],
      [],
    ],
    ['tags by oa:tagging', { motivation: 'oa:tagging', bodyValue: 'A' }, '', ['A'], []],
    ['the same tag twice', { body: [text('A', 'tagging'), text('A', 'tagging')] }, '', ['A'], []],
    ['an empty tag', { body: [text(' ', 'tagging')] }, '', [], []],
    [
      'a concept',
      {
        body: [
          {
            type: 'SpecificResource',
            purpose: 'tagging',
            source: 'https://v.example/Fidel_Castro',
          },
        ],
      },
      '',
      ['Fidel Castro'],
      [],
    ],
    [
      'a concept with its label, as Recogito has it',
      {
        body: [
          {
            type: 'SpecificResource',
            purpose: 'tagging',
            source: { id: 'https://v.example/7', label: 'Castro' },
          },
        ],
      },
      '',
      ['Castro'],
      [],
    ],
    [
      'a label with its IRI as value',
      {
        body: [
          {
            type: 'TextualBody',
            purpose: 'tagging',
            value: { id: 'https://v.example/7', label: 'Castro' },
          },
        ],
      },
      '',
      ['Castro'],
      [],
    ],
    ['an address', { body: 'https://x.example/a' }, '<https://x.example/a>', [], []],
    [
      'a picture',
      { body: { id: 'https://x.example/a.png', type: 'Image' } },
      '<https://x.example/a.png>',
      [],
      ['body'],
    ],
    ['data', { body: { type: 'Dataset', properties: {} } }, '', [], ['body']],
    ['a tag that is data', { body: { purpose: 'tagging', type: 'Dataset' } }, '', [], ['body']],
    ['HTML', { body: [{ ...text('<b>x</b>'), format: 'text/html' }] }, '<b>x</b>', [], ['html']],
    ['a question', { body: [text('Why?', 'questioning')] }, 'Why?', [], ['purpose']],
    [
      'a tag that is too long',
      { body: [text('x'.repeat(81), 'tagging')] },
      'x'.repeat(81),
      [],
      ['long-tag'],
    ],
    [
      'a choice',
      { body: { type: 'Choice', purpose: 'tagging', items: [text('A'), text('B')] } },
      '',
      ['A'],
      [],
    ],
    [
      'words of another author',
      { creator: 'A', body: [{ ...text('x'), creator: { name: 'B' } }] },
      'x',
      [],
      ['body-author'],
    ],
    ['rights', { bodyValue: 'x', rights: 'https://cc.example/by' }, 'x', [], ['properties']],
    ['a style', { target: [{ ...target, styleClass: 'red' }] }, '', [], ['properties']],
  ])('may be %s', (_, told, note, tags, losses) => {
    const coming = readOne(told);
    expect(coming.annotation.note).toBe(note);
    expect(coming.annotation.tags.map(({ name }) => name)).toEqual(tags);
    expect(kinds(coming)).toEqual(losses);
  });

  it('name concepts by their IRIs', () => {
    const source = 'https://v.example/7';
    const { annotation } = readOne({ body: [{ purpose: 'tagging', source }] });
    expect(annotation.tags).toEqual([{ id: null, iri: source, name: '7', path: [] }]);
  });
});

describe('who, when and what it is called', () => {
  it.each<[unknown, string]>([
    ['https://p.example/a', 'https://p.example/a'],
    [{ id: 'https://p.example/a', name: 'A. Reader' }, 'A. Reader'],
    [{ nickname: 'ar' }, 'ar'],
    [[{ name: 'A' }, { name: 'B' }], 'A; B'],
    [{}, ''],
    [undefined, ''],
  ])('by %j', (creator, name) => {
    expect(readOne({ creator }).annotation.creator).toBe(name);
  });

  it.each<[unknown, string | null]>([
    ['2015-10-13T13:00:00Z', '2015-10-13T13:00:00.000Z'],
    ['2015-10-13T15:00:00+02:00', '2015-10-13T13:00:00.000Z'],
    [{ '@value': '2015-10-13T13:00:00Z' }, '2015-10-13T13:00:00.000Z'],
    ['yesterday', null],
    ['2015-99-99', null],
    [7, null],
    [undefined, null],
  ])('made at %j', (created, time) => {
    expect(readOne({ created }).annotation.created).toBe(time);
  });

  const uuid = '019a9f00-0000-7000-8000-000000000001';
  it.each<[string, Record<string, unknown>, string | null, string | null]>([
    ['a foreign IRI', {}, null, 'https://a.example/1'],
    ['the canonical one', { canonical: 'https://c.example/1' }, null, 'https://c.example/1'],
    ['ours', { id: `urn:uuid:${uuid}` }, uuid, null],
    ['ours, in capitals', { id: `URN:UUID:${uuid.toUpperCase()}` }, uuid, null],
    ['ours, which a server gave another name', { canonical: `urn:uuid:${uuid}` }, uuid, null],
    [
      'ours, with where it came from',
      { id: `urn:uuid:${uuid}`, via: ['https://h.example/1'] },
      uuid,
      'https://h.example/1',
    ],
    ['a bare number of another program', { id: uuid }, null, uuid],
    ['nothing', { id: undefined }, null, null],
  ])('is called %s', (_, told, id, iri) => {
    const { annotation } = readOne(told);
    expect([annotation.id, annotation.iri]).toEqual([id, iri]);
    expect(annotation.key).toBe(id ?? iri ?? '#1');
  });

  it('is read once where it stands in the file twice, as it was last', () => {
    const old = {
      type: 'Annotation',
      id: 'a:1',
      target,
      bodyValue: 'old',
      modified: '2020-01-01T00:00:00Z',
    };
    const late = { ...old, bodyValue: 'new', modified: '2021-01-01T00:00:00Z' };
    for (const file of [
      [old, late],
      [late, old],
    ]) {
      const coming = readWebAnnotations(file);
      expect(coming.annotations.map(({ note }) => note)).toEqual(['new']);
      expect(kinds(coming)).toEqual(['twice']);
    }
    expect(readWebAnnotations([old, old])).toMatchObject({
      annotations: [{ note: 'old' }],
      losses: [],
    });
  });
});

describe('what is said of annotations', () => {
  const one = { type: 'Annotation', id: 'a:1', target, bodyValue: 'First' };
  const two = { type: 'Annotation', id: 'a:2', target, bodyValue: 'Second' };
  const read = (...more: readonly Record<string, unknown>[]) =>
    readWebAnnotations([
      one,
      two,
      ...more.map((some) => ({ type: 'Annotation', id: 'a:3', ...some })),
    ]);

  it.each<[string, readonly Record<string, unknown>[], string]>([
    [
      'a link as the standard has it',
      [{ motivation: 'linking', body: 'a:2', target: 'a:1' }],
      'is linked to',
    ],
    [
      'a link as Annotorious has it, with its name beside it',
      [
        { motivation: 'linking', body: 'a:2', target: 'a:1' },
        { id: 'a:4', motivation: 'tagging', body: [{ value: 'quotes' }], target: 'a:3' },
      ],
      'quotes',
    ],
    [
      'a link as Recogito had it',
      [
        {
          motivation: 'linking',
          body: [{ purpose: 'tagging', value: 'quotes' }],
          target: [{ id: 'a:1' }, { id: 'a:2' }],
        },
      ],
      'quotes',
    ],
  ])('may be %s', (_, more, type) => {
    const coming = read(...more);
    expect(coming.relations).toMatchObject([{ id: null, from: 'a:1', to: 'a:2', type }]);
    expect(coming.annotations).toHaveLength(2);
    expect(coming.losses).toEqual([]);
  });

  it('may be a link that leads to nothing known', () => {
    expect(kinds(read({ motivation: 'linking', target: [{ id: 'a:1' }] }))).toEqual(['loose']);
  });

  it('may be a reply, which stands on the words of what it answers', () => {
    const coming = read(
      { motivation: 'replying', bodyValue: 'No', target: 'a:1', creator: 'B' },
      { id: 'a:4', motivation: 'replying', bodyValue: 'Yes', target: 'a:3' },
    );
    const [first, , reply, answer] = coming.annotations;
    expect(reply).toMatchObject({ key: 'a:3', note: 'No', creator: 'B' });
    for (const said of [reply, answer]) {
      expect(said?.targets).toEqual(first?.targets);
      expect(said?.source).toEqual(first?.source);
    }
    expect(coming.relations).toMatchObject([
      { from: 'a:3', to: 'a:1', type: 'replies to', reverse: 'is answered by' },
      { from: 'a:4', to: 'a:3' },
    ]);
    expect(coming.losses).toEqual([]);
  });

  it('may be about a reply, as about any other', () => {
    const coming = read(
      { motivation: 'replying', bodyValue: 'No', target: 'a:1' },
      { id: 'a:4', motivation: 'linking', body: 'a:3', target: 'a:2' },
      {
        ...{ id: 'a:5', motivation: 'assessing', target: 'a:3', bodyValue: 'rejected' },
        created: '2020-01-01',
      },
    );
    expect(coming.annotations[2]?.verdict?.value).toBe('rejected');
    expect(coming.relations[0]).toMatchObject({ from: 'a:2', to: 'a:3' });
    expect(coming.losses).toEqual([]);
  });

  it('may answer itself in a circle', () => {
    const coming = read(
      { motivation: 'replying', bodyValue: 'x', target: 'a:4' },
      { id: 'a:4', motivation: 'replying', bodyValue: 'y', target: 'a:3' },
    );
    expect(coming.annotations.map(({ targets }) => targets.length)).toEqual([1, 1, 0, 0]);
  });

  it('may be a verdict, or an opinion', () => {
    const assessing = {
      motivation: 'assessing',
      target: 'a:1',
      created: '2020-01-01T00:00:00Z',
      creator: 'J',
    };
    expect(read({ ...assessing, bodyValue: 'accepted' }).annotations[0]?.verdict).toEqual({
      value: 'accepted',
      by: 'J',
      time: '2020-01-01T00:00:00.000Z',
    });
    const opinion = read({ ...assessing, bodyValue: 'Well put.' });
    expect(opinion.annotations.map(({ note }) => note)).toEqual(['First', 'Second', 'Well put.']);
    expect(kinds(opinion)).toEqual(['purpose']);
  });
});
