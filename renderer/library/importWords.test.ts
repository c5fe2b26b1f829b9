import { expect, it } from 'vitest';
import type { ImportReport } from '../../domain/import/import.ts';
import { paceWords, reportWords, spanWords } from './importWords.ts';

const report: ImportReport = {
  runId: '0197a000-0000-7000-8000-000000000000',
  startedAt: '2025-11-22T12:00:00.000Z',
  state: 'ended',
  counts: { imported: 1, witness: 0, duplicate: 0, failed: 0 },
  total: 1,
  first: null,
};

it.each([
  [{}, '1 cable imported.'],
  [
    { counts: { imported: 1_204, witness: 2, duplicate: 1, failed: 1 }, total: 1_208 },
    '1,204 cables imported · 2 came again · 1 already in the library · 1 file failed.',
  ],
  [{ state: 'stopped', total: 13 }, '1 cable imported · 12 files not looked at.'],
  [{ state: 'stopped', total: null }, '1 cable imported.'],
] as const)('a report is summed up: %o', (changed, words) =>
  expect(reportWords({ ...report, ...changed })).toBe(words),
);

it.each([
  [{ rate: 410.4, left: 46_000, counting: false }, '410 a second · 46 s left'],
  [{ rate: 3.21, left: null, counting: true }, 'still counting · 3.2 a second'],
  [{ rate: null, left: null, counting: false }, ''],
])('the pace is told: %o', (pace, words) => expect(paceWords({ bytes: 0, ...pace })).toBe(words));

it.each([
  [0, '0 s'],
  [1, '1 s'],
  [99_000, '99 s'],
  [100_000, '2 min'],
  [3_500_000, '58 min'],
  [3_600_000, '1 h 0 min'],
  [5_000_000, '1 h 23 min'],
])('%d ms are told as %s', (span, words) => expect(spanWords(span)).toBe(words));
