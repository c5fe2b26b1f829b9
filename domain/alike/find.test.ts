import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsCharacter } from '../text/characters.ts';
import { around } from './context.ts';
import { editsAt, mayReadSo } from './edits.ts';
import { finderOf, type Sought } from './find.ts';
import { foldedText } from './fold.ts';

/** The text with every place in brackets. `~` before the search folds, `_` looks for whole words. */
function marked(search: string, text: string): string {
  const [, options = '', find = ''] = /^([~_]*)([^]*)$/u.exec(search) ?? [];
  const sought = { find, folded: options.includes('~'), wholeWords: options.includes('_') };
  return finderOf(sought)(text)
    .toReversed()
    .reduce((all, { from, to }) => put(all, from, to, `[${text.slice(from, to)}]`), text);
}

function put(text: string, from: number, to: number, insert: string): string {
  return text.slice(0, from) + insert + text.slice(to);
}

describe('places', () => {
  test.each([
    ['Habana', 'Habana, habana, Habanas', '[Habana], habana, [Habana]s'],
    ['~Habana', 'Habana, habana, HABANAS', '[Habana], [habana], [HABANA]S'],
    ['_Habana', 'Habana Habanas laHabana Habana’s', '[Habana] Habanas laHabana [Habana]’s'],
    ['_Habana', 'Habanaʼs', '[Habana]ʼs'],
    ['_1662', '1662 16620 A1662 1662.1', '[1662] 16620 A1662 [1662].1'],
    ['_(a', 'b(a (ab', 'b[(a] (ab'],
    ['_a', 'á a\u0301 ña a b\u0301a', 'á a\u0301 ña [a] b\u0301a'],
    ['aa', 'aaaaa', '[aa][aa]a'],
    ['_aa', 'aaa aa', 'aaa [aa]'],
    ['a.c|$^(?', 'abc a.c|$^(?', 'abc [a.c|$^(?]'],
    ["~Khrushchev's", 'Khrushchevʼs KHRUSHCHEV’S', '[Khrushchevʼs] [KHRUSHCHEV’S]'],
    ["Khrushchev's", 'Khrushchevʼs', 'Khrushchevʼs'],
    ['~"self-defense"', '“self‐defense” „self–defense‟', '[“self‐defense”] [„self–defense‟]'],
    ['~Havana', 'HAV\u0410N\u0410', '[HAV\u0410N\u0410]'],
    ['~москва', 'МОСКВА', '[МОСКВА]'],
    ['~гд', 'ГД rA', '[ГД] rA'],
    ['~ΟΔΟΣ', 'οδος', '[οδος]'],
  ])('of %s in %s', (search, text, places) => expect(marked(search, text)).toBe(places));

  test.each([
    ['United States', 'United\nStates, United  States', '[United\nStates], United  States'],
    ['United States', 'United \n\t States', '[United \n\t States]'],
    ['United States', 'United\n\nStates', 'United\n\nStates'],
    ['United States', 'United\n \nStates', 'United\n \nStates'],
    ['end ', 'the end\nof the end\n\nThe end\n', 'the [end\n]of the end\n\nThe end\n'],
    [' of', 'end\nof', 'end[\nof]'],
    ['a  b', 'a  b a\n\nb a\nb', '[a  b] a\n\nb a\nb'],
    ['a\nb', 'a\nb a b', '[a\nb] a b'],
    ['a b', 'a\u00a0b a\tb', 'a\u00a0b a\tb'],
    ['~a b', 'a\u00a0b a\tb', '[a\u00a0b] [a\tb]'],
    ['UnitedStates', 'United\nStates', 'United\nStates'],
  ])('over the end of a line: %j in %j', (search, text, places) =>
    expect(marked(search, text)).toBe(places),
  );

  test.each([
    ['e', 'e\u0301 e', 'e\u0301 [e]'],
    ['\u0301', 'e\u0301', 'e\u0301'],
    ['~\u00c9tat', 'e\u0301tat état ETAT', '[e\u0301tat] [état] ETAT'],
    ['~x', 'e\u0301\u0301 x İx', 'e\u0301\u0301 [x] İ[x]'],
    ['~İstanbul', 'i\u0307stanbul İSTANBUL Istanbul', '[i\u0307stanbul] [İSTANBUL] Istanbul'],
    ['~\u0451', 'Ё \u0435\u0308 Ë', '[Ё] [\u0435\u0308] [Ë]'],
    ['~\u0443\u0306', 'ў Ў', '[ў] [Ў]'],
    ['~i', 'İ I', 'İ [I]'],
    ['\ud83d', '😀', '😀'],
    ['\ude00', '😀', '😀'],
    ['~𐐀', '𐐨😀𐐀', '[𐐨]😀[𐐀]'],
  ])('keep characters whole: %j in %j', (search, text, places) =>
    expect(marked(search, text)).toBe(places),
  );

  test('no fold but that of İ changes the length of a character', () => {
    const longer: string[] = [];
    for (let code = 0; code <= 0x10_ff_ff; code++) {
      const character = String.fromCodePoint(code);
      const { text, at } = foldedText(character);
      if (text.length !== character.length || at !== null) longer.push(character);
    }
    expect(longer).toEqual(['İ']);
  });
});

