import { expect, test } from 'vitest';
import { help } from './help.ts';
import { parseQuery } from './parse.ts';
import { misreadingsOf } from './tolerant.ts';

for (const [word, misread] of [
  ['modern', 'modem'],
  ['modem', 'modern'],
  ['cuba', 'cuha'],
  ['missile', 'rnissiie'],
  ['soviet', '5ovlet'],
  ['down', 'clovvn'],
  ['1962', 'l962'],
  ['government', 'govemment'],
  ['bomb', '8ornb'],
] as const)
  test(`${word} may have been read as ${misread}`, () =>
    expect(misreadingsOf(word)).toContain(misread));

for (const [word, other] of [
  ['cuba', 'cuban'],
  ['war', 'car'],
  ['of', 'is'],
  ['rusk', 'rusk'],
  ['cat', 'cot'],
] as const)
  test(`${word} is not misread as ${other}`, () =>
    expect(misreadingsOf(word)).not.toContain(other));

test('the readings with the fewest letters misread come first, each once', () => {
  const all = misreadingsOf('modern');
  expect(all.indexOf('modem')).toBeLessThan(all.indexOf('rnodem'));
  expect(new Set(all).size).toBe(all.length);
});

test('a long word has no more readings than are wanted', () => {
  expect(misreadingsOf('internationalization'.repeat(10), 500)).toHaveLength(500);
});

for (const { title, example } of help)
  test(`the help's example of ${title} can be read`, () => {
    const { query, problems } = parseQuery(example);
    expect(problems).toEqual([]);
    expect(query).not.toBeNull();
  });
