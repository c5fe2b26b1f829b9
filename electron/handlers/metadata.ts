import type { HandlersFor } from '../context.ts';

/** Requests about what is known of a cable beside its text. */
export const metadata = {
  async 'metadata.emend'(input, { store, settings, notify }) {
    await store.emendField(input, settings.settings.creator);
    notify('library.changed', { cableId: input.cableId, text: true });
    return {};
  },
} satisfies HandlersFor<'metadata'>;
