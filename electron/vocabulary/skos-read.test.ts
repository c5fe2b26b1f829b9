import { describe, expect, it } from 'vitest';
import { readJsonLd } from './jsonld.ts';
import { skosIn, type Told } from './skos-read.ts';
import { readTurtle } from './turtle.ts';

const PREFIXES = `
  @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix cw: <urn:x-cablewright:> .
  @prefix : <http://example.org/> .
`;

/** Concepts as `name<parent`, with what else is told of them. */
function shown({ concepts }: Told): string {
  const names = new Map(concepts.map(({ id, name }) => [id, name]));
  return concepts
    .map(({ name, parent, description, colour, key }) =>
      [
        name,
        parent === null ? '' : `<${names.get(parent) ?? parent}`,
        description === null ? '' : ` “${description}”`,
        colour === null ? '' : ` ${colour}`,
        key === null ? '' : ` ${key}`,
      ].join(''),
    )
    .join('; ');
}

const turtle = (text: string) => skosIn(readTurtle(PREFIXES + text, 'a.ttl'));

describe('Turtle', () => {
  it.each<[string, string, string]>([
    [
      'English first',
      ':a a skos:Concept; skos:prefLabel "Personen"@de, "Persons"@en-GB, "x" .',
      'Persons',
    ],
    ['else no language', ':a a skos:Concept; skos:prefLabel "Personen"@de, "x" .', 'x'],
    [
      'else the first',
      ':a a skos:Concept; skos:prefLabel "Personen"@de, "personnes"@fr .',
      'Personen',
    ],
    ['a label', ':a a skos:Concept; rdfs:label "a b" .', 'a b'],
    [
      'the end of the IRI',
      '<http://example.org/x#Heads%20of%20state> a skos:Concept .',
      'Heads of state',
    ],
    ['a name on one line', ':a a skos:Concept; skos:prefLabel """ a\n b """ .', 'a b'],
    [
      'definition and scope note',
      ':a a skos:Concept; skos:prefLabel "a"; skos:scopeNote "when"@en, "wann"@de; skos:definition "what" .',
      'a “what\n\nwhen”',
    ],
    ['broader', ':b skos:broader :a; skos:prefLabel "b" . :a skos:prefLabel "a" .', 'b<a; a'],
    ['narrower', ':a skos:narrower :b, :c; skos:prefLabel "a" . :b skos:prefLabel "b" .', 'a; b<a'],
    ['hasTopConcept', ':s skos:hasTopConcept :a . :a skos:prefLabel "a" .', 'a'],
    ['a parent elsewhere', ':b skos:broader :x; skos:prefLabel "b" .', 'b<http://example.org/x'],
    [
      'own colour and key',
      ':a a skos:Concept; skos:prefLabel "a"; cw:colour "Sky"; cw:key "K" .',
      'a sky k',
    ],
    [
      'no colour of others',
      ':a a skos:Concept; skos:prefLabel "a"; :color "#fff"; cw:colour "pink" .',
      'a',
    ],
  ])('%s', (_, text, concepts) => {
    expect(shown(turtle(text))).toBe(concepts);
  });

  it('tells in a sentence each what was passed over', () => {
    const { warnings } = turtle(`
      :a a skos:Concept; skos:prefLabel "a"; skos:altLabel "b"; skos:related :c; dct:created "2026" .
      :b a skos:Concept; skos:prefLabel "${'long '.repeat(20)}"; skos:broader :a, :c .
      :c a skos:Concept; skos:prefLabel "c"@fr; skos:altLabel "d" .
      [] a skos:Concept .
      :d a skos:Collection; skos:member :a .`);
    expect(warnings).toEqual([
      'Names of more than 80 characters were cut: “long long long long long long long long long long long long long long long long…”.',
      'A tag stands at one place; what is below several concepts goes below the first of them: “long long long long long long long long long long long long long long long long…”.',
      '1 label is in another language, for want of an English one: “c”.',
      '1 concept was passed over: it has no label, nor an identifier to go by.',
      'Tags have no place for altLabel (of 2 concepts), related (of 1 concept), created (of 1 concept).',
      '1 collection was passed over.',
    ]);
  });

  it('knows which IRIs mean something outside the file', () => {
    const { concepts } = turtle(
      '<#a> a skos:Concept . <urn:x:b> a skos:Concept . :c a skos:Concept .',
    );
    expect(concepts.map(({ iri }) => iri)).toEqual([null, 'urn:x:b', 'http://example.org/c']);
  });
});

