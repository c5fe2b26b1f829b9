import type { HandlersFor } from '../context.ts';

/** Requests about searching the library. */
export const search = {
  'search.results': (input, { store }) => store.searchResults(input),

  'search.counts': ({ query }, { store }) => store.countSearch(query),

  'search.saved': (_, { store }) => store.listSavedSearches(),

  'search.save': (input, { store }) => store.saveSearch(input),

  async 'search.rename'(input, { store }) {
    await store.renameSearch(input);
    return {};
  },

  async 'search.forget'({ id }, { store }) {
    await store.forgetSearch(id);
    return {};
  },
} satisfies HandlersFor<'search'>;
