import type { Context, HandlersFor } from '../context.ts';

/** Requests that act on many cables. */
export const cables = {
  async 'cables.review'(input, { store, settings, notify }) {
    return told(await store.reviewCables(input, settings.settings.creator), notify, true);
  },

  async 'cables.tag'(input, { store, settings, notify }) {
    return told(await store.tagCables(input, settings.settings.creator), notify, false);
  },

  async 'cables.discard'({ choice }, { store, settings, notify }) {
    return told(await store.discardCables(choice, settings.settings.creator), notify, true);
  },

  async 'cables.restore'({ ids }, { store, settings, notify }) {
    return told(await store.restoreCables(ids, settings.settings.creator), notify, true);
  },

  'cables.discarded': (stretch, { store }) => store.listDiscarded(stretch),

  async 'cables.save'(input, { store, dialogs }) {
    const isTable = input.format === 'table';
    const place = await (isTable ? dialogs.saveAs('Cables', 'csv') : dialogs.folderToSaveIn());
    return place === null ? null : store.saveCables(input, place);
  },
} satisfies HandlersFor<'cables'>;

/**
 * Says that the library has changed; `text` whether also what is read of cables. Where the work was stopped, the
 * window may have read what was done of it so far.
 */
function told(changed: number, notify: Context['notify'], text: boolean): { cables: number } {
  notify('library.changed', { cableId: null, text: text && changed > 0 });
  return { cables: changed };
}
