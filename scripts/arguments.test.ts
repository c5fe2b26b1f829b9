import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { appArguments } from './arguments.mjs';

const here = resolve('/desk');
const at = (name: string) => resolve(here, name);

test.each([
  { typed: [], given: [] },
  { typed: ['cable.txt', 'folder'], given: [at('cable.txt'), at('folder')] },
  { typed: ['--screenshot', 'a.png'], given: [`--screenshot=${at('a.png')}`] },
  { typed: ['--screenshot=a.png', 'b.txt'], given: [`--screenshot=${at('a.png')}`, at('b.txt')] },
  { typed: ['--library', 'x=1.cablewright'], given: [`--library=${at('x=1.cablewright')}`] },
  { typed: ['--user-data-dir=ud'], given: [`--user-data-dir=${at('ud')}`] },
  { typed: ['--force-dark-mode'], given: ['--force-dark-mode'] },
])('$typed', ({ typed, given }) => {
  expect(appArguments(typed, here)).toEqual(given);
});
