import type { Tag } from '../tag/tag.ts';
import { inTreeOrder, treeOf } from '../tag/tree.ts';
import type { Concept } from './concept.ts';
import { iriOf } from './identity.ts';

const alphabet = new Intl.Collator('en', { numeric: true });

/** The tags of a library as concepts, in the order of the tree. */
export function conceptsOf(tags: readonly Tag[]): Concept[] {
  const iris = new Map(tags.map((tag) => [tag.id, iriOf(tag)]));
  return inTreeOrder(treeOf(tags, alphabet.compare)).map(({ tag }) => {
    const iri = iriOf(tag);
    const { name, description, colour, key, parentId } = tag;
    const parent = parentId === null ? null : (iris.get(parentId) ?? null);
    return { id: iri, iri, name, description: description || null, colour, key, parent };
  });
}
