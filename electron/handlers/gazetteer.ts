import type { HandlersFor } from '../context.ts';

/** What reads such files is large, and loaded when it is first needed. */
const files = () => import('../gazetteer/files.ts');

/** Requests about the gazetteer and the glossary. */
export const gazetteer = {
  'gazetteer.list': (_, { store }) => store.listGazetteer(),

  async 'gazetteer.put'({ entry }, { store, settings, notify }) {
    await store.putEntry(entry, settings.settings.creator);
    notify('library.changed', { cableId: null, text: false });
    return {};
  },

  async 'gazetteer.remove'({ id }, { store, settings, notify }) {
    await store.removeEntry(id, settings.settings.creator);
    notify('library.changed', { cableId: null, text: false });
    return {};
  },

  async 'gazetteer.read'(_, { dialogs }) {
    const path = await dialogs.gazetteer();
    return path === null ? null : (await files()).readGazetteer(path);
  },

  async 'gazetteer.take'({ entries }, { store, settings, notify }) {
    const taken = await store.takeEntries(entries, settings.settings.creator);
    notify('library.changed', { cableId: null, text: false });
    return taken;
  },
} satisfies HandlersFor<'gazetteer'>;
