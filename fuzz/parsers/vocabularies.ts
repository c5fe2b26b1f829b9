import { readGazetteer } from '../../electron/gazetteer/files.ts';
import { readVocabulary } from '../../electron/vocabulary/files.ts';
import { all, filesIn, said } from '../good.ts';
import { asFile, isAnswer } from '../judging.ts';
import type { Parser } from '../parser.ts';

const vocabulary = (name: string) =>
  asFile(name, async (path) => isAnswer('vocabulary.read', await readVocabulary(path)));
const gazetteer = (name: string) =>
  asFile(name, async (path) => isAnswer('gazetteer.read', await readGazetteer(path)));

/** Tags in a table. */
export const tagTable: Parser = {
  name: 'csv',
  share: 25,
  shape: 'lines',
  good: said(
    'path,description,colour,key,iri\nPlaces,,#aa3344,1,\nPlaces › Cuba,"An island, big",teal,,https://example.org/cuba\n',
    'name;parent;definition;id\nPersons;;;\nSoviet;Persons;"a ""b""";urn:x:1\nSoviet;Places;;\n',
    '\uFEFFLabel\tBroader\tColor\nA\t\tred\nB\tA\t#0f0\nC\tA > B\t\n',
  ),
  words: [
    ...[
      'path',
      'name',
      'parent',
      'colour',
      'key',
      'iri',
      '›',
      ' › ',
      '\\›',
      '>',
      '"',
      '""',
      '#ff0000',
      'teal',
      '1',
      '0',
    ],
    ...[
      'Persons',
      'Persons › Soviet',
      'https://example.org/a',
      "'=1+1",
      '=cmd()',
      '\n',
      ';',
      '\t',
      ',',
    ],
  ],
  begin: vocabulary('a.csv'),
};

const PREFIXES =
  '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix : <http://example.org/> .\n';

/** SKOS as Turtle. */
export const turtle: Parser = {
  name: 'skos-turtle',
  share: 50,
  shape: 'lines',
  good: said(
    `${PREFIXES}:s a skos:ConceptScheme .\n:a a skos:Concept ; skos:prefLabel "Places"@en, "Orte"@de ;\n  skos:definition """Where\nit was""" ; skos:narrower :b, :c .\n:b a skos:Concept ; skos:prefLabel "Cuba" ; skos:broader :a ; skos:exactMatch <http://x.org/1> .\n`,
    `${PREFIXES}@base <http://b.org/> .\n<c> a skos:Concept ; skos:prefLabel 'C\\u00e9'@fr ; skos:broader [ skos:prefLabel "up" ] ; skos:note ( 1 2.5 true "x"^^<http://t> ) .\n`,
    '<http://e.org/a> <http://www.w3.org/2004/02/skos/core#broader> <http://e.org/b> .\n<http://e.org/b> <http://www.w3.org/2004/02/skos/core#prefLabel> "B"@en .\n',
  ),
  words: [
    ...[
      'a skos:Concept',
      'skos:prefLabel',
      'skos:broader',
      'skos:narrower',
      ':a',
      ':b',
      '.',
      ';',
      ',',
      '[',
      ']',
      '(',
      ')',
    ],
    ...[
      '"""',
      '"x"@en',
      '"x"^^',
      '<',
      '>',
      '@prefix',
      '@base',
      'PREFIX',
      '_:b0',
      '<<',
      '>>',
      '{',
      '}',
      '#',
      '=>',
      '^',
      '!',
      '@forAll',
    ],
  ],
  begin: vocabulary('a.ttl'),
};

const linked = {
  '@context': {
    ...{
      skos: 'http://www.w3.org/2004/02/skos/core#',
      '@base': 'http://example.org/',
      '@vocab': 'skos:',
    },
    ...{
      '@language': 'en',
      id: '@id',
      label: { '@id': 'skos:prefLabel', '@container': '@language' },
    },
    broader: { '@id': 'skos:broader', '@type': '@id' },
  },
  '@graph': [
    {
      id: 'a',
      '@type': 'skos:Concept',
      label: { en: 'Places', de: ['Orte'] },
      'skos:narrower': [{ id: 'b' }],
    },
    {
      id: 'b',
      '@type': ['skos:Concept'],
      prefLabel: { '@value': 'Cuba', '@language': 'en' },
      broader: 'a',
    },
    {
      '@id': 'c',
      '@type': 'skos:Concept',
      prefLabel: 'C',
      definition: { '@list': ['x', 1, true, null] },
    },
  ],
};

