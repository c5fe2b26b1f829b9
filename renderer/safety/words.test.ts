import { expect, test } from 'vitest';
import type { CheckResult } from '../../domain/safety/verify.ts';
import { backupFacts, outcomeWords, reportWords, restoredWords, sizeWords } from './words.ts';

const backup = {
  name: 'x',
  made: '2026-11-22T08:47:48.000Z',
  why: 'before-merge',
  sound: true,
} as const;

test('a backup tells what is in it, its size, and what it was made for', () => {
  expect(backupFacts({ ...backup, cables: 1, annotations: 1200, size: 542_000 })).toBe(
    '1 cable, 1,200 annotations · 542 kB · before a merge',
  );
});

test.for([
  [1, '1 kB'],
  [999_999, '1,000 kB'],
  [1_500_000, '1.5 MB'],
  [2_340_000_000, '2.34 GB'],
] as const)('%d bytes are %s', ([bytes, words]) => {
  expect(sizeWords(bytes)).toBe(words);
});

test('after restoring it is told where that is kept which stood there, if anything did', () => {
  expect(restoredWords(backup.made, '/a/Cuba.before-restore-2026-11-22.cablewright')).toMatch(
    /kept beside it, as Cuba\.before-restore-2026-11-22\.cablewright\.$/u,
  );
  expect(restoredWords(backup.made, '')).toMatch(/again\.$/u);
});

const check = (more: Partial<CheckResult>): CheckResult => ({
  ...{ check: 'originals', looked: 3, faults: 0, named: [], remark: '' },
  ...more,
});

test.for([
  [{}, '3 originals'],
  [{ looked: 1 }, '1 original'],
  [{ faults: 1 }, '1 fault'],
  [{ looked: 0, remark: 'why' }, 'not checked'],
] as const)('a check %o says %s', ([more, words]) => {
  expect(outcomeWords(check(more))).toBe(words);
});

test('a proof says whether the library is sound, and what to do where it is not', () => {
  const report = { sound: true, cables: 5, annotations: 1, checks: [check({})], seconds: 1.04 };
  expect(reportWords(report)).toBe(
    'The library is sound: 5 cables, 1 annotation, proven in 1.0 s.',
  );
  expect(reportWords({ ...report, sound: false, checks: [check({ faults: 2 })] })).toMatch(
    /^The library is not sound: 2 faults\. Restore a backup/u,
  );
});
