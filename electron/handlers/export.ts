import { join } from 'node:path';
import { shell } from 'electron';
import { fail } from '../../domain/failure.ts';
import type { HandlersFor } from '../context.ts';

/** The folder that was exported into last; null where there was none since the start. */
let written: string | null = null;

/** Requests about the export of cables. */
export const exporting = {
  'export.losses': (input, { store }) => store.exportLosses(input),

  async 'export.save'(input, { store, dialogs }) {
    const place = await dialogs.folderToSaveIn();
    if (place === null) return null;
    const done = await store.exportCables(input, place);
    if (done) written = join(place, done.folder);
    return done;
  },

  async 'export.show'() {
    if (written === null) return fail('not-found', 'Nothing has been exported yet.');
    const reason = await shell.openPath(written);
    if (reason === '') return {};
    return fail('file-missing', `${written} cannot be shown: ${reason}. It may have been moved.`);
  },
} satisfies HandlersFor<'export'>;
