import { expect, test } from 'vitest';
import { broughtAlong } from './brought.ts';
import { GazetteerEntry } from './entry.ts';

test('every entry can be stored, and says what it means', () => {
  for (const entry of broughtAlong) {
    expect(GazetteerEntry.safeParse(entry).success, entry.name).toBe(true);
    expect(entry.description, entry.name).toMatch(/\.$/u);
  }
});

test('no two entries have one id', () => {
  expect(new Set(broughtAlong.map(({ id }) => id)).size).toBe(broughtAlong.length);
});

test('no form stands twice, be it as a name', () => {
  const forms = broughtAlong.flatMap(({ name, forms: others }) => [name, ...others]);
  expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
});
