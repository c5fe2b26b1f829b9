import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clean } from './clean.ts';
import { precision, recall, score } from './measure/measure.ts';
import { Truth } from './measure/truth.ts';

const FOLDER = new URL('./fixtures/edition/', import.meta.url);

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.truth.json')))('%s', (name) => {
  const truth = Truth.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
  const text = readFileSync(new URL(`${truth.name}.txt`, FOLDER), 'utf8');
  const result = score(text, clean(text), truth);

  test.each(['pages', 'references', 'notes', 'fields'] as const)('has its %s', (kind) => {
    expect([precision(result[kind]), recall(result[kind])]).toEqual([1, 1]);
  });

  test.each(['number', 'title', 'telegramNumber', 'signatory'] as const)('has its %s', (kind) => {
    expect(result[kind]).toBe(true);
  });

  test('reads as the edition does', () => {
    expect(result.differing).toBe(0);
  });
});