const LETTERS = [
  ...['a', 'A', '\u0410', 'e', 'E', '\u00e9', '\u0301', '\u0323', 'i', 'İ', 'σ', 'ς', 'Σ', '1'],
  ...["'", '’', 'ʼ', '-', '–', '.', ' ', ' ', '\n', '\t', '\u00a0', '😀', '𐐀', '𐐨', '\ud83d'],
];
const texts = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 40 });
const sought = fc.record({
  find: fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 4 }),
  folded: fc.boolean(),
  wholeWords: fc.boolean(),
});
/** A text and a search of which the one often holds the other. */
const cases = fc.oneof(
  fc.tuple(texts, sought),
  fc
    .tuple(texts, sought, fc.nat(), fc.integer({ min: 1, max: 5 }))
    .map(([text, search, at, length]): [string, Sought] => {
      const from = at % Math.max(1, text.length);
      return [text, { ...search, find: text.slice(from, from + length) || 'a' }];
    }),
);

test('no place is missed and none is wrong, beside a search letter by letter', () => {
  fc.assert(
    fc.property(cases, ([text, search]) => {
      const expected: { from: number; to: number }[] = [];
      for (let from = 0; from < text.length; from++) {
        const to = endOf(text, from, search);
        if (to === null) continue;
        expected.push({ from, to });
        from = to - 1;
      }
      expect(finderOf(search)(text)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

/** Where the search that begins at `from` ends, comparing character by character; null where it does not stand there. */
function endOf(text: string, from: number, search: Sought): number | null {
  const wanted = characters(search.find);
  const isWord = (character: string | undefined) => /^(?!ʼ)[\p{L}\p{N}]/u.test(character ?? '');
  const before = characters(text.slice(0, from)).at(-1);
  if (isWithin(text, from)) return null;
  if (search.wholeWords && isWord(wanted[0]) && isWord(before)) return null;
  const ends = endsOf(text, from, wanted, search.folded).filter((end) => {
    const [after] = characters(text.slice(end));
    if (isWithin(text, end)) return false;
    return !(search.wholeWords && isWord(wanted.at(-1)) && isWord(after));
  });
  return ends[0] ?? null;
}

/** Where characters that begin at `at` may end: a blank among others has two ways to stand there. */
function endsOf(text: string, at: number, wanted: readonly string[], folded: boolean): number[] {
  const ends = wanted.reduce<number[]>(
    (reached, one, index) => {
      const [before, after] = [wanted[index - 1], wanted[index + 1]];
      const isLone = isBlank(one, folded) && ![before, after].some((each) => isBlank(each, folded));
      return reached.flatMap((place) => [
        ...letterAt(text, place, one, folded),
        ...(isLone ? lineEnd(text, place, folded) : []),
      ]);
    },
    [at],
  );
  return ends.toSorted((a, b) => a - b);
}

function letterAt(text: string, at: number, wanted: string, folded: boolean): number[] {
  const [next] = characters(text.slice(at));
  return next !== undefined && same(next, wanted, folded) ? [at + next.length] : [];
}

/** The end of the blanks around one line end between two lines with words. */
function lineEnd(text: string, at: number, folded: boolean): number[] {
  const gap = /^\s+/u.exec(text.slice(at))?.[0] ?? '';
  const blanks = folded ? /^[^\S\n]*\n[^\S\n]*$/u : /^[ \t]*\n[ \t]*$/u;
  const to = at + gap.length;
  const isBetween = at > 0 && /\S/u.test(text.charAt(at - 1)) && to < text.length;
  return isBetween && blanks.test(gap) && !isWithin(text, to) ? [to] : [];
}

/** Whether a position parts a character. */
function isWithin(text: string, at: number): boolean {
  return partsCharacter(text, at) || /^\p{M}/u.test(text.slice(at));
}

/** The letters of a text with their marks. */
function characters(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}/gu) ?? [];
}

function isBlank(character: string | undefined, folded: boolean): boolean {
  return character === ' ' || (folded && (character === '\t' || character === '\u00a0'));
}

const ALIKE: Record<string, string> = {
  ...{ A: 'a', '\u0410': 'a', E: 'e', Σ: 'σ', ς: 'σ', '’': "'", ʼ: "'", '–': '-', 𐐀: '𐐨' },
  ...{ '\t': ' ', '\u00a0': ' ', '\u00e9': 'e\u0301', İ: 'i\u0307' },
};

/** Whether two characters count as the same: their letters do, and their marks are the same in Unicode's order. */
function same(one: string, another: string, folded: boolean): boolean {
  if (!folded) return one === another;
  const plain = (character: string) => {
    const letters = Array.from(character, (letter) => ALIKE[letter] ?? letter).join('');
    return letters.normalize('NFD');
  };
  return plain(one) === plain(another);
}

describe('edits', () => {
  const cause = (text: string, replace: string) =>
    editsAt(text, { from: 0, to: text.length }, replace).map(
      ({ from, to, insert }) => `${text.slice(from, to)}→${insert}`,
    );
  test.each([
    ['Habana', 'Havana', ['b→v']],
    ['Kruschev', 'Khrushchev', ['rus→hrush']],
    ['Havana', 'Havana', []],
    ['teh', 'the', ['eh→he']],
    ['aa', 'aaa', ['→a']],
    ['Habana', '', ['Habana→']],
    ['Soviet\nUnoin', 'Soviet Union', ['oi→io']],
    ['Sovjet\n  Unoin', 'Soviet Union', ['j→i', 'oi→io']],
    ['United\nStates', 'U.S.', ['nited\nStates→.S.']],
    ['per\ncent', 'percent', ['\n→']],
    ['teh\n', 'the ', ['eh→he']],
    ['e\u0301', 'e\u0300', ['e\u0301→e\u0300']],
    ['e', 'e\u0301', ['e→e\u0301']],
    ['\u{1f600}', '\u{1f601}', ['\u{1f600}→\u{1f601}']],
  ])('%j becomes %j', (text, replace, edits) => expect(cause(text, replace)).toEqual(edits));

  test('make the place read so, its line ends aside, and part no character', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (before, found, after, replace) => {
        const text = before + found + after;
        const place = { from: before.length, to: before.length + found.length };
        const edits = editsAt(text, place, replace);
        const becomes = edits
          .toReversed()
          .reduce((all, { from, to, insert }) => put(all, from, to, insert), text);
        const read = becomes.slice(place.from, becomes.length - after.length);
        const words = (string: string) => string.split(/\s+/u);
        if (found.includes('\n')) expect(words(read)).toEqual(words(replace));
        else expect(read).toBe(replace);
        for (const { from, to, insert } of edits) {
          const cut = (at: number) => at > place.from && at < place.to && partsCharacter(text, at);
          expect([cut(from), cut(to), text.slice(from, to) === insert]).toEqual([
            false,
            false,
            false,
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('where no place may read so already, none does', () => {
  fc.assert(
    fc.property(cases, texts, ([text, search], other) => {
      for (const replace of [other, search.find.toUpperCase(), search.find.replace(' ', '\n')]) {
        if (mayReadSo({ ...search, replace })) continue;
        const edits = finderOf(search)(text).map((place) => editsAt(text, place, replace));
        expect(edits.filter((each) => each.length === 0)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

describe('the words around a place', () => {
  const long = 'The Ambassador called on the Minister this morning and told him that the Embassy';
  test.each([
    [long, 'Minister', 'The Ambassador called on the ', ' this morning and told him that the'],
    [long, 'morning', 'Ambassador called on the Minister this ', ' and told him that the Embassy'],
    [`${'x'.repeat(60)}at${'y'.repeat(60)}`, 'at', 'x'.repeat(40), 'y'.repeat(40)],
    [
      `${'😀'.repeat(30)}.at.${'😀'.repeat(30)}`,
      'at',
      `${'😀'.repeat(19)}.`,
      `.${'😀'.repeat(19)}`,
    ],
    ['at', 'at', '', ''],
  ])('%s, %s', (text, words, before, after) => {
    const from = text.indexOf(words);
    expect(around(text, { from, to: from + words.length })).toEqual({ before, after });
  });
});
