import { expect, it, vi } from 'vitest';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
vi.stubGlobal('window', {});
const { endsToLink } = await import('./linking.ts');

it.each([
  ['a', '', 'a'],
  ['a', 'b', 'a'],
  ['a', 'b c d', 'a'],
  [null, '', null],
  [null, 'b', null],
  [null, 'b c', 'b c'],
  ['a', 'b c', 'b c'],
  ['b', 'b c', 'b c'],
  ['c', 'b c', 'c b'],
])('with %s chosen and %s marked, %s is linked', (chosen, marked, ends) => {
  const all = new Set(marked.split(' ').filter((id) => id !== ''));
  const found = endsToLink(chosen, all);
  expect(found && found.filter((id) => id !== null).join(' ')).toBe(ends);
});
