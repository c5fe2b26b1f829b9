import { expect, test } from 'vitest';
import { conflictWords, mergedWords, reportLines, savedWords, titleOf } from './words.ts';

const nothing = {
  ...{ fileName: 'b.cablewright', cables: 0, annotations: 0, emendations: 0, decisions: 0 },
  ...{ tags: 0, others: 0, conflicts: 0 },
};

test('only what there is is told, in words', () => {
  expect(reportLines({ ...nothing, cables: 1, annotations: 1204, tags: 2 })).toEqual([
    '1 cable that is not here yet',
    '1,204 annotations',
    '2 tags',
  ]);
});

test.each([
  [nothing, 'b.cablewright holds nothing that is not here.'],
  [{ ...nothing, tags: 1 }, 'b.cablewright is merged.'],
  [{ ...nothing, tags: 1, conflicts: 2 }, 'b.cablewright is merged. 2 conflicts to decide.'],
])('what merging has done', (report, words) => {
  expect(mergedWords(report)).toBe(words);
});

test('conflicts are told before a merge', () => {
  expect(conflictWords(1)).toBe(
    '1 conflict: changed by both. Both values are kept, and you decide.',
  );
});

test('a package is told by its cables and its name', () => {
  expect(savedWords({ fileName: 'p.cablewright', cables: 3 })).toBe(
    '3 cables saved as p.cablewright.',
  );
});

test.each([
  ['field', 'fileNumber', 'File number'],
  ['field', 'unknown', 'unknown'],
  ['tag', 'from', 'from'],
] as const)('a conflict about the %s %s is called %s', (kind, title, words) => {
  expect(titleOf({ kind, title })).toBe(words);
});
