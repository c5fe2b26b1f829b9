import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogueOf } from '../domain/clean/catalogue.ts';
import { RULES } from '../domain/clean/rules.ts';

test('docs/rules.md says what the rules say; if not, run scripts/rules-catalogue.ts', () => {
  const page = readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8');
  expect(page === catalogueOf(RULES)).toBe(true);
});
