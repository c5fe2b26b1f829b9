import type { HandlersFor } from '../context.ts';

/** Requests about annotations. */
export const annotation = {
  'annotation.list': ({ cableId }, { store }) => store.listAnnotations(cableId),

  async 'annotation.create'(draft, { store, settings, notify }) {
    const created = await store.createAnnotation(draft, settings.settings.creator);
    notify('library.changed', { cableId: created.cableId, text: false });
    return created;
  },

  async 'annotation.update'(edit, { store, settings, notify }) {
    const updated = await store.updateAnnotation(edit, settings.settings.creator);
    notify('library.changed', { cableId: updated.cableId, text: false });
    return updated;
  },

  async 'annotation.place'(place, { store, settings, notify }) {
    const placed = await store.placeAnnotation(place, settings.settings.creator);
    notify('library.changed', { cableId: placed.cableId, text: false });
    return placed;
  },

  async 'annotation.delete'({ id }, { store, settings, notify }) {
    const { cableId } = await store.deleteAnnotation(id, settings.settings.creator);
    notify('library.changed', { cableId, text: false });
    return {};
  },
} satisfies HandlersFor<'annotation'>;
