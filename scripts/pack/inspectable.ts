/**
 * Playwright works with a program by attaching to its main process (`--inspect`), which a packed one
 * refuses by a fuse. For the end-to-end tests a copy is made that differs in this fuse alone:
 * `node scripts/run.mjs scripts/pack/inspectable.ts` prints its path. A test proves that nothing else differs.
 */
import { cp, rename, rm } from 'node:fs/promises';
import { existsSync, realpathSync } from 'node:fs';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { executableIn, inspectableFolder, packing } from './places.mjs';

/** Makes the copy where it is not there yet; packing takes an older one away. */
export async function inspectable(): Promise<string> {
  const plan = packing();
  const copy = inspectableFolder(plan);
  if (!existsSync(copy)) {
    const making = `${copy}.making`;
    await rm(making, { recursive: true, force: true });
    await cp(plan.folder, making, { recursive: true, verbatimSymlinks: true });
    await flipFuses(executableIn(making), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    await rename(making, copy);
  }
  return executableIn(copy);
}

if (import.meta.filename === realpathSync(process.argv[1] ?? '')) console.log(await inspectable());
