import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS, partsOf, sizeTable, sumOf } from './sizes.ts';

const dist = resolve(import.meta.dirname, '..', 'dist');

describe('what a start loads', () => {
  test('the program has been built', () => {
    expect(existsSync(join(dist, 'renderer', 'index.html')), 'type: npm run build').toBe(true);
  });

  test('no part of it is larger than its limit', () => {
    const parts = partsOf(dist);
    for (const [name, limit] of Object.entries(LIMITS)) {
      const part = parts.find((each) => each.name === name);
      expect(part, name).toBeDefined();
      const size = part ? sumOf(part.first) : 0;
      expect(size, `${name}\n${sizeTable(parts)}`).toBeGreaterThan(0);
      expect(size, `${name}\n${sizeTable(parts)}`).toBeLessThanOrEqual(limit);
    }
  });

  test('sheets, formats and Markdown are not among it', () => {
    const parts = partsOf(dist);
    const of = (name: string) => parts.find((each) => each.name === name);
    const late = (name: string, sought: RegExp) => {
      const part = of(name);
      expect(
        [...(part?.later.keys() ?? [])].some((file) => sought.test(file)),
        String(sought),
      ).toBe(true);
      expect(
        [...(part?.first.keys() ?? [])].some((file) => sought.test(file)),
        String(sought),
      ).toBe(false);
    };
    late('window, code', /TimelineSheet/u);
    late('window, code', /ExportSheet/u);
    late('window, code', /NoteText/u);
    late('store thread', /part-exporting/u);
    late('store thread', /part-coming-actions/u);
    late('store thread', /part-merge-actions/u);
    late('main process', /part-files/u);
  });
});
