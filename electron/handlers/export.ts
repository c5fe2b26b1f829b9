import type { HandlersFor } from '../context.ts';

/** Requests about the export of cables. */
export const exporting = {
  'export.losses': (input, { store }) => store.exportLosses(input),

  async 'export.save'(input, { store, dialogs }) {
    const place = await dialogs.folderToSaveIn();
    return place === null ? null : store.exportCables(input, place);
  },
} satisfies HandlersFor<'export'>;
