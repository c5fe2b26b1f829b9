import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctNames, fileNameOf } from './file-name.ts';

test.for([
  ['357. Circular Telegram From', '357. Circular Telegram From'],
  ['a/b\\c:d', 'a b c d'],
  ['..', 'untitled'],
  ['.hidden', 'hidden'],
  ['What now?', 'What now'],
  ['con', '_con'],
  ['LPT1.x', '_LPT1.x'],
  ['console', 'console'],
  ['  two\n lines ', 'two lines'],
  ['', 'untitled'],
])('%j becomes %j', ([words = '', name]) => {
  expect(fileNameOf(words)).toBe(name);
});

test('whatever the words, every system takes the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
      const name = fileNameOf(words);
      expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|^[.\s]|[.\s]$|^$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(244);
      expect(fileNameOf(name)).toBe(name);
    }),
  );
});

test('names that differ stay as they are, the others get numbers', () => {
  const distinct = distinctNames();
  const given = ['a', 'b', 'A', 'a', 'a (2)'].map((name) => distinct(name, '.txt'));
  expect(given).toEqual(['a.txt', 'b.txt', 'A (2).txt', 'a (3).txt', 'a (2) (2).txt']);
});

test('no name is given twice, whichever are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'A', 'a (2)', 'A (3)', 'b')), (names) => {
      const distinct = distinctNames();
      const given = names.map((name) => distinct(name, '.txt').toLowerCase());
      expect(new Set(given).size).toBe(names.length);
    }),
  );
});
