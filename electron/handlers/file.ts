import { basename } from 'node:path';
import type { HandlersFor } from '../context.ts';
import { writeWhole } from '../write-file.ts';

/** Requests about files that the window's own work goes into. */
export const file = {
  async 'file.save'({ kind, name, content }, { dialogs }) {
    const path = await dialogs.saveAs(name, kind);
    if (path === null) return null;
    await writeWhole(path, content);
    return { fileName: basename(path) };
  },
} satisfies HandlersFor<'file'>;
