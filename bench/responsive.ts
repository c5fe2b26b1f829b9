/**
 * Whether the window stays responsive while a batch is imported: `npm run bench:responsive` (after
 * `npm run build`). A folder of cables is imported in the real app; meanwhile the window notes its
 * longest gap between two frames, and how long requests to the main process and the store take.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright';
import type { Bridge } from '../domain/contract.ts';
import { startDisplay } from '../scripts/setup/display.mjs';
import { requireElectron, withoutSandbox } from '../scripts/setup/electron.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { atMost, report } from './bars.ts';

const CABLES = 1_000;

/** A folder of distinct cables of about 4 kB, made from the seeds. */
async function folderOfCables(at: string): Promise<string> {
  const seeds = join(root, 'seeds');
  const names = (await readdir(seeds)).filter((name) => name.endsWith('.txt'));
  const texts = await Promise.all(names.map((name) => readFile(join(seeds, name), 'utf8')));
  const folder = join(at, 'cables');
  await mkdir(folder);
  for (let number = 0; number < CABLES; number++)
    await writeFile(
      join(folder, `${String(number).padStart(5, '0')}.txt`),
      `${texts[number % texts.length]}\n\nCopy ${number}.\n`,
    );
  return folder;
}

/** What the window noted, all in milliseconds. */
interface Noted {
  readonly gap: number;
  readonly state: number;
  readonly list: number;
  readonly batch: number;
}

/** Imports by the menu's command and notes, inside the window, what the reader would feel. */
function importAndNote(page: Page): Promise<Noted> {
  return page.evaluate(async () => {
    const { cablewright } = globalThis as unknown as { readonly cablewright: Bridge };
    const noted = { gap: 0, state: 0, list: 0, batch: 0 };
    const begin = performance.now();
    const ended = new AbortController();
    const batch = cablewright.request('import.choose', { what: 'folder' }).then(() => {
      ended.abort();
      noted.batch = performance.now() - begin;
    });
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      noted.gap = Math.max(noted.gap, now - last);
      last = now;
      if (!ended.signal.aborted) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const ask = async (what: 'state' | 'list', name: string, input: unknown) => {
      const asked = performance.now();
      await cablewright.request(name, input);
      noted[what] = Math.max(noted[what], performance.now() - asked);
    };
    while (!ended.signal.aborted) {
      await ask('state', 'settings.read', {});
      await ask('list', 'cable.list', { offset: 0, limit: 50 });
      await new Promise((done) => setTimeout(done, 20));
    }
    await batch;
    return noted;
  });
}

const end = await startDisplay();
const desk = await mkdtemp(join(tmpdir(), 'cablewright-bench-'));
try {
  const folder = await folderOfCables(desk);
  const app = await _electron.launch({
    executablePath: requireElectron().executable,
    args: [root, `--user-data-dir=${join(desk, 'user-data')}`],
    chromiumSandbox: !withoutSandbox(),
  });
  const window = await app.firstWindow();
  await window.getByRole('listbox', { name: 'Cables' }).waitFor();
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
  const noted = await importAndNote(window);
  await app.close();
  console.log(`${CABLES} cables imported in ${(noted.batch / 1000).toFixed(1)} s, meanwhile:`);
  report('responsive', [
    atMost('longest gap between two frames', noted.gap, 100, 'ms'),
    atMost('slowest answer of the main process', noted.state, 100, 'ms'),
    atMost('slowest answer of the store', noted.list, 100, 'ms'),
  ]);
} finally {
  await rm(desk, { recursive: true, force: true });
  await end?.();
}
