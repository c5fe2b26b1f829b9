import { clean } from '../../domain/clean/clean.ts';
import { prepareHere } from '../../electron/import/prepare.ts';
import { readVolume } from '../../electron/tei/volume.ts';
import { all, filesIn, said } from '../good.ts';
import { isNamed } from '../judging.ts';
import type { Parser } from '../parser.ts';

const here = prepareHere({ clean, readVolume });

const utf16 = () => [
  Buffer.from('\uFEFF357. Telegram From the Embassy\n\nHavana, May 1.2\n', 'utf16le'),
  Buffer.from('Gr\u00fc\u00dfe \u0093quoted\u0094 \u2013 x\n\n[Page 3]\n', 'latin1'),
];

/** A text that somebody imports: its encoding, and all rules of cleaning. */
export const text: Parser = {
  name: 'text',
  share: 4,
  shape: 'lines',
  good: all(filesIn('seeds', /\.txt$/u), filesIn('domain/clean/fixtures', /\.txt$/u), utf16),
  words: [
    ...[
      '[Page 864]',
      '~~',
      'SECRET',
      'TOP SECRET',
      '357. Circular Telegram From',
      'Source:',
      '0',
      '1',
    ],
    ...[
      '  1. ',
      ' 2.',
      'ACTION:',
      'INFO:',
      'RPTD INFO:',
      'Drafted by:',
      'Nov 19 5 18 PM \u{2019}62',
    ],
    ...[
      '737.00/4-2361',
      '11/19/62',
      '# ',
      '☐',
      '[assume?]',
      '[1 line not declassified]',
      'ʼ',
      'FORM 05-322-11',
    ],
    ...[
      'REPRODUCTION FROM THIS COPY',
      '\f',
      '- ',
      '  ',
      '\n\n',
      '*',
      'Deptel 1662',
      '–',
      '⁂',
      '7/',
      '1/',
    ],
  ],
  begin: () => (bytes) => here.prepare({ path: 'a.txt', bytes, format: 'text', off: [] }),
};

/** An edition in TEI, of FRUS or of our own, and each of its documents. */
export const tei: Parser = {
  name: 'tei',
  share: 4,
  shape: 'markup',
  good: all(
    filesIn('electron/tei/fixtures', /\.xml$/u),
    filesIn('electron/tei/fixtures/frus', /\.xml$/u),
    filesIn('fuzz/fixtures/good/tei', /\.xml$/u),
    said('<div type="document" xml:id="d1"><head>1. A</head><p>x<note n="1">y</note></p></div>'),
  ),
  words: [
    ...[
      '<p>',
      '</p>',
      '<div type="document" xml:id="d1">',
      '</div>',
      '<note n="1">',
      '</note>',
      '<pb n="1"/>',
    ],
    ...[
      '<list>',
      '<item>',
      '<persName xml:id="p">',
      '<gloss target="#t">',
      '<del>',
      '<hi rend="strong">',
      '<lb/>',
    ],
    ...[
      '&nbsp;',
      '&a;',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
      '<teiHeader>',
      '</teiHeader>',
      '<ab>',
      '<seg ',
    ],
    ...[
      'from="',
      'to="',
      'corresp="#',
      'xml:id="',
      'cert="',
      'resp="',
      'subtype="',
      'base64',
      'sha256',
    ],
  ],
  begin: () => async (bytes, lap) => {
    const volume = readVolume('a.xml', bytes);
    lap();
    for (const document of volume.documents.slice(0, 20))
      if ('failure' in document) isNamed(document.failure);
      else {
        const { bytes: own, returned } = document;
        const task = { path: 'a.xml', bytes: own, format: 'tei', off: [] } as const;
        await here.prepare(returned ? { ...task, returned } : task);
      }
  },
};
