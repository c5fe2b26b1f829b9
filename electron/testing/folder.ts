import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'vitest';

/** Tests that work on real files: each has a `folder` of its own, which is removed after it. */
export const test = base.extend<{ readonly folder: string }>({
  // eslint-disable-next-line no-empty-pattern -- vitest wants a pattern here, and nothing of it is needed
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cablewright-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});
