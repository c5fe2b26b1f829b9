import type { HandlersFor } from '../context.ts';

/** Requests about the text that editors work on. */
export const transcription = {
  async 'transcription.emend'(edit, { store, settings, notify }) {
    const emended = await store.emend(edit, settings.settings.creator);
    notify('transcription.saved', { cableId: edit.cableId });
    return emended;
  },
} satisfies HandlersFor<'transcription'>;
