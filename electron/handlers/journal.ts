import type { HandlersFor } from '../context.ts';

/** Requests about undo and redo. */
export const journal = {
  async 'journal.undo'(_, { store, settings, notify }) {
    const outcome = await store.undo(settings.settings.creator);
    notify('library.changed', { cableId: outcome.cableId });
    return outcome;
  },

  async 'journal.redo'(_, { store, settings, notify }) {
    const outcome = await store.redo(settings.settings.creator);
    notify('library.changed', { cableId: outcome.cableId });
    return outcome;
  },
} satisfies HandlersFor<'journal'>;
