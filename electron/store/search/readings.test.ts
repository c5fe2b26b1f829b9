import { afterAll, expect, test } from 'vitest';
import { connect } from '../database.ts';
import { frequencyIn, readingsOf } from './readings.ts';

const db = connect(':memory:', 'make');
afterAll(() => db.close());
db.exec(`
  CREATE VIRTUAL TABLE indexed USING fts5 (words, content = '', tokenize = 'unicode61');
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (indexed, 'row');
`);
const insert = db.prepare<[string]>('INSERT INTO indexed (words) VALUES (?)');
for (const words of [
  'The government of Cuba',
  'the govemment and the qovernment',
  'GOVEMMENT',
  'governments',
  'modem modern rnodern',
  'l962 1962',
])
  insert.run(words);
const frequency = frequencyIn(db, 'vocabulary');

for (const [word, readings] of [
  ['government', ['govemment', 'qovernment']],
  ['modern', ['rnodern', 'modem']],
  ['modem', ['modern', 'rnodern']],
  ['1962', ['l962']],
  ['cuba', []],
  ['unknown', []],
] as const)
  test(`for ${word} there stand in the index ${readings.join(', ') || 'no others'}`, () =>
    expect(readingsOf(word, frequency)).toEqual(readings));

test('of many readings those in most cables are taken', () => {
  const known = readingsOf('government', (word) => word.length);
  expect(known).toHaveLength(40);
  expect(known[0]?.length).toBeGreaterThanOrEqual(known[39]?.length ?? Infinity);
});

test('only what may be a misreading is looked up, whatever the size of the vocabulary', () => {
  let asked = 0;
  readingsOf('internationalization', () => {
    asked++;
    return 0;
  });
  expect(asked).toBeLessThanOrEqual(1000);
});
