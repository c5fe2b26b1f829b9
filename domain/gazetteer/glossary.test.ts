import { expect, test } from 'vitest';
import { testEntry } from '../testing/entries.ts';
import { gazetteerOf, nameAt } from './glossary.ts';

const listed = [
  testEntry({ kind: 'term', name: 'NIACT', forms: ['Niact'] }),
  testEntry({ name: 'Nikita Khrushchev', forms: ['Khrushchev'] }),
  testEntry({ name: 'Khrushchev, Sergei', forms: ['Khrushchev'] }),
].map((entry) => ({ entry, own: true }));

/** The name at the place of `^` in a text, as `words: entries`. */
function at(marked: string): string | null {
  const position = marked.indexOf('^');
  const text = marked.replace('^', '');
  const slice = (from: number, to: number) => text.slice(from, to);
  const named = nameAt(gazetteerOf(listed), text.length, slice, position);
  return (
    named && `${slice(named.from, named.to)}: ${named.entries.map(({ name }) => name).join(', ')}`
  );
}

test.each([
  ['^NIACT', 'NIACT: NIACT'],
  ['send Nia^ct now', 'Niact: NIACT'],
  ['send Niact^ now', null],
  ['send^ Niact now', null],
  ['Nikita^ Khrushchev', 'Nikita Khrushchev: Nikita Khrushchev'],
  ['Nikita\nKhrush^chev', 'Nikita\nKhrushchev: Nikita Khrushchev'],
  ['K^hrushchev', 'Khrushchev: Nikita Khrushchev, Khrushchev, Sergei'],
  [`${'word '.repeat(200)}N^IACT${' word'.repeat(200)}`, 'NIACT: NIACT'],
  [`${'x'.repeat(500)}N^IACT`, null],
  [`${'x'.repeat(500)} N^IACT ${'x'.repeat(500)}`, 'NIACT: NIACT'],
  ['^', null],
])('%s', (text, name) => expect(at(text)).toBe(name));

test('a gazetteer is made ready once', () => {
  expect(gazetteerOf(listed)).toBe(gazetteerOf(listed));
});
