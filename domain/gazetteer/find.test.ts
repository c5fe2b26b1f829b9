import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finderOf } from '../alike/find.ts';
import { testEntry } from '../testing/entries.ts';
import { caseRule } from './case.ts';
import type { EntryKind, GazetteerEntry } from './entry.ts';
import { nameFinder } from './find.ts';

/** An entry by its name: `term: NIACT|Niact` has one other form; without a kind it is a person. */
function entry(line: string): GazetteerEntry {
  const [, kind = 'person', names = ''] = /^(?:(\w+): )?(.*)$/u.exec(line) ?? [];
  const [name = '', ...forms] = names.split('|');
  return testEntry({ kind: kind as EntryKind, name, forms });
}

/** The text with every find in brackets, after it the names of the entries. */
function marked(text: string, lines: string[]): string {
  const entries = lines.map(entry);
  const nameOf = new Map(entries.map(({ id, name }) => [id, name]));
  return nameFinder(entries)(text)
    .toReversed()
    .reduce((all, { from, to, entryIds }) => {
      const names = entryIds.map((id) => nameOf.get(id)).join('+');
      const own = text.slice(from, to);
      return `${all.slice(0, from)}[${own}${names === own ? '' : `=${names}`}]${all.slice(to)}`;
    }, text);
}

describe('finds', () => {
  test.each([
    ['Castro, Castros, CASTRO, castro', ['Castro'], '[Castro], Castros, [CASTRO=Castro], castro'],
    ['Black is black', ['Black'], '[Black] is black'],
    ['US, us, U.S.', ['abbreviation: US'], '[US], us, U.S.'],
    ['U.S. and U.S.A.', ['abbreviation: U.S.'], '[U.S.] and U.S.A.'],
    ['Sec SEC', ['abbreviation: Sec'], '[Sec] SEC'],
    ['memcon MEMCON Memcon', ['abbreviation: memcon'], '[memcon] [MEMCON=memcon] Memcon'],
    ['shape SHAPE', ['abbreviation: SHAPE'], 'shape [SHAPE]'],
    ['Depcirtel depcirtel', ['term: Depcirtel'], '[Depcirtel] [depcirtel=Depcirtel]'],
    ['Mao MAO', ['Mao'], '[Mao] MAO'],
    ['Ben\nGurion, Ben Gurion', ['Ben Gurion'], '[Ben\nGurion=Ben Gurion], [Ben Gurion]'],
    ['Ben\n\nGurion Ben  Gurion', ['Ben Gurion'], 'Ben\n\nGurion Ben  Gurion'],
    ['Ben \n Gurion', ['Ben Gurion'], '[Ben \n Gurion=Ben Gurion]'],
    ['O’Neill Oʼneill', ["O'Neill"], "[O’Neill=O'Neill] Oʼneill"],
    [
      'United States Army, United States',
      ['a: United States', 'b: United States Army'],
      '[United States Army], [United States]',
    ],
    ['A B C', ['Aa|A B', 'Bb|B C'], '[A B=Aa] C'],
    [
      'Dulles',
      ['Dulles, Allen|Dulles', 'Dulles, John|Dulles'],
      '[Dulles=Dulles, Allen+Dulles, John]',
    ],
    ['Castroʼs', ['Castro'], '[Castro]ʼs'],
    ['S/P S', ['abbreviation: S', 'abbreviation: S/P'], '[S/P] S'],
    ['12 IL-28s', ['abbreviation: IL-28|IL-28s', 'abbreviation: 12'], '12 [IL-28s=IL-28]'],
    ['Jose\u0301 José', ['José'], '[Jose\u0301=José] [José]'],
    ['Khrushche\u0301v', ['Khrushche'], 'Khrushche\u0301v'],
    ['🚢Castro🚢', ['Castro'], '🚢[Castro]🚢'],
    ['', ['Castro'], ''],
    ['Castro', [], 'Castro'],
  ])('in %j of %j', (text, lines, expected) => {
    const known = lines.map((line) => line.replace(/^[ab]: /u, 'place: '));
    expect(marked(text, known)).toBe(expected);
  });
});

/** What `nameFinder` is to find, the slow way: every form at every place, the longest of those first. */
function slowly(entries: readonly GazetteerEntry[], text: string) {
  const all = entries.flatMap(({ id, kind, name, forms }) =>
    [name, ...forms].flatMap((form) => {
      if (form.replace(/[^\p{L}\p{N}]/gu, '').length < 2) return [];
      const agrees = caseRule(kind, form);
      return finderOf({ find: form, folded: true, wholeWords: true })(text)
        .filter(({ from, to }) => agrees(text.slice(from, to)))
        .map((place) => ({ ...place, id }));
    }),
  );
  const finds: { from: number; to: number; entryIds: string[] }[] = [];
  let reached = 0;
  for (const { from, to } of all.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < reached) continue;
    const ids = all.filter((one) => one.from === from && one.to === to).map(({ id }) => id);
    finds.push({ from, to, entryIds: [...new Set(ids)] });
    reached = to;
  }
  return finds;
}

test('all names at once are found as each of them is by itself', () => {
  const word = fc.constantFrom(
    'Ab',
    'ab',
    'AB',
    'Abc',
    'ABC',
    'CD',
    'Cd',
    'Efgh',
    'efgh',
    'é',
    'É',
  );
  // Forms that overlap themselves are found otherwise one by one; the names of people do not.
  const phrase = fc.uniqueArray(word, {
    minLength: 1,
    maxLength: 3,
    selector: (one) => one.toLowerCase(),
  });
  const gap = fc.constantFrom(' ', '\n', '\n\n', '  ', ', ', '-', '’', ' \n');
  const names = fc.array(
    fc.record({
      kind: fc.constantFrom<EntryKind>('person', 'abbreviation', 'term'),
      name: phrase.map((all) => all.join(' ')),
      forms: fc.array(
        phrase.map((all) => all.join('-')),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 6 },
  );
  const texts = fc.array(fc.tuple(word, gap), { maxLength: 12 }).map((all) => all.flat().join(''));
  fc.assert(
    fc.property(names, texts, (some, text) => {
      const entries = some.map(testEntry);
      expect(nameFinder(entries)(text)).toEqual(slowly(entries, text));
    }),
    { numRuns: 500 },
  );
});

test('of five thousand entries those that stand in a long text are found, wherever they stand', () => {
  const entries = Array.from({ length: 5_000 }, (_, at) =>
    testEntry({ name: `Surname${at}, Given`, forms: [`Surname${at}`, `Given Surname${at}`] }),
  );
  const find = nameFinder(entries);
  const sentence =
    'The Ambassador told Given Surname77 that Surname4999 would not give way in it.\n';
  const text = sentence.repeat(Math.ceil(100_000 / sentence.length));
  expect(find(text)).toHaveLength(2 * Math.ceil(100_000 / sentence.length));
});
