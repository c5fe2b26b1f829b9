import { expect, test, vi } from 'vitest';
import type { Facts } from './steps.ts';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { stepFrom, stepNamed, stepNames, steps } = await import('./steps.ts');

const before: Facts = {
  ...{ here: true, evidence: 1, accepted: 2, annotations: 3, tags: 4, lost: 1 },
  ...{ emendations: 5, query: 'castro', exporting: false },
};

test.each([
  ['open', { here: true }, { here: false }],
  ['evidence', { evidence: 2 }, { annotations: 4 }],
  ['decide', { accepted: 3 }, { accepted: 1 }],
  ['highlight', { annotations: 4 }, { annotations: 2 }],
  ['tag', { tags: 5 }, { annotations: 4 }],
  ['correct', { emendations: 6 }, { emendations: 6, lost: 2 }],
  ['search', { query: 'quarantine' }, { query: '' }],
  ['export', { exporting: true }, { query: 'quarantine' }],
] as const)('%s is done by doing it, and by nothing else', (name, done, other) => {
  const { isDone } = steps[name];
  expect(isDone({ ...before, ...done }, before)).toBe(true);
  expect(isDone({ ...before, ...other }, before)).toBe(false);
  if (name !== 'open') expect(isDone(before, before)).toBe(false);
});

test('the steps follow each other, and one of another time is not known', () => {
  expect(stepFrom('open', -1)).toBeNull();
  expect(stepFrom('open', 1)).toBe('evidence');
  expect(stepFrom('export', 1)).toBeNull();
  expect(stepNames.map((name) => stepNamed(name))).toEqual([...stepNames]);
  expect([stepNamed('dance'), stepNamed(null)]).toEqual([null, null]);
});

test('the keys that steps name are those of their commands', () => {
  expect(steps.highlight.asks).toContain('press Ctrl H');
  expect(steps.decide.asks).toContain('(Ctrl Shift ↵)');
});
