/** The part of `bench:library` that stands before the real window: start, opening a cable, memory. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { requireElectron, withoutSandbox } from '../../scripts/setup/electron.mjs';
import { root } from '../../scripts/setup/paths.mjs';
import { median } from '../bars.ts';

/** What the app was like on a library: milliseconds and bytes. */
export interface AtWork {
  /** From the start of the process until list and texts of a cable are on the screen. */
  readonly start: number;
  /** From the key that opens the next cable until both its texts are painted; the median. */
  readonly open: number;
  /** What all its processes occupy after a search, a walk through the list and some cables opened. */
  readonly memory: number;
}

/** Starts the app on a library, works with it, and ends it. */
export async function atWork(library: string, query: string): Promise<AtWork> {
  const userData = await mkdtemp(join(tmpdir(), 'cablewright-bench-'));
  const begin = performance.now();
  const app = await _electron.launch({
    executablePath: requireElectron().executable,
    args: [root, `--user-data-dir=${userData}`, `--library=${library}`],
    chromiumSandbox: !withoutSandbox(),
  });
  try {
    const page = await app.firstWindow();
    await page.locator('.pane.transcription .cm-line').first().waitFor();
    await page.getByRole('listbox', { name: 'Cables' }).getByRole('option').first().waitFor();
    const start = performance.now() - begin;
    const open = await openSome(page);
    await search(page, query);
    return { start, open, memory: await occupied(app) };
  } finally {
    await app.close();
    await rm(userData, { recursive: true, force: true });
  }
}

/** Opens cables one after the other by key, four down and four up again, as five may be all there are, and says how long one takes until it is painted. */
async function openSome(page: Page): Promise<number> {
  await page.locator('.pane.transcription .cm-content').focus();
  const times: number[] = [];
  for (let at = 0; at < 12; at += 1) {
    await page.evaluate(listen);
    await page.keyboard.press(at % 8 < 4 ? 'Control+ArrowDown' : 'Control+ArrowUp');
    const painted = await page.evaluate(() => (globalThis as unknown as Heard).painted);
    if (painted !== null) times.push(painted);
  }
  return median(times.slice(2));
}

/** What the page is left to hear, and when that was painted, in milliseconds. */
interface Heard {
  painted: Promise<number | null>;
}

/** Within the page: waits for a key, and then for the frame in which another cable stands on the screen. */
function listen(): void {
  /** After so many milliseconds it was the end of the list. */
  const END = 2_000;
  const title = () => document.querySelector('main h1')?.textContent;
  const text = () =>
    document.querySelector('.pane.transcription .cm-line:nth-child(3)')?.textContent;
  const [before, words] = [title(), text()];
  const key = new Promise<number>((heard) => {
    addEventListener(
      'keydown',
      ({ timeStamp, key: name }) => name.startsWith('Arrow') && heard(timeStamp),
      {
        capture: true,
      },
    );
  });
  const shown = async () => {
    const pressed = await key;
    for (;;) {
      await new Promise((frame) => requestAnimationFrame(frame));
      const there = title() !== before || text() !== words;
      // A task that is posted within a frame runs when the frame has been painted.
      await new Promise((done) => setTimeout(done));
      const waited = performance.now() - pressed;
      if (there) return waited;
      if (waited > END) return null;
    }
  };
  (globalThis as unknown as Heard).painted = shown();
}

/** Searches as somebody types, walks through what is found, and clears the search. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(query);
  await page.locator('mark').first().waitFor();
  await page.getByRole('listbox', { name: 'Cables' }).focus();
  for (let at = 0; at < 10; at += 1) await page.keyboard.press('PageDown');
}

/** The memory of all processes of the app, in bytes, each counted with what it alone occupies and its share of the rest. */
async function occupied(app: ElectronApplication): Promise<number> {
  const pids = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid }) => pid),
  );
  const { readFile } = await import('node:fs/promises');
  const sizes = await Promise.all(
    pids.map(async (pid) => {
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+) kB/mu.exec(rollup)?.[1] ?? 0) * 1024;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
