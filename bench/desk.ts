import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { startDisplay } from '../scripts/setup/display.mjs';
import { requireElectron, withoutSandbox } from '../scripts/setup/electron.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { annotate, importCables, type LongCable } from './long-cable.ts';

/** A desk of its own for a benchmark in the real window: a folder, and a screen where there is none. */
export interface BenchDesk {
  /** A folder that goes with the desk. */
  readonly folder: string;
  /** Starts the app on the library of this desk. */
  launch(): Promise<{ readonly app: ElectronApplication; readonly page: Page }>;
  /** The library's file. No app may be running on it. */
  library(): Promise<string>;
}

/** Works at a desk that is cleared afterwards. */
export async function atDesk(work: (desk: BenchDesk) => Promise<void>): Promise<void> {
  const end = await startDisplay();
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-bench-'));
  const userData = join(folder, 'user-data');
  try {
    await work({
      folder,
      async launch() {
        const app = await _electron.launch({
          executablePath: requireElectron().executable,
          args: [root, `--user-data-dir=${userData}`],
          chromiumSandbox: !withoutSandbox(),
        });
        const page = await app.firstWindow();
        await page.getByRole('listbox', { name: 'Cables' }).waitFor();
        return { app, page };
      },
      async library() {
        const libraries = join(userData, 'libraries');
        const name = (await readdir(libraries)).find((file) => file.endsWith('.cablewright'));
        if (name === undefined) throw new Error('The library is not where it was expected.');
        return join(libraries, name);
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await end?.();
  }
}

/**
 * Imports cables from files that `make` writes into a folder. Of those imported, `annotated` chooses
 * the ones that get their annotations.
 */
export async function furnish(
  desk: BenchDesk,
  make: (folder: string) => Promise<string[]>,
  annotated: (cables: readonly LongCable[]) => readonly LongCable[],
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<LongCable[]> {
  const folder = join(desk.folder, 'cables');
  await mkdir(folder);
  const files = await make(folder);
  const { app, page } = await desk.launch();
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, files);
  const cables = await importCables(page);
  await prepare(page);
  await app.close();
  annotate(await desk.library(), annotated(cables));
  return cables;
}
