import { foldedName, type Tag } from '../tag/tag.ts';
import type { Concept } from './concept.ts';

/** A concept on its way to becoming a tag: the tag it is already, null where it is new, and as it would be. */
export interface Coming {
  readonly concept: Concept;
  readonly before: Tag | null;
  readonly tag: Tag;
}

/** A place in the tree: the tag above, and a name as a reader tells it from others. */
export function placeOf(parentId: string | null, name: string): string {
  return `${parentId ?? ''}\n${foldedName(name)}`;
}

/** The vocabulary with what is coming. */
export function withComing(tags: readonly Tag[], coming: Iterable<Coming>): Map<string, Tag> {
  const after = new Map(tags.map((tag) => [tag.id, tag]));
  for (const { tag } of coming) after.set(tag.id, tag);
  return after;
}
