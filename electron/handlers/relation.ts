import type { HandlersFor } from '../context.ts';

/** Everything that may show the relations of a cable: those to other cables are shown in both. */
const anywhere = { cableId: null, text: false } as const;

/** Requests about relations between annotations. */
export const relation = {
  'relation.list': ({ cableId }, { store }) => store.listRelations(cableId),

  async 'relation.create'(draft, { store, settings, notify }) {
    const created = await store.createRelation(draft, settings.settings.creator);
    notify('library.changed', anywhere);
    return created;
  },

  async 'relation.update'(edit, { store, settings, notify }) {
    const updated = await store.updateRelation(edit, settings.settings.creator);
    notify('library.changed', anywhere);
    return updated;
  },

  async 'relation.delete'({ id }, { store, settings, notify }) {
    await store.deleteRelation(id, settings.settings.creator);
    notify('library.changed', anywhere);
    return {};
  },
} satisfies HandlersFor<'relation'>;

/** Requests about the types of relations. */
export const relationType = {
  'relationType.list': (_, { store }) => store.listRelationTypes(),

  async 'relationType.create'(draft, { store, settings, notify }) {
    const created = await store.createRelationType(draft, settings.settings.creator);
    notify('library.changed', anywhere);
    return created;
  },

  async 'relationType.update'(edit, { store, settings, notify }) {
    const updated = await store.updateRelationType(edit, settings.settings.creator);
    notify('library.changed', anywhere);
    return updated;
  },

  async 'relationType.delete'({ id }, { store, settings, notify }) {
    await store.deleteRelationType(id, settings.settings.creator);
    notify('library.changed', anywhere);
    return {};
  },
} satisfies HandlersFor<'relationType'>;
