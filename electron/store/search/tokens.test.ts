import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { indexedText } from '../../../domain/search/fold.ts';
import { hitsIn } from '../../../domain/search/hits.ts';
import type { NearQuery, WordsQuery } from '../../../domain/search/query.ts';
import { tokensOf, wordsOf } from '../../../domain/search/tokens.ts';
import { connect } from '../database.ts';

const db = connect(':memory:', 'make');
afterAll(() => db.close());
db.exec(`
  CREATE VIRTUAL TABLE indexed USING fts5 (text, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'");
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (indexed, instance);
`);
const remove = db.prepare('DELETE FROM indexed WHERE rowid = 1');
const insert = db.prepare<[string]>('INSERT INTO indexed (rowid, text) VALUES (1, ?)');
const words = db.prepare<[], string>('SELECT term FROM vocabulary ORDER BY offset').pluck();
const match = db
  .prepare<[string], number>('SELECT rowid FROM indexed WHERE indexed MATCH ?')
  .pluck();

/** The words that SQLite sees in what the index is fed for a text. */
function indexed(text: string): string[] {
  remove.run();
  insert.run(indexedText(text));
  return words.all();
}

const at = { from: 0, to: 0 };
const phrase = (...said: string[]): WordsQuery => ({
  type: 'words',
  field: null,
  words: said,
  prefix: false,
  tolerant: false,
  at,
});

/** Texts that look like those of cables, of few words, so that phrases are found; with whatever else there is. */
const pieces = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      'the',
      'diplo',
      'matic',
      'anti',
      'Communist',
      'Peña',
      'Khrushchev',
      's',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ' ',
      ' ',
      '-\n',
      '- \n ',
      '\n',
      '-',
      'ʼ',
      '’',
      "'",
      '\u00ad',
      '\u00ad\n',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'А',
      'ﬁ',
      '²',
      'ŉ',
      'İ',
      'e\u0301',
      '\u0323',
      '½',
      '𝐀',
      '\ue000',
      '¬\n',
      'ς',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const texts = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));
const said = fc.constantFrom(
  'the',
  'diplo',
  'matic',
  'diplomatic',
  'anti',
  'communist',
  'anticommunist',
  'pena',
  'khrushchev',
  's',
);

test('the index has the very words that are told of a text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(indexed(text)).toEqual(tokensOf(text).map(({ word }) => word));
    }),
    { numRuns: 800 },
  );
});

test('a word stands in the text where it is told', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { word, from, to } of tokensOf(text)) {
        expect(to).toBeGreaterThanOrEqual(from);
        if (word !== '\ue000') expect(wordsOf(text.slice(from, to)).join('')).toContain(word);
      }
    }),
  );
});

const queries = fc.record({
  words: fc.array(said, { minLength: 1, maxLength: 3 }),
  prefix: fc.boolean(),
});
const expression = (query: Pick<WordsQuery, 'words' | 'prefix'>) =>
  `"${query.words.join(' ')}"${query.prefix ? '*' : ''}`;

test('words are found in a text if and only if the index finds it', () => {
  fc.assert(
    fc.property(texts, queries, (text, query) => {
      indexed(text);
      const hits = hitsIn(text, { ...phrase(), ...query }, 'original');
      expect(hits.length > 0).toBe(match.all(expression(query)).length > 0);
    }),
    { numRuns: 800 },
  );
});

test('words near each other are found in a text if and only if the index finds it', () => {
  const nears = fc.record({
    parts: fc.array(queries, { minLength: 2, maxLength: 3 }),
    distance: fc.nat(8),
  });
  fc.assert(
    fc.property(texts, nears, (text, { parts, distance }) => {
      indexed(text);
      const near: NearQuery = {
        type: 'near',
        field: null,
        parts: parts.map((part) => ({ ...phrase(), ...part })),
        distance,
        at,
      };
      const found = match.all(`NEAR(${parts.map(expression).join(' ')}, ${distance})`);
      expect(hitsIn(text, near, 'original').length > 0).toBe(found.length > 0);
    }),
    { numRuns: 800 },
  );
});

test('every letter there is counts as the index counts it', () => {
  const BLOCK = 0x1000;
  for (let block = 0; block < 0x30000; block += BLOCK) {
    const text = Array.from(
      { length: BLOCK },
      (_, code) => `q${String.fromCodePoint(block + code)}x`,
    ).join(' ');
    expect(indexed(text)).toEqual(tokensOf(text).map(({ word }) => word));
  }
});
