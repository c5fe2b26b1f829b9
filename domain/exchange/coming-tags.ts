import { foldedName, nextColour, type Tag, TagName } from '../tag/tag.ts';
import { partsCharacter } from '../text/characters.ts';
import type { ComingTag } from './coming.ts';

/** How long a tag's name may be, in UTF-16 code units. */
const LONGEST = 80;

/** The tags that coming annotations mean, among those of a library and those that have to be made. */
export interface ComingTags {
  /** The tag that is meant; null where the library has none yet. */
  readonly find: (coming: ComingTag) => Tag | null;
  /** The tag that is meant, made if need be with those above it; null where it has no name at all. */
  readonly get: (coming: ComingTag) => Tag | null;
  /** All that were made, each after the one above it. */
  readonly made: readonly Tag[];
}

/**
 * Finds the tags of annotations from elsewhere in a vocabulary: by our id, by an IRI, by the names of those above it, and
 * by its name alone where only one has that. `idFor` gives a new tag its id by its path, always the same,
 * so that a tag that was renamed since is found again.
 */
export function comingTags(known: readonly Tag[], idFor: (path: string) => string): ComingTags {
  const all = new Map(known.map((tag) => [tag.id, tag]));
  const made: Tag[] = [];
  const met = new Map<string, Tag | null>();

  const child = (parentId: string | null, name: string): Tag | null => {
    const wanted = foldedName(name);
    for (const tag of all.values())
      if (tag.parentId === parentId && foldedName(tag.name) === wanted) return tag;
    return null;
  };

  const byPath = (names: readonly string[]): Tag | null => {
    let tag: Tag | null = null;
    for (const name of names) {
      tag = child(tag?.id ?? null, name);
      if (!tag) return null;
    }
    return tag;
  };

  /** The tag that was made for a path, whatever it is called now. */
  const byId = (names: readonly string[]): Tag | null => all.get(idFor(pathKey(names))) ?? null;

  const look = ({ id, iri, name, path }: ComingTag): Tag | null => {
    const own = id === null ? undefined : all.get(id);
    if (own) return own;
    const called = iri === null ? null : [...all.values()].find((tag) => tag.iri === iri);
    if (called) return called;
    const names = [...path, name].map(tidy);
    const there = byPath(names);
    if (there || path.length > 0) return there ?? byId(names);
    const namesakes = [...all.values()].filter(
      (tag) => foldedName(tag.name) === foldedName(tidy(name)),
    );
    return namesakes.length === 1 ? (namesakes[0] ?? null) : byId(names);
  };

  const find = (coming: ComingTag): Tag | null => {
    const key = JSON.stringify([coming.id, coming.iri, coming.name, coming.path]);
    const before = met.get(key);
    if (before !== undefined) return before;
    const found = look(coming);
    met.set(key, found);
    return found;
  };

  const make = (names: readonly string[], rest: Partial<Tag>): Tag => {
    const above = names.slice(0, -1);
    const parent = above.length === 0 ? null : (byPath(above) ?? byId(above) ?? make(above, {}));
    const tag: Tag = {
      id: idFor(pathKey(names)),
      name: names.at(-1) ?? '',
      colour: nextColour([...all.values()].map(({ colour }) => colour)),
      description: '',
      parentId: parent?.id ?? null,
      key: null,
      iri: null,
      ...rest,
    };
    all.set(tag.id, tag);
    made.push(tag);
    met.clear();
    return tag;
  };

  const get = (coming: ComingTag): Tag | null => {
    const found = find(coming);
    if (found) return found;
    const names = [...coming.path, coming.name].map(tidy);
    if (names.includes('')) return null;
    const { id, iri, colour } = coming;
    return make(names, {
      ...(id !== null && { id }),
      ...(iri !== null && iri !== '' && iri.length <= 2000 && { iri }),
      ...(colour && { colour }),
    });
  };

  return { find, get, made };
}

const pathKey = (names: readonly string[]): string => JSON.stringify(names.map(foldedName));

/** A name as a tag may have it; empty where nothing is left. What is too long is cut, and shows it. */
export function tidy(name: string): string {
  const plain = name.trim().replaceAll(/\s+/gu, ' ');
  if (TagName.safeParse(plain).success) return plain;
  const end = LONGEST - 1;
  return plain === '' ? '' : `${plain.slice(0, partsCharacter(plain, end) ? end - 1 : end)}…`;
}
