import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const desk = resolve(import.meta.dirname, '..', 'renderer', 'desk');
const table = readFileSync(join(desk, 'lateSheets.ts'), 'utf8');

/** The sheets that are loaded late: their files, and the commands that are said to be theirs. */
const late = [...table.matchAll(/import\('([^']+)'\).*\n\s*commands: \{([^}]*)\}/gu)].map(
  ([, file = '', commands = '']) => ({
    file,
    commands: [...commands.matchAll(/'([^']+)':/gu)].map(([, name]) => name),
  }),
);

test('there are sheets that are loaded late', () => {
  expect(late.length).toBeGreaterThan(25);
  expect(late.length).toBe(table.match(/ sheet: '/gu)?.length);
});

test.each(late)('$file carries out just the commands that wait for it', ({ file, commands }) => {
  const code = readFileSync(join(desk, file), 'utf8');
  const own = [...code.matchAll(/useCommand\(\s*'([^']+)'/gu)].map(([, name]) => name);
  expect(new Set(commands)).toEqual(new Set(own));
});
