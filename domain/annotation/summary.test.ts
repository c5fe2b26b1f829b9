import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginningOf } from './summary.ts';

it.each([
  ['', ''],
  ['IL-28s', 'IL-28s'],
  ['x'.repeat(300), 'x'.repeat(300)],
  ['x'.repeat(301), `${'x'.repeat(299)}…`],
  [`${'x'.repeat(298)}🚢🚢`, `${'x'.repeat(298)}…`],
])('%s begins %s', (text, beginning) => {
  expect(beginningOf(text)).toBe(beginning);
});

it('is never too long, never half a character, and all of it stands at the beginning', () => {
  const texts = fc.string({ unit: 'binary', minLength: 290, maxLength: 310 });
  fc.assert(
    fc.property(texts, (text) => {
      const beginning = beginningOf(text);
      expect(beginning.length).toBeLessThanOrEqual(300);
      expect(beginning).not.toMatch(/\p{Cs}/u);
      expect(text.startsWith(beginning.replace(/…$/u, ''))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
