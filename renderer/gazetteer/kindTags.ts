import { create } from 'zustand';
import type { EntryKind } from '../../domain/gazetteer/entry.ts';
import { sameName } from '../../domain/tag/tag.ts';
import type { Vocabulary } from '../tags/vocabulary.ts';
import { tagNames } from './kinds.ts';

/** The tag of each kind, as the reader has chosen it; null where it is to be none. It stays until the window is closed. */
type KindTags = Partial<Record<EntryKind, string | null>>;

export const useKindTags = create<KindTags>(() => ({}));

/** The id of the tag with which names of a kind are tagged: the one chosen, else one that is called so; null for none. */
export function tagOfKind(kind: EntryKind, chosen: KindTags, { tags, byId }: Vocabulary) {
  const own = chosen[kind];
  if (own === null) return null;
  if (own !== undefined && byId.has(own)) return own;
  for (const name of tagNames[kind]) {
    const tag = tags.find((one) => sameName(one.name, name));
    if (tag) return tag.id;
  }
  return null;
}
