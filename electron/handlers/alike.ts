import type { HandlersFor } from '../context.ts';

/** Requests about emending many places alike. */
export const alike = {
  'alike.find': (input, { store }) => store.findAlike(input),

  async 'alike.emend'(input, { store, settings, notify }) {
    const outcome = await store.emendAlike(input, settings.settings.creator);
    if (outcome.places > 0) notify('library.changed', { cableId: input.cableId, text: true });
    return outcome;
  },
} satisfies HandlersFor<'alike'>;
