import type { HandlersFor } from '../context.ts';

/** Requests about how far cables have come. */
export const review = {
  async 'review.set'(input, { store, settings, notify }) {
    await store.setReview(input, settings.settings.creator);
    notify('library.changed', { cableId: input.cableId, text: true });
    return {};
  },

  'review.counts': (_, { store }) => store.countReviews(),
} satisfies HandlersFor<'review'>;