/** SKOS as JSON-LD. */
export const jsonLd: Parser = {
  name: 'skos-jsonld',
  share: 60,
  shape: 'json',
  good: said(
    JSON.stringify(linked),
    JSON.stringify([
      {
        '@id': 'http://e.org/a',
        '@type': ['http://www.w3.org/2004/02/skos/core#Concept'],
        'http://www.w3.org/2004/02/skos/core#prefLabel': [{ '@value': 'A' }],
      },
    ]),
    JSON.stringify({
      ...linked,
      '@context': ['https://example.org/context.jsonld', linked['@context'], null],
    }),
  ),
  words: [
    ...[
      '"@context"',
      '"@id"',
      '"@type"',
      '"@graph"',
      '"@list"',
      '"@set"',
      '"@value"',
      '"@language"',
      '"@vocab"',
      '"@base"',
    ],
    ...[
      '"@container"',
      '"@reverse"',
      '"@nest"',
      '"skos:broader"',
      '"skos:Concept"',
      '"prefLabel"',
      '"_:b1"',
      '":"',
      '"a:b:c"',
    ],
  ],
  begin: vocabulary('a.jsonld'),
};

/** Names in a table. */
export const nameTable: Parser = {
  name: 'gazetteer-csv',
  share: 30,
  shape: 'lines',
  good: said(
    'kind,name,forms,description,source\nperson,"Rusk, Dean",Rusk; Secretary Rusk,"Secretary of State, 1961–1969",FRUS\nplace,Havana,,,\nabbreviation,SYG,,Secretary-General,\n',
    'Name;Kind\nCastro Ruz, Fidel;persons\nNIACT;abbr\n',
  ),
  words: [
    ...[
      'kind',
      'name',
      'forms',
      'description',
      'person',
      'place',
      'organisation',
      'term',
      'abbr',
      'Rusk, Dean',
      'Jr.',
      'Sir',
    ],
    ...[
      '"',
      '""',
      ';',
      ',',
      '\t',
      '\n',
      'von ',
      'O’',
      'Nguyễn',
      'I',
      'Castro Ruz, Fidel (Dr.), Maj. Gen.',
    ],
  ],
  begin: gazetteer('a.csv'),
};

/** Names in the lists and the text of an edition in TEI. */
export const nameEdition: Parser = {
  name: 'gazetteer-tei',
  share: 5,
  shape: 'markup',
  good: all(
    filesIn('electron/tei/fixtures', /\.xml$/u),
    filesIn('electron/tei/fixtures/frus', /\.xml$/u),
    said(
      '<TEI><text><div xml:id="persons"><list><item><hi rend="strong"><persName xml:id="p_R1">Rusk, Dean</persName></hi>, Secretary</item></list></div><listPerson><person xml:id="p2"><persName><surname>Castro</surname><forename>Fidel</forename></persName><note>x</note></person></listPerson><div type="terms"><list><label>SYG</label><item>Secretary-General</item></list></div><p><persName corresp="#p_R1">Rusk</persName><abbr>UN</abbr><expan>United Nations</expan></p></text></TEI>',
    ),
  ),
  words: [
    ...[
      '<persName xml:id="p">',
      '</persName>',
      '<item>',
      '</item>',
      '<list>',
      '</list>',
      '<term xml:id="t">',
      '</term>',
    ],
    ...[
      '<hi rend="strong">',
      '</hi>',
      '<surname>',
      '<forename>',
      '<note>',
      '<label>',
      '<abbr>',
      '<expan>',
      '<person>',
      ' corresp="#p"',
    ],
  ],
  begin: gazetteer('a.xml'),
};
