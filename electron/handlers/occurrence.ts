import type { HandlersFor } from '../context.ts';

/** Requests about words that occur again. */
export const occurrence = {
  'occurrence.find': (input, { store }) => store.findOccurrences(input),

  async 'occurrence.tag'(input, { store, settings, notify }) {
    const tagged = await store.tagOccurrences(input, settings.settings.creator);
    if (tagged.annotations > 0) notify('library.changed', { cableId: input.cableId, text: false });
    return tagged;
  },
} satisfies HandlersFor<'occurrence'>;
