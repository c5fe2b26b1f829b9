import type { HandlersFor } from '../context.ts';
import { orReadAgain } from './read-again.ts';

/** Requests about the vocabulary. */
export const tag = {
  'tag.list': (_, { store }) => store.listTags(),

  async 'tag.create'(draft, { store, settings, notify }) {
    const created = await store.createTag(draft, settings.settings.creator);
    notify('library.changed', { cableId: null, text: false });
    return created;
  },

  async 'tag.update'(edit, { store, settings, notify }) {
    const updated = await store.updateTag(edit, settings.settings.creator);
    notify('library.changed', { cableId: null, text: false });
    return updated;
  },

  async 'tag.delete'({ id }, { store, settings, notify }) {
    await orReadAgain(notify, store.deleteTag(id, settings.settings.creator));
    notify('library.changed', { cableId: null, text: false });
    return {};
  },

  'tag.uses': (stretch, { store }) => store.listTagUses(stretch),
  'tag.previewMerge': (input, { store }) => store.previewMerge(input),

  async 'tag.merge'(input, { store, settings, notify }) {
    const merged = await orReadAgain(notify, store.mergeTags(input, settings.settings.creator));
    notify('library.changed', { cableId: null, text: false });
    return merged;
  },

  async 'tag.split'(input, { store, settings, notify }) {
    const made = await orReadAgain(notify, store.splitTag(input, settings.settings.creator));
    notify('library.changed', { cableId: null, text: false });
    return made;
  },
} satisfies HandlersFor<'tag'>;
