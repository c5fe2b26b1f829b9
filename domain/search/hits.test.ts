import { expect, test } from 'vitest';
import { finderOf, hitsIn } from './hits.ts';
import { parseQuery } from './parse.ts';

/** A text with what a query finds in it in brackets. */
function marked(text: string, typed: string, side: 'original' | 'transcription' = 'original') {
  let line = '';
  let reached = 0;
  for (const { from, to } of hitsIn(text, parseQuery(typed).query, side)) {
    line += `${text.slice(reached, from)}[${text.slice(from, to)}]`;
    reached = to;
  }
  return line + text.slice(reached);
}

for (const [typed, text] of [
  ['cuba', '[Cuba] and [CUBA], not Cuban'],
  ['cub*', '[Cuba] and [CUBAN]'],
  ['bogota', 'in [Bogotá]'],
  ['pena', 'Señor [Pen\u0303a].'],
  ['khrushchev', "[Khrushchev]ʼs [Khrushchev]'s"],
  ["khrushchev's", '[Khrushchevʼs] and Khrushchev'],
  ['"missile bases"', 'the [missile\n  bases], missile and bases'],
  ['"missile ba*"', 'the [missile bases], [missile-bars]'],
  ['diplomatic', 'a [diplo-\nmatic] note'],
  ['"a diplomatic note"', '[a diplo-\nmatic note]'],
  ['anti-communist', '[anti-\nCommunist] [anti-communist]'],
  ['anticommunist', '[anti-\nCommunist] anti-communist'],
  ['havana', 'in [HAVАNA]'],
  ['office', 'the [oﬃce]'],
  ['a b', '[a] c [b]'],
  ['a OR b', '[a] c [b]'],
  ['a -b', '[a] c b'],
  ['NOT a', 'a'],
  ['(a OR NOT b) c', '[a] b [c]'],
  ['"a b" OR "b c"', '[a b c] b'],
  ['a NEAR/1 b', '[a] x [b] x x [b] [a]'],
  ['a NEAR/0 b', '[a] [b] x a x b'],
  ['NEAR("a b" c d, 3)', '[d] [a b] x [c] x x x x x c'],
  ['from:a title:a tag:a note:a', 'a'],
  ['original:a transcription:b', '[a] b'],
  ['text:a', '[a]'],
  ['~modern', '[modem] [modern] [rnodem] moderate'],
  ['~"modern times"', 'in [modem tirnes]'],
  ['~of', '[0f] [of] or'],
  ['date:1962', '1962'],
] as const)
  test(`${typed} finds ${text}`, () =>
    expect(marked(text.replaceAll(/[[\]]/gu, ''), typed)).toBe(text));

test('each side has its own words', () => {
  expect(marked('a b', 'original:a transcription:b', 'transcription')).toBe('a [b]');
});

test('a query made ready is used for many texts', () => {
  const find = finderOf(parseQuery('cuba').query, 'original');
  expect(['Cuba', 'x', 'a Cuba'].map((text) => find(text).length)).toEqual([1, 0, 1]);
});

test('nothing is found by nothing', () => {
  expect(hitsIn('a', null, 'original')).toEqual([]);
  expect(hitsIn('', parseQuery('a').query, 'original')).toEqual([]);
});