const SKOS = 'http://www.w3.org/2004/02/skos/core#';

describe('JSON-LD', () => {
  it.each<[string, unknown, string]>([
    [
      'prefixes',
      {
        '@context': { skos: SKOS },
        '@graph': [
          {
            '@id': 'http://x/a',
            '@type': 'skos:Concept',
            'skos:prefLabel': { '@value': 'a', '@language': 'en' },
          },
          {
            '@id': 'http://x/b',
            '@type': ['skos:Concept'],
            'skos:prefLabel': ['b'],
            'skos:broader': { '@id': 'http://x/a' },
          },
        ],
      },
      'a; b<a',
    ],
    [
      'full IRIs without a context',
      [{ '@id': '#a', '@type': [`${SKOS}Concept`], [`${SKOS}prefLabel`]: [{ '@value': 'a' }] }],
      'a',
    ],
    [
      'aliases of keywords, and terms by a prefix told later (Skosmos)',
      {
        '@context': {
          uri: '@id',
          type: '@type',
          lang: '@language',
          value: '@value',
          graph: '@graph',
          prefLabel: 'skos:prefLabel',
          broader: 'skos:broader',
          skos: SKOS,
        },
        graph: [
          {
            uri: 'http://x/a',
            type: 'skos:Concept',
            prefLabel: [
              { lang: 'de', value: 'A' },
              { lang: 'en', value: 'a' },
            ],
          },
          {
            uri: 'http://x/b',
            type: 'skos:Concept',
            prefLabel: { lang: 'en', value: 'b' },
            broader: { uri: 'http://x/a' },
          },
        ],
      },
      'a; b<a',
    ],
    [
      'typed terms, language maps, @vocab and @base',
      {
        '@context': {
          '@vocab': SKOS,
          '@base': 'http://x/',
          prefLabel: { '@id': `${SKOS}prefLabel`, '@container': '@language' },
          broader: { '@type': '@id' },
        },
        '@graph': [
          { '@id': 'a', '@type': 'Concept', prefLabel: { fr: 'f', en: 'a' }, scopeNote: 'when' },
          { '@id': 'b', '@type': 'Concept', prefLabel: { '@none': 'b' }, broader: 'a' },
        ],
      },
      'a “when”; b<a',
    ],
    [
      'concepts in each other, lists and sets',
      {
        '@context': { '@vocab': SKOS, '@language': 'en' },
        '@id': 'http://x/s',
        hasTopConcept: {
          '@set': [
            {
              '@id': 'http://x/a',
              prefLabel: 'a',
              narrower: [{ '@id': 'http://x/b', prefLabel: 'b' }],
            },
          ],
        },
      },
      'a; b<a',
    ],
    [
      'a context within an object, and one that is taken back',
      {
        '@context': { name: `${SKOS}prefLabel`, '@vocab': SKOS },
        '@graph': [
          {
            '@context': { name: null, label: `${SKOS}prefLabel` },
            '@id': 'urn:x:a',
            '@type': 'Concept',
            label: 'a',
            name: 'z',
          },
          { '@id': 'urn:x:b', '@type': 'Concept', name: 'b' },
        ],
      },
      'a; b',
    ],
  ])('%s', (_, json, concepts) => {
    expect(shown(skosIn(readJsonLd(JSON.stringify(json), 'a.jsonld').triples))).toBe(concepts);
  });

  it('does not go down without end', () => {
    const deep = `${'{"http://x/a":'.repeat(300)}1${'}'.repeat(300)}`;
    expect(() => readJsonLd(deep, 'a.jsonld')).toThrow('more than 200 deep');
  });
});
