import { readAnnotationFile } from '../../electron/store/exchange/readers.ts';
import { filesIn, said } from '../good.ts';
import { asFile } from '../judging.ts';
import type { Parser } from '../parser.ts';

const begin = asFile('a.json', readAnnotationFile);

const JSON_WORDS = [
  ...[
    '"@context"',
    '"type"',
    '"Annotation"',
    '"body"',
    '"target"',
    '"selector"',
    '"TextQuoteSelector"',
  ],
  ...[
    '"TextPositionSelector"',
    '"RangeSelector"',
    '"refinedBy"',
    '"SpecificResource"',
    '"source"',
    '"exact"',
  ],
  ...[
    '"start"',
    '"end"',
    '"AnnotationCollection"',
    '"AnnotationPage"',
    '"items"',
    '"first"',
    '"next"',
  ],
  ...['"TextualBody"', '"purpose"', '"tagging"', '"replying"', '"linking"', '"state"', '"items":['],
  ...[
    '"references"',
    '"uri"',
    '"user"',
    '"rows"',
    '"tags"',
    '"text"',
    '"FragmentSelector"',
    '"char=0,10"',
  ],
];

const recogito = JSON.stringify([
  {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: '#a1',
    type: 'Annotation',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'Cuba' },
      { type: 'TextualBody', value: '<p>Why <b>here</b>?</p>', format: 'text/html' },
      { type: 'SpecificResource', purpose: 'linking', source: 'urn:uuid:3' },
    ],
    target: {
      source: 'a.txt',
      selector: [
        { type: 'TextQuoteSelector', exact: 'bombers', prefix: 'The ', suffix: ' stay' },
        {
          type: 'TextPositionSelector',
          start: 3,
          end: 9,
          refinedBy: { type: 'FragmentSelector', value: 'char=0,3' },
        },
      ],
    },
    creator: { id: 'https://example.org/kay', name: 'kay', type: 'Person' },
    created: '2024-05-01T10:00:00.000Z',
  },
]);

/** W3C Web Annotations: of our own, and of other programs. */
export const webAnnotation: Parser = {
  name: 'web-annotation',
  share: 60,
  shape: 'json',
  good: () => [
    ...filesIn('fuzz/fixtures/good/web-annotation', /\.jsonld$/u)(),
    ...said(recogito, recogito.slice(1, -1))(),
  ],
  words: JSON_WORDS,
  begin,
};

const URI = 'https://history.state.gov/historicaldocuments/frus1961-63v11/d170';
const row = {
  ...{ id: 'LGVKq4E4SKKro2dBBEYZXQ', created: '2014-01-12T18:36:15.697572+00:00' },
  ...{ updated: '2014-01-13T08:00:00.000000+00:00', user: 'acct:ar@hypothes.is', uri: URI },
  ...{ text: 'Why *here*? $x^2$', tags: ['Cuba', ' Missiles '], group: '__world__' },
  permissions: { read: ['group:__world__'], admin: ['acct:ar@hypothes.is'] },
  target: [
    {
      source: URI,
      selector: [
        {
          ...{ type: 'RangeSelector', startContainer: '/div[1]/p[2]', startOffset: 3 },
          ...{ endContainer: '/div[1]/p[2]', endOffset: 9 },
        },
        { type: 'TextPositionSelector', start: 1203, end: 1209 },
        { type: 'TextQuoteSelector', exact: 'Castro', prefix: 'that ', suffix: ' had' },
      ],
    },
  ],
  document: { title: ['170. Telegram From the Embassy'] },
  user_info: { display_name: 'Žofie' },
  ...{ flagged: false, hidden: false },
};
const reply = {
  ...row,
  id: 'b',
  references: [row.id],
  text: 'Since ‘61.',
  target: [{ source: URI }],
};
const again = { ...reply, id: 'c', references: [row.id, 'b'] };

/** Exports of Hypothesis: of its service, a list, a line each. */
export const hypothesis: Parser = {
  name: 'hypothesis',
  share: 55,
  shape: 'json',
  good: said(
    JSON.stringify({ total: 3, rows: [row, reply, again] }),
    JSON.stringify([row, again, reply]),
    JSON.stringify({ rows: [row], replies: [reply] }),
    [row, reply].map((one) => JSON.stringify(one)).join('\n'),
    JSON.stringify({ export_date: '2024-01-01', annotations: [row, reply] }),
  ),
  words: JSON_WORDS,
  begin,
};

/** UIMA CAS XMI. */
export const xmi: Parser = {
  name: 'xmi',
  share: 25,
  shape: 'markup',
  good: filesIn('fuzz/fixtures/good/xmi', /\.xmi$/u),
  words: [
    ...[
      'xmi:id="1"',
      'sofa="1"',
      'begin="0"',
      'end="9"',
      '<cas:Sofa ',
      '<cas:View members="1 2"/>',
      'sofaString="',
    ],
    ...[
      '<custom:Cable ',
      '<elements>',
      'mimeType="text/plain"',
      '<cas:FSArray elements="1 1"/>',
      'Governor="',
      ' "',
    ],
    ...[
      '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">',
      '<type4:DocumentMetaData ',
      '<cas:NULL xmi:id="0"/>',
      '&#10;',
    ],
  ],
  begin: asFile('a.xmi', readAnnotationFile),
};

/** WebAnno TSV 3. */
export const tsv: Parser = {
  name: 'tsv',
  share: 60,
  shape: 'lines',
  good: filesIn('fuzz/fixtures/good/tsv', /\.tsv$/u),
  words: [
    ...[
      '#FORMAT=WebAnno TSV 3.3',
      '#FORMAT=WebAnno TSV 3.2',
      '#T_SP=',
      '#T_CH=',
      '#T_RL=',
      '|BT_',
      '|ROLE_',
      '#Text=',
    ],
    ...[
      '1-1',
      '1-2',
      '2-1.1',
      '0-6',
      '*',
      '*[1]',
      'a[1]',
      'a[1]|b[2]',
      '_',
      '*->1-1',
      '1-1[1_2]',
      '\\|',
      '\\n',
      '#Sentence.id=',
    ],
  ],
  begin: asFile('a.tsv', readAnnotationFile),
};
