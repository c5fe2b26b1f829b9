import { describe, expect, test } from 'vitest';
import { findReferences } from './find.ts';
import { postOf } from './posts.ts';
import { type Known, meantBy, namesOf, soughtBy, soughtWords } from './resolve.ts';

const known = (told: Partial<Known>): Known => ({
  number: null,
  telegramNumber: null,
  title: null,
  kind: 'Telegram',
  date: null,
  from: [],
  to: [],
  edition: null,
  ...told,
});

test.each([
  ['Department of State', 'Department'],
  ['Secretary of State', 'Department'],
  ['Embassy in Israel', 'Israel'],
  ['Tel Aviv', 'Israel'],
  ['Cairo', 'Egypt'],
  ['Embassy in Egypt', 'Egypt'],
  ['Ambassador in Burma (Sebald)', 'Burma'],
  ['Consul General at Saigon (Abbott)', 'Vietnam'],
  ['Consul at Geneva (Gilbert)', 'Geneva'],
  ['Mission to the United Nations', 'United Nations'],
  ['Amembassy PARIS', 'France'],
  ['Secretary of State Rusk', null],
  ['Certain Posts in the American Republics', null],
])('the post of %s is %s', (named, post) => {
  expect(postOf(named)).toBe(post);
});

const fromIsrael = known({
  ...{ number: '113', telegramNumber: '980', date: '1957-02-18' },
  ...{ from: ['Embassy in Israel'], to: ['Department of State'] },
});
const toEgypt = known({
  ...{ number: '64', telegramNumber: '3337', date: '1958-06-08' },
  ...{ from: ['Department of State'], to: ['Embassy in Egypt'] },
});
const circular = known({
  ...{ number: '171', telegramNumber: '1661', date: '1961-04-23', kind: 'Circular Telegram' },
  ...{ from: ['Department of State'], to: ['All Posts in Latin America'] },
});
const secto = known({
  ...{ number: '154', telegramNumber: 'Secto 28', date: '1962-09-27' },
  ...{ from: ['Secretary of State Rusk'], to: ['Department of State'] },
});
const inVolume = known({ number: '152', date: '1962-09-21', edition: 'frus1961-63v12' });

const soughtIn = (words: string, citing: Known) => {
  const [reference] = findReferences(words);
  if (!reference) throw new Error(`no reference in ${words}`);
  return soughtBy(reference, citing);
};

test.each<readonly [string, Known, string | null]>([
  ['Embtel 978', fromIsrael, 'message 978 <Israel'],
  ['mytel 978', fromIsrael, 'message 978 <Israel'],
  ['Deptel 640', fromIsrael, 'message 640 >Israel'],
  ['urtel 640', fromIsrael, 'message 640 >Israel'],
  ['Embtel 980', fromIsrael, null],
  ['Deptel 980', fromIsrael, 'message 980 >Israel'],
  ['Embtel 3255', toEgypt, 'message 3255 <Egypt'],
  ['urtel 3255', toEgypt, 'message 3255 <Egypt'],
  ['Deptel 3300', toEgypt, 'message 3300 >Egypt'],
  ['Deptel 3022 to London', toEgypt, 'message 3022 >United Kingdom'],
  ['Cairo’s 3244', toEgypt, 'message 3244 <Egypt'],
  ['telegram 4577 from Beirut', toEgypt, 'message 4577 <Lebanon'],
  ['telegram 3255', toEgypt, 'message 3255'],
  ['Depcirtel 1662', circular, 'circular 1662'],
  ['Depcirtel 1661', circular, null],
  ['Embtel 47', circular, 'message 47'],
  ['Secto 21', secto, 'secto 21'],
  ['Secto 28', secto, null],
  ['A-123', fromIsrael, 'airgram 123'],
  ['See Document 170.', circular, 'document 170'],
  ['See Document 151.', inVolume, 'document 151 frus1961-63v12'],
  ['Foreign Relations, 1958–1960, volume VI, Document 5', inVolume, 'document 5 frus1958-60v06'],
])('%s seeks %#', (words, citing, name) => {
  expect(soughtIn(words, citing)?.name ?? null).toBe(name);
});

test.each<readonly [Known, readonly string[]]>([
  [fromIsrael, ['document 113', 'document 113 ?', 'message 980', 'message 980 <Israel']],
  [toEgypt, ['document 64', 'document 64 ?', 'message 3337', 'message 3337 >Egypt']],
  [circular, ['document 171', 'document 171 ?', 'circular 1661', 'message 1661']],
  [secto, ['document 154', 'document 154 ?', 'secto 28', 'message 28']],
  [inVolume, ['document 152', 'document 152 frus1961-63v12']],
  [known({ telegramNumber: '12' }), ['message 12', 'message 12 ?']],
  [
    known({
      telegramNumber: '938',
      title: 'Outgoing telegram, circular 938',
      kind: 'Outgoing telegram',
    }),
    ['circular 938', 'message 938'],
  ],
  [known({ number: '30a' }), ['document 30', 'document 30 ?']],
])('a cable is called by its names', (cable, names) => {
  expect(namesOf(cable)).toEqual(names);
});

