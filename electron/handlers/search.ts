import type { HandlersFor } from '../context.ts';

/** Kept searches belong to the library and to no cable. */
const ofLibrary = { cableId: null, text: false } as const;

/** Requests about searching the library. */
export const search = {
  'search.results': (input, { store }) => store.searchResults(input),

  'search.counts': ({ query }, { store }) => store.countSearch(query),

  'search.saved': (_, { store }) => store.listSavedSearches(),

  async 'search.save'(input, { store, settings, notify }) {
    const saved = await store.saveSearch(input, settings.settings.creator);
    notify('library.changed', ofLibrary);
    return saved;
  },

  async 'search.rename'(input, { store, settings, notify }) {
    await store.renameSearch(input, settings.settings.creator);
    notify('library.changed', ofLibrary);
    return {};
  },

  async 'search.forget'({ id }, { store, settings, notify }) {
    await store.forgetSearch(id, settings.settings.creator);
    notify('library.changed', ofLibrary);
    return {};
  },
} satisfies HandlersFor<'search'>;
