import type { HandlersFor } from '../context.ts';

/** Requests about the text that editors work on. */
export const transcription = {
  async 'transcription.emend'(edit, { store, settings, drafts, notify }) {
    const { creator } = settings.settings;
    const emended = await drafts.saving(edit, () => store.emend(edit, creator));
    notify('transcription.saved', { cableId: edit.cableId });
    return emended;
  },

  'transcription.draft'(draft, { drafts }) {
    drafts.keep(draft);
    return {};
  },
} satisfies HandlersFor<'transcription'>;
