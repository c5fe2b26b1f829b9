import { starterVocabulary } from '../../domain/vocabulary/starter.ts';
import type { HandlersFor } from '../context.ts';

/** What reads and writes such files is large, and loaded when it is first needed. */
const files = () => import('../vocabulary/files.ts');

/** Requests about vocabularies that come from files or go into them. */
export const vocabulary = {
  'vocabulary.starter': () => [...starterVocabulary],

  async 'vocabulary.read'(_, { dialogs }) {
    const path = await dialogs.vocabulary();
    return path === null ? null : (await files()).readVocabulary(path);
  },

  async 'vocabulary.take'({ concepts }, { store, settings, notify }) {
    const taken = await store.takeConcepts(concepts, settings.settings.creator);
    notify('library.changed', { cableId: null, text: false });
    return taken;
  },

  async 'vocabulary.save'({ format }, { store, dialogs }) {
    const tags = (await store.listTags()).map(({ tag }) => tag);
    const { id, name } = await store.state();
    const path = await dialogs.saveAs('Tags', format);
    const scheme = { iri: `urn:uuid:${id}`, title: name };
    if (path === null) return null;
    return (await files()).writeVocabulary(path, { format, tags, scheme });
  },
} satisfies HandlersFor<'vocabulary'>;

/** Requests about how tags are used. */
export const statistics = {
  'statistics.tagUse': (_, { store }) => store.countTagUse(),
} satisfies HandlersFor<'statistics'>;
