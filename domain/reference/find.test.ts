import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findInNotes, findReferences } from './find.ts';

/** A found reference as one line: `series number`, `<post` or `>post`, `@date`, `(edition)`. */
const told = (text: string): string[] =>
  findReferences(text).map(({ series, number, post, date, edition }) =>
    [
      `${series ?? 'Document'} ${number}`,
      post && `${post.way === 'from' ? '<' : '>'}${post.name}`,
      date && `@${date}`,
      edition && `(${edition})`,
    ]
      .filter(Boolean)
      .join(' '),
  );

test.each<readonly [string, readonly string[]]>([
  ['1661. Re Depcirtel 1662. Take early occasion', ['Depcirtel 1662']],
  ['1661. Re Depcirtel 1662.1 Take early occasion', ['Depcirtel 1662']],
  ['Re Depcirtels 1662 and 1663, take', ['Depcirtel 1662', 'Depcirtel 1663']],
  ['along lines that outlined Deptcirtel 14, but specifically', ['Depcirtel 14']],
  ['517. Based on paragraph 2e. of Depcirtel 508 Department has', ['Depcirtel 508']],
  ['ideas contained Department Circular telegram 508.', ['Depcirtel 508']],
  ['In circular telegram 1662 to all posts, the Department', ['Depcirtel 1662']],
  ['In Circular Telegram 938 he said', ['Depcirtel 938']],
  ['980. Re Embtel 978. Ben Gurion’s request', ['Embtel 978']],
  ['Embtels 978, 979. He', ['Embtel 978', 'Embtel 979']],
  ['Embtels 978, 979, and 981 say', ['Embtel 978', 'Embtel 979', 'Embtel 981']],
  ['EMBTEL 978', ['Embtel 978']],
  ['Embtel No. 978', ['Embtel 978']],
  ['Emb tel 978', ['Embtel 978']],
  ['Embassy telegram 1234. Foreign Minister', ['Embtel 1234']],
  ['Embtel 978, April 23', ['Embtel 978 @--04-23']],
  ['Embtel 978 (April 23, 1961)', ['Embtel 978 @1961-04-23']],
  ['425. Deptel 379 Aug 3, urtel 526 Aug 6. After', ['Deptel 379 @--08-03', 'urtel 526 @--08-06']],
  ['190. Deptel 166 to Singapore. First Secretary', ['Deptel 166 >Singapore']],
  ['first paragraph Deptel 3022 to Cairo and because', ['Deptel 3022 >Cairo']],
  ['set forth Cairo’s 3244 for reasons', ['telegram 3244 <Cairo']],
  ['set forth Cairoʼs 3244 for reasons', ['telegram 3244 <Cairo']],
  ['See Paris 4711, May 3, for', ['telegram 4711 <Paris @--05-03']],
  ['in telegram 4577 from Beirut, June 10, he', ['telegram 4577 <Beirut @--06-10']],
  ['from Cairo on June 10 in telegram 3255: “Additional', ['telegram 3255']],
  ['Tel Aviv telegram 980 and Rio de Janeiro 1711', ['telegram 980 <Tel Aviv']],
  ['See New Delhi 411.', ['telegram 411 <New Delhi']],
  ['See Port-au-Prince’s 411.', ['telegram 411 <Port-au-Prince']],
  ['telegram 171 from Paris', ['telegram 171 <Paris']],
  ['telegram 171 from the Embassy in France, May 1961', ['telegram 171 <France']],
  ['Telegram No. 219, August 27, 5 p.m., p. 70.', ['telegram 219 @--08-27']],
  ['summarized in Secto 41 from New York, dated September 28.', ['Secto 41 <New York @--09-28']],
  ['indicated paragraph three Secto 21. Unless', ['Secto 21']],
  ['Tosec 12, Polto 3; Topol 9 Cedto 40', ['Tosec 12', 'Polto 3', 'Topol 9', 'Cedto 40']],
  ['Dulte 7 and Tedul 11', ['Dulte 7', 'Tedul 11']],
  ['Re your 47.', ['urtel 47']],
  ['Your 47 of May 3 and my 1219, May 5', ['urtel 47 @--05-03', 'mytel 1219 @--05-05']],
  ['your telegram No. 12', ['urtel 12']],
  ['ourtel 12, mytel 13, ur tel 14', ['mytel 12', 'mytel 13', 'urtel 14']],
  ['Department’s 379, August 3, noon', ['Deptel 379 @--08-03']],
  ['reftel 47', ['reftel 47']],
  ['In A-123 and CA-1234 the', ['airgram 123', 'CA 1234']],
  ['your despatches, numbered 304 and 305.', ['despatch 304', 'despatch 305']],
  ['the despatch No. 304, bearing date', ['despatch 304']],
  ['  3. See Document 170.', ['Document 170']],
  ['Documents 170–172', ['Document 170', 'Document 171', 'Document 172']],
  ['See Documents 5, 7, and 12.', ['Document 5', 'Document 7', 'Document 12']],
  ['The Stage One report is Document 62.', ['Document 62']],
  ['see Foreign Relations, 1961–1963, volume XII, Document 3.', ['Document 3 (frus1961-63v12)']],
  ['Embtel 0978', ['Embtel 978']],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  'Document 3 pages long',
  'He showed me document 5.',
  'Documents were lost in 1961.',
  'telegram 23 April said so',
  'Telegram From the Embassy in Israel to the Department of State',
  'the telegram of April 23, 1961',
  'Deptel of May 3',
  '737.00/4-2361',
  'telegram 5 p.m.',
  'your 47 men',
  'my 2 cents',
  'in Paris 150 delegates met',
  'at Geneva 1954, Paris 1919.',
  'Paris 171 men',
  'See footnote 6, supra.',
  'p. 70',
  '“Page 2 of telegram to Bonn, Rome, Paris”',
  'No. 93',
  'reftel',
  'A-1 priority',
  'VITAMIN-A-12',
  'Conference Files: Lot 65 D 533, CF 2152.',
  'Embtel 1234567',
  '190. 1) First Secretary',
])('no reference: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test('the places are those of the words', () => {
  const text = 'Re Depcirtels 1662 and 1663; see Documents 170–172.';
  expect(findReferences(text).map(({ from, to }) => text.slice(from, to))).toEqual([
    'Depcirtels 1662',
    '1663',
    'Documents 170–172',
    'Documents 170–172',
    'Documents 170–172',
  ]);
});

