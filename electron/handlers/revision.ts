import type { HandlersFor } from '../context.ts';

/** Requests about the history of a text. */
export const revision = {
  'revision.list': ({ cableId }, { store }) => store.listRevisions(cableId),

  'revision.read': async (which, { store }) => ({ text: await store.readRevision(which) }),

  async 'revision.restore'(which, { store, settings, notify }) {
    const changed = await store.restoreRevision(which, settings.settings.creator);
    if (changed) notify('library.changed', { cableId: which.cableId, text: true });
    return {};
  },

  async 'revision.name'(input, { store, settings, notify }) {
    await store.nameRevision(input, settings.settings.creator);
    notify('library.changed', { cableId: input.cableId, text: true });
    return {};
  },
} satisfies HandlersFor<'revision'>;
