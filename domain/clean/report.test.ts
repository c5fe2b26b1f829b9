import { expect, test } from 'vitest';
import { clean } from './clean.ts';
import { reportOf } from './report.ts';

const TEXT = [
  '7. Telegram From the Embassy in Chile to the Department of State1',
  '',
  '109. Minister said [Page 4] he agreed.2',
  '',
  'Doe',
  '  1. Source: Department of State, Central Files, 737.00/4-2361. Secret; Priority. Cleared by Roe and Poe. Repeated to Bonn and Rome.',
  '  2. Not found.',
].join('\n');

test('a report says where everything stands on both sides', () => {
  const report = reportOf(TEXT, clean(TEXT));
  expect(report.transcription).toBe(
    '7. Telegram From the Embassy in Chile to the Department of State\n\n109. Minister said he agreed.\n\nDoe',
  );
  expect(
    report.pages.map(({ label, at }) => [label, report.transcription.slice(at, at + 9)]),
  ).toEqual([['4', 'he agreed']]);
  expect(
    report.noteReferences.map(({ mark, at, note }) => [
      mark,
      report.transcription.slice(at - 7, at),
      note,
    ]),
  ).toEqual([
    ['1', 'f State', 1],
    ['2', 'agreed.', 2],
  ]);
  expect(report.notes.map(({ number, text }) => [number, text.slice(0, 10)])).toEqual([
    [1, 'Source: De'],
    [2, 'Not found.'],
  ]);
  expect(report.metadata).toMatchObject({
    number: '7',
    telegramNumber: '109',
    date: '1961-04-23',
    dateEvidence: '737.00/4-2361',
    from: 'Embassy in Chile',
    to: ['Department of State'],
    info: ['Bonn', 'Rome'],
    classification: 'Secret',
    precedence: 'Priority',
    clearances: ['Roe', 'Poe'],
    signatory: 'Doe',
    place: null,
  });
});
