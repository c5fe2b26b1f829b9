import type { HandlersFor } from '../context.ts';

/** Requests about annotations. */
export const annotation = {
  'annotation.list': ({ cableId }, { store }) => store.listAnnotations(cableId),
  'annotation.read': ({ id }, { store }) => store.readAnnotation(id),
  'annotation.find': (sought, { store }) => store.findAnnotations(sought),
  'annotation.creators': (_, { store }) => store.listCreators(),

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

  async 'annotation.reach'(input, { store, settings, notify }) {
    const reached = await store.reachAnnotation(input, settings.settings.creator);
    notify('library.changed', { cableId: reached.cableId, text: false });
    return reached;
  },

  async 'annotation.retag'(input, { store, settings, notify }) {
    const { annotations, cableId } = await store.retagAnnotations(input, settings.settings.creator);
    if (annotations > 0) notify('library.changed', { cableId, text: false });
    return { annotations };
  },

  async 'annotation.place'(place, { store, settings, notify }) {
    const placed = await store.placeAnnotation(place, settings.settings.creator);
    notify('library.changed', { cableId: placed.cableId, text: false });
    return placed;
  },

  async 'annotation.delete'({ ids }, { store, settings, notify }) {
    const { cableId } = await store.deleteAnnotations(ids, settings.settings.creator);
    notify('library.changed', { cableId, text: false });
    return {};
  },
} satisfies HandlersFor<'annotation'>;
