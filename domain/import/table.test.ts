import { expect, it } from 'vitest';
import { reportTable } from './table.ts';

const id = '0197a000-0000-7000-8000-000000000000';
const taken = {
  ...{ cableId: id, title: 'A', encoding: 'utf-8' as const },
  ...{ proposals: 2, warnings: ['w'] },
};

it('says of each file what became of it, and nothing that a spreadsheet would carry out', () =>
  expect(
    reportTable(
      [
        { outcome: 'imported', path: '=cmd.txt', ...taken },
        { outcome: 'witness', path: 'b.txt', ...taken, of: { cableId: id, title: 'Old, worn' } },
        { outcome: 'failed', path: 'c.txt', failure: { code: 'file-empty', message: 'Empty.' } },
      ],
      true,
    ).split('\r\n'),
  ).toEqual([
    '\uFEFFFile,Outcome,Cable,Id,Came before as,Encoding,Proposals,Remarks',
    `'=cmd.txt,imported,A,${id},,utf-8,2,w`,
    `b.txt,another witness,A,${id},"Old, worn",utf-8,2,w`,
    'c.txt,failed,,,,,,Empty.',
    '',
  ]));

it('has its head once, however many stretches it is made of', () =>
  expect(reportTable([], false)).toBe(''));
