import { sameName, type Tag } from '../../domain/tag/tag.ts';
import { tagsOfPath, type Vocabulary } from './vocabulary.ts';

/** What a reader means who types the name of a tag, or a path such as `Persons/Khrushchev`. */
export interface Typed {
  /** The name that a new tag would have; empty where nothing was typed. */
  readonly name: string;
  /** The tag it would stand below, null at the top. */
  readonly parent: Tag | null;
  /** Whether there is such a tag already. */
  readonly known: boolean;
  /** What stands before the last slash and is no tag; then the slash is taken as a part of the name. */
  readonly missing: string | null;
}

/** Reads what was typed. A slash parts names only where what stands before it is one tag's path. */
export function readTyped(typed: string, vocabulary: Vocabulary): Typed {
  const whole = typed.trim().replace(/\s+/gu, ' ');
  const plain = { name: whole, parent: null, missing: null };
  if (vocabulary.tags.some(({ name }) => sameName(name, whole))) return { ...plain, known: true };
  const parts = whole.split(/ ?[/›] ?/u);
  const name = parts.at(-1) ?? '';
  if (parts.length < 2 || parts.includes('')) return { ...plain, known: false };
  const above = parts.slice(0, -1);
  const parent = onlyTag(above, vocabulary);
  if (!parent) return { ...plain, known: false, missing: above.join('/') };
  const known = vocabulary.tags.some(
    (tag) => tag.parentId === parent.id && sameName(tag.name, name),
  );
  return { name, parent, known, missing: null };
}

/** The tag that a path tells: that at the top if one stands there, else the only one. */
function onlyTag(path: readonly string[], vocabulary: Vocabulary): Tag | null {
  const found = tagsOfPath(path, vocabulary);
  const whole = found.find((tag) => {
    const listed = vocabulary.listedById.get(tag.id);
    return listed?.above.length === path.length - 1;
  });
  return whole ?? (found.length === 1 ? (found[0] ?? null) : null);
}
