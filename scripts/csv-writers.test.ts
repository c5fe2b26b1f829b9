import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

const sources = globSync('{domain,electron,renderer}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.includes('.test.') && file !== 'domain/text/csv.ts')
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** The files that write tables. */
const writers = sources.filter(({ text }) => /\b(?:csvText|csvRows|unparse)\(/u.test(text));

/** A file whose rows another one has made, and guarded. */
const ROWS_FROM: Readonly<Record<string, string>> = {
  'renderer/concordance/saving.ts': 'renderer/concordance/words.ts',
};

test('the files that write tables are found', () => {
  expect(writers.length).toBeGreaterThanOrEqual(7);
});

test.for(writers)('$file lets no cell stand as a formula', ({ file, text }) => {
  const from = ROWS_FROM[file];
  const made = from ? (sources.find((one) => one.file === from)?.text ?? '') : text;
  expect(made).toMatch(/\bguarded\b|escapeFormulae: true/u);
});

test('nothing writes a table by hand', () => {
  const byHand = sources.filter(({ text }) => /\.join\(['"`][,;]['"`]\)[^\n]*\\r\\n/u.test(text));
  expect(byHand.map(({ file }) => file)).toEqual([]);
});
