import type { HandlersFor } from '../context.ts';

/** Requests about words that occur again. */
export const occurrence = {
  'occurrence.find': (input, { store }) => store.findOccurrences(input),

  async 'occurrence.tag'(input, { store, settings, notify }) {
    const done = await store.tagOccurrences(input, settings.settings.creator);
    const { annotations, cables, changed } = done;
    const told = changed && { annotations: { put: [...changed], remove: [] } };
    if (annotations > 0)
      notify('library.changed', { cableId: input.cableId, text: false, ...told });
    return { annotations, cables };
  },
} satisfies HandlersFor<'occurrence'>;
