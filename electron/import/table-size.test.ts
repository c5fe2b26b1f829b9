import { expect, test } from 'vitest';
import { namesInCsv } from '../gazetteer/csv.ts';
import { readCsv } from '../vocabulary/csv.ts';
import { refuseHugeTable } from './table-size.ts';

test('every sign that may part cells is counted, and so many are read', () => {
  refuseHugeTable('a,b;c\td\n', 'a.csv', 4);
  expect(() => refuseHugeTable('a,b;c\td\n,', 'a.csv', 4)).toThrow('a.csv has more than 4 cells');
});

test.for([
  ['a list of names', namesInCsv],
  ['a vocabulary', readCsv],
] as const)('%s of one line with millions of cells is refused', ([, read]) => {
  const huge = `kind,name,path\n${','.repeat(2_100_000)}`;
  expect(() => read(huge, 'huge.csv')).toThrow('huge.csv has more than 2,000,000 cells');
});
