import { describe, expect, test } from 'vitest';
import { distance } from './distance.ts';
import { f1, precision, recall, sum } from './measure.ts';
import { readCases } from './raw-cases.ts';
import { measureRaw } from './raw-score.ts';

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'abd', 2],
  ['abc', 'xabc', 1],
  ['abc', '', 3],
  ['kitten', 'sitting', 5],
])('%s and %s differ by %i', (a, b, edits) => {
  expect(distance(a, b)).toBe(edits);
  expect(distance(b, a)).toBe(edits);
});

test('a distance is counted up to its limit', () => {
  expect(distance('a'.repeat(50), 'b'.repeat(50), 10)).toBe(10);
});

test('tallies add up to shares', () => {
  const tally = sum([
    { found: 4, expected: 5, right: 3 },
    { found: 0, expected: 1, right: 0 },
  ]);
  expect([precision(tally), recall(tally)]).toEqual([0.75, 0.5]);
  expect(f1(tally)).toBeCloseTo(0.6);
  expect(precision({ found: 0, expected: 0, right: 0 })).toBe(1);
});

describe('raw cases', () => {
  const file =
    '# remark\n\n[banner]\n«SECRET»⏎⏎One thing is sure.⏎⏎«SECRET»\n# OUTGOING TELEGRAM\n';

  test('are read with their marks off', () => {
    const [first] = readCases(file);
    expect(first?.phenomenon).toBe('banner');
    expect(first?.cases[0]?.text).toBe('SECRET\n\nOne thing is sure.\n\nSECRET');
  });

  test('count what left and what should not have', () => {
    expect(measureRaw(readCases(file))).toMatchObject({ wrong: 0, recall: 1, fewest: 1 });
    const wrong = file.replace(/[«»]/g, '');
    expect(measureRaw(readCases(wrong)).wrong).toBe(2);
  });
});
