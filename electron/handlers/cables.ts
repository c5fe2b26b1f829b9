import type { Context, HandlersFor } from '../context.ts';

/** Requests that act on many cables. */
export const cables = {
  async 'cables.review'(input, { store, settings, notify }) {
    return told(await store.reviewCables(input, settings.settings.creator), notify);
  },

  async 'cables.tag'(input, { store, settings, notify }) {
    return told(await store.tagCables(input, settings.settings.creator), notify);
  },

  async 'cables.discard'({ choice }, { store, settings, notify }) {
    return told(await store.discardCables(choice, settings.settings.creator), notify);
  },

  async 'cables.restore'({ ids }, { store, settings, notify }) {
    return told(await store.restoreCables(ids, settings.settings.creator), notify);
  },

  'cables.discarded': (stretch, { store }) => store.listDiscarded(stretch),

  async 'cables.save'() {
    return null;
  },
} satisfies HandlersFor<'cables'>;

/** Says that the library has changed, where it has. */
function told(changed: number, notify: Context['notify']): { cables: number } {
  if (changed > 0) notify('library.changed', { cableId: null, text: true });
  return { cables: changed };
}
