import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seedFiles } from '../domain/library/seeds.ts';

test('the seeds are known by their names', () => {
  const files = readdirSync(new URL('../seeds', import.meta.url));
  expect([...seedFiles]).toEqual(files.filter((name) => name.endsWith('.txt')).toSorted());
});
