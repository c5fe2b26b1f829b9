import type { HandlersFor } from '../context.ts';

/** Requests about emendations. */
export const emendation = {
  async 'emendation.explain'(input, { store, settings, notify }) {
    await store.explainEmendation(input, settings.settings.creator);
    notify('library.changed', { cableId: input.cableId, text: true });
    return {};
  },

  async 'emendation.takeBack'(input, { store, settings, notify }) {
    await store.takeBackEmendation(input, settings.settings.creator);
    notify('library.changed', { cableId: input.cableId, text: true });
    return {};
  },
} satisfies HandlersFor<'emendation'>;