test('in notes they stand at their places in the original', () => {
  const original = 'Re Depcirtel 1662.\n  1. See Document 170.';
  const note = { type: 'note', from: 19, to: original.length, label: '1', note: null } as const;
  const found = findInNotes(original, [note]);
  expect(found.map(({ from, to }) => original.slice(from, to))).toEqual(['Document 170']);
});

const PIECES = [
  ...[
    'Embtel 978',
    'Depcirtels 1662',
    ' and 1663',
    'Document 170',
    '–172',
    'Secto 21',
    ', April 23',
  ],
  ...[
    'Cairo’s 3244',
    'your 47',
    ' men',
    ' of May 3',
    'telegram',
    ' No. 219',
    ' to Cairo',
    '12',
    '.',
    ' ',
  ],
  ...['1961', ' pages', 'A-', '737.00/4-2361', '[Page 864]', ';', '\n', 'He left', '2. '],
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((all) => all.join(''));

test('what is found in a paragraph does not change with what follows it', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const alone = findReferences(`${before}\n\n`);
      const within = findReferences(`${before}\n\n${after}`);
      expect(within.slice(0, alone.length)).toEqual(alone);
    }),
  );
});

test('every reference says the words at its place, and references come in reading order', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = findReferences(text);
      for (const { from, to, words, number } of found) {
        expect(words).toBe(text.slice(from, to));
        expect(number).toMatch(/^[1-9]\d*$|^0$/u);
      }
      const places = found.map(({ from }) => from);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});
