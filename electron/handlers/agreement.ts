import type { HandlersFor } from '../context.ts';

/** Requests about the agreement of annotators. */
export const agreement = {
  'agreement.measure': (input, { store }) => store.measureAgreement(input),

  async 'agreement.judge'(input, { store, settings, notify }) {
    const { annotations, cableId } = await store.judgeAnnotations(input, settings.settings.creator);
    if (annotations > 0) notify('library.changed', { cableId, text: false });
    return { annotations };
  },

  async 'agreement.merge'({ ids }, { store, settings, notify }) {
    const merged = await store.mergeAnnotations(ids, settings.settings.creator);
    notify('library.changed', { cableId: merged.cableId, text: false });
    return merged;
  },
} satisfies HandlersFor<'agreement'>;