test.each([
  ['Embtel 978', fromIsrael, 'Telegram 978 from Israel'],
  ['Deptel 640', fromIsrael, 'Telegram 640 to Israel'],
  ['Depcirtel 1662', circular, 'Circular telegram 1662'],
  ['Secto 21', secto, 'Secto 21'],
  ['despatch 304', fromIsrael, 'Despatch 304'],
  ['Document 151', inVolume, 'Document 151, frus1961-63v12'],
] as const)('%s is missed as %#', (words, citing, said) => {
  const [reference] = findReferences(words);
  const sought = soughtIn(words, citing);
  expect(reference && sought && soughtWords(sought, reference)).toBe(said);
});

/** Candidates as `name@date#number`. */
const meant = (words: string, citing: Known, candidates: readonly string[]) => {
  const sought = soughtIn(words, citing);
  if (!sought) return null;
  const lines = candidates.map((told, at) => {
    const [, name = '', date, number = null] = /^([^@]*)@([^#]*)(?:#(.*))?$/u.exec(told) ?? [];
    return { id: String(at), name, date: date === '' || date === undefined ? null : date, number };
  });
  const within = lines.filter(
    ({ date }) => date === null || (date >= sought.since && date <= sought.until),
  );
  return meantBy(sought, { ...citing, id: 'citing' }, within)
    .map(({ id, sure }) => `${id}${sure ? '!' : ''}`)
    .join(' ');
};

describe('what is meant', () => {
  test.each<readonly [string, string, Known, readonly string[], string]>([
    ['one fits', 'Embtel 978', fromIsrael, ['message 978 <Israel@1957-02-17'], '0!'],
    ['later', 'Embtel 978', fromIsrael, ['message 978 <Israel@1957-03-17'], ''],
    ['received a day later', 'Embtel 978', fromIsrael, ['message 978 <Israel@1957-02-19'], '0!'],
    ['long ago', 'Embtel 978', fromIsrael, ['message 978 <Israel@1955-02-17'], '0'],
    ['undated', 'Embtel 978', fromIsrael, ['message 978 <Israel@'], '0'],
    ['sender unknown', 'Embtel 978', fromIsrael, ['message 978 ?@1957-02-17'], '0'],
    [
      ...['two fit, nearest first', 'Embtel 978'],
      ...[fromIsrael, ['message 978 <Israel@1957-01-02', 'message 978 <Israel@1957-02-17'], '1 0'],
    ] as never,
    [
      ...['one fits, another is long ago', 'Embtel 978'],
      ...[fromIsrael, ['message 978 <Israel@1954-01-02', 'message 978 <Israel@1957-02-17'], '1! 0'],
    ] as never,
    ['told date', 'Embtel 978 of May 3', fromIsrael, ['message 978 <Israel@1956-05-03'], '0!'],
    ['told otherwise', 'Embtel 978 of May 3', fromIsrael, ['message 978 <Israel@1957-01-03'], ''],
    ['no post told', 'telegram 3255', toEgypt, ['message 3255@1958-06-07'], '0'],
    ['circular', 'Depcirtel 1662', circular, ['circular 1662@1961-04-22T10:00'], '0!'],
    ['a journey before', 'Secto 21', secto, ['secto 21@1962-05-01'], '0'],
    ['that journey', 'Secto 21', secto, ['secto 21@1962-09-26'], '0!'],
    ['in one order', 'Document 170', circular, ['document 170@1961-04-22#170'], '0!'],
    ['in no order', 'Document 170', circular, ['document 170@1961-06-22#170'], '0'],
    ['another year', 'Document 170', circular, ['document 170@1959-04-22#170'], '0'],
    ['of the volume', 'Document 151', inVolume, ['document 151 frus1961-63v12@#151'], '0!'],
    ['of some volume', 'Document 151', inVolume, ['document 151 ?@1962-09-01#151'], '0'],
    [
      'citing undated',
      'Embtel 978',
      { ...fromIsrael, date: null },
      ['message 978 <Israel@1957'],
      '0',
    ],
  ])('%s: %s', (_, words, citing, candidates, expected) => {
    expect(meant(words, citing, candidates)).toBe(expected);
  });

  test('a cable never means itself', () => {
    const sought = soughtIn('telegram 980', fromIsrael);
    const self = { id: 'a', name: 'message 980', date: '1957-02-18', number: '113' };
    expect(sought && meantBy(sought, { ...fromIsrael, id: 'a' }, [self])).toEqual([]);
  });
});
