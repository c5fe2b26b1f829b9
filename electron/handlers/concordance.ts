import type { HandlersFor } from '../context.ts';

/** Requests about words in their context, over the whole library. */
export const concordance = {
  'concordance.make': ({ query }, { store }) => store.makeConcordance(query),

  'concordance.lines': (input, { store }) => store.concordanceLines(input),

  async 'concordance.tag'(input, { store, settings, notify }) {
    const { annotations, cables } = await store.tagConcordance(input, settings.settings.creator);
    if (annotations > 0) notify('library.changed', { cableId: null, text: false });
    return { annotations, cables };
  },
} satisfies HandlersFor<'concordance'>;
