import { expect, test } from 'vitest';
import { isOurs } from './sender.ts';

const ours = { url: 'app://cablewright/index.html' };
const strayed = { url: 'https://example.org/' };
const asset = { url: 'app://cablewright/assets/a.svg' };
const there = { url: 'app://cablewright/index.html?a#b' };
const windowOf = (mainFrame: { url: string }, destroyed = false) => ({
  isDestroyed: () => destroyed,
  webContents: { mainFrame },
});

test.for([
  ['the main frame of our window on our page', ours, windowOf(ours), true],
  ['a frame within our page', { ...ours }, windowOf(ours), false],
  ['our window on a foreign page', strayed, windowOf(strayed), false],
  ['a page that only begins like ours', { url: 'app://cablewright.evil/' }, windowOf(ours), false],
  ['our window on another file of ours', asset, windowOf(asset), false],
  ['our window somewhere on our page', there, windowOf(there), true],
  ['a frame that is gone', null, windowOf(ours), false],
  ['a window that is gone', ours, null, false],
  ['a window that is closed', ours, windowOf(ours, true), false],
] as const)('%s', ([, frame, window, expected]) => {
  expect(isOurs(frame, window)).toBe(expected);
});

test('our own scheme under a foreign host is not our page', () => {
  const frame = { url: 'app://elsewhere/index.html' };
  expect(isOurs(frame, windowOf(frame))).toBe(false);
});
