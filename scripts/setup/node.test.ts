import { expect, test } from 'vitest';
import { newEnough } from './node.mjs';

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.0.0', true],
  ['24.21.0', true],
])('Node %s: %s', (version, enough) => {
  expect(newEnough(version)).toBe(enough);
});
