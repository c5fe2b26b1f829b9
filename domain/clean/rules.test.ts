import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { applyAccepted } from '../change/compose.ts';
import { clean } from './clean.ts';
import { readExample } from './example.ts';
import { explain, RULES } from './rules.ts';

/** The text after everything the cleaning proposes is accepted. */
function cleanAll(text: string): string {
  const { changes } = clean(text);
  return applyAccepted(
    text,
    changes.map((change) => ({ ...change, status: 'accepted' as const })),
  );
}

for (const rule of RULES)
  describe(rule.name, () => {
    test.each(rule.examples)('%s', (example) => {
      const { before, after } = readExample(example);
      expect(cleanAll(before)).toBe(after);
    });

    test('is what its examples show', () => {
      const off = new Set([rule.name]);
      const differs = rule.examples.filter((example) => {
        const { before, after } = readExample(example);
        const matters = !isDeepStrictEqual(clean(before), clean(before, { off }));
        if (before === after) expect(clean(before).changes, example).toEqual([]);
        return matters;
      });
      expect(differs).not.toEqual([]);
    });

    test('says in one sentence what it does', () => {
      expect(explain(rule.name)).toMatch(/^\p{Lu}[^\n]{10,120}[.]$/u);
      expect(rule.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    });
  });

test('no two rules share a name, and an unknown name explains nothing', () => {
  expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length);
  expect(explain('no-such-rule')).toBeNull();
});
