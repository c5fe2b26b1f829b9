import { test as base } from './folder.ts';
import { smallDisk, type SmallDisk } from './small-disk.ts';

/** Tests on a small disk of their own (8 MiB), of Linux only. */
export const test = base.extend<{ readonly disk: SmallDisk }>({
  disk: async ({ folder }, use) => {
    const disk = await smallDisk(folder, 8);
    await use(disk);
    await disk.end();
  },
});
