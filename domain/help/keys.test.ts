import { expect, test } from 'vitest';
import { commandNames, commands } from '../command.ts';
import { strokeOf } from '../key.ts';
import { placeKeys } from '../place-keys.ts';
import { keySections, keysWith } from './keys.ts';

test('every command and every place with keys of its own stands on the page, once', () => {
  const sections = keySections(false);
  const lines = sections.flatMap((section) => section.lines.map(({ does }) => does));
  for (const name of commandNames) expect(lines).toContain(commands[name].title);
  const titles = sections.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain('In the table of cables');
});

test('keys are called as the system calls them', () => {
  const keysOf = (mac: boolean) =>
    keySections(mac)
      .flatMap(({ lines }) => lines)
      .find(({ does }) => does === 'Larger, smaller, as it was')?.keys;
  expect(keysOf(false)).toEqual(['Ctrl +', 'Ctrl -', 'Ctrl 0']);
  expect(keysOf(true)).toEqual(['⌘+', '⌘-', '⌘0']);
});

test('lines are found by any of their words, and by their keys', () => {
  const found = (sought: string) =>
    keysWith(keySections(false), sought).flatMap(({ lines }) => lines.map(({ does }) => does));
  expect(found('tag SELECTION')).toContain('Tag the selection…');
  expect(found('ctrl h')).toContain('Highlight the selection');
  expect(found('table del')).toEqual(['Delete the cables marked, or the one at hand']);
  expect(found('no such words')).toEqual([]);
  expect(found('').length).toBe(keySections(false).flatMap(({ lines }) => lines).length);
});

test('no key of a place, beside those of the system, is that of a command of all places', () => {
  const taken = new Set(
    Object.values(commands).flatMap(({ key }) =>
      key === null ? [] : [JSON.stringify(strokeOf(key))],
    ),
  );
  const clashes = placeKeys.flatMap(({ place, keys }) =>
    keys.flatMap((one) =>
      one.keys
        .filter((key) => taken.has(JSON.stringify(strokeOf(key))))
        .map((key) => `${place}: ${key}`),
    ),
  );
  // Those that the place tells once more, and the heads of the table, which hear them first.
  expect(clashes).toEqual([
    'In the search field: F3',
    'In the search field: Shift+F3',
    'In the table of cables: Alt+Left',
    'In the table of cables: Alt+Right',
  ]);
});
