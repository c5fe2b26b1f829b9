import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Notice } from '../../domain/contract.ts';
import type { HandlersFor } from '../context.ts';
import { orReadAgain } from './read-again.ts';

/** Requests about annotations. */
export const annotation = {
  'annotation.list': (slice, { store }) => store.sliceAnnotations(slice),
  'annotation.sight': (sight, { store }) => store.annotationsInSight(sight),
  'annotation.whole': ({ id }, { store }) => store.wholeAnnotation(id),
  'annotation.read': ({ id }, { store }) => store.readAnnotation(id),
  'annotation.find': (sought, { store }) => store.findAnnotations(sought),
  'annotation.creators': (_, { store }) => store.listCreators(),

  async 'annotation.create'(draft, { store, settings, notify }) {
    const created = await store.createAnnotation(draft, settings.settings.creator);
    notify('library.changed', put(created));
    return created;
  },

  async 'annotation.update'(edit, { store, settings, notify }) {
    const updated = await store.updateAnnotation(edit, settings.settings.creator);
    notify('library.changed', put(updated));
    return updated;
  },

  async 'annotation.reach'(input, { store, settings, notify }) {
    const reached = await store.reachAnnotation(input, settings.settings.creator);
    notify('library.changed', put(reached));
    return reached;
  },

  async 'annotation.retag'(input, { store, settings, notify }) {
    const done = await orReadAgain(
      notify,
      store.retagAnnotations(input, settings.settings.creator),
    );
    const { annotations, cableId, changed } = done;
    const told = cableId !== null && changed && { put: [...changed], remove: [] };
    if (annotations > 0)
      notify('library.changed', { cableId, text: false, ...(told && { annotations: told }) });
    return { annotations };
  },

  async 'annotation.place'(place, { store, settings, notify }) {
    const placed = await store.placeAnnotation(place, settings.settings.creator);
    notify('library.changed', put(placed));
    return placed;
  },

  async 'annotation.delete'({ ids }, { store, settings, notify }) {
    const { cableId } = await orReadAgain(
      notify,
      store.deleteAnnotations(ids, settings.settings.creator),
    );
    const annotations = { put: [], remove: ids };
    notify('library.changed', { cableId, text: false, ...(cableId !== null && { annotations }) });
    return {};
  },
} satisfies HandlersFor<'annotation'>;

/** What the window is told of an annotation that is new, or another now. */
function put(one: Annotation): Notice<'library.changed'> {
  return { cableId: one.cableId, text: false, annotations: { put: [one], remove: [] } };
}
