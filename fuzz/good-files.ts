/**
 * Writes the good files of our own formats anew, from a small library in which somebody has worked:
 *
 *     node --import ./fuzz/hooks.ts fuzz/good-files.ts
 *
 * They are kept in `fixtures/good`, as their ids and times differ each time, and a seed must mean the same inputs.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { ExportFormat } from '../domain/exchange/format.ts';
import { smallLibrary } from './small-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'cablewright-good-'));
const good = join(import.meta.dirname, 'fixtures/good');
const { store } = await smallLibrary(folder);
try {
  for (const format of ExportFormat.options) {
    if (format === 'html') continue;
    const options = { offsets: 'code-points', fonts: false } as const;
    const done = await store.exportCables(
      { choice: { query: '', except: [] }, format, options },
      folder,
    );
    if (!done) throw new Error(`the export as ${format} was stopped`);
    mkdirSync(join(good, format), { recursive: true });
    let number = 0;
    for (const file of readdirSync(join(folder, done.folder), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!file.isFile() || file.name.startsWith('README') || file.name.endsWith('.txt')) continue;
      number += 1;
      const bytes = readFileSync(join(file.parentPath, file.name));
      writeFileSync(join(good, format, `ours-${number}${extname(file.name)}`), bytes);
    }
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
