import type { RequestOutput } from '../../domain/contract.ts';
import { sameName, type Tag } from '../../domain/tag/tag.ts';
import {
  inTreeOrder,
  lineOf,
  PATH_SIGN,
  tagsById,
  type TagNode,
  treeOf,
  withBelow,
} from '../../domain/tag/tree.ts';
import { useTags } from '../desk/queries.ts';

/** A tag as lists show it. */
export interface ListedTag {
  readonly tag: Tag;
  /** How many annotations have the tag itself. */
  readonly uses: number;
  /** How often the tag and all below it stand on annotations. */
  readonly usesBelow: number;
  /** The names of the tags above it, from the top down. */
  readonly above: readonly string[];
  /** Its name, and its whole path with `/` between the names, as they are searched. */
  readonly soughtName: string;
  readonly soughtPath: string;
}

/** The vocabulary as the window works with it. */
export interface Vocabulary {
  readonly tags: readonly Tag[];
  readonly byId: ReadonlyMap<string, Tag>;
  readonly tree: readonly TagNode[];
  /** All tags in the order of the tree, each before those below it. */
  readonly listed: readonly ListedTag[];
  readonly listedById: ReadonlyMap<string, ListedTag>;
}

const alphabet = new Intl.Collator('en', { numeric: true });
const worked = new WeakMap<RequestOutput<'tag.list'>, Vocabulary>();
const NO_TAGS: RequestOutput<'tag.list'> = [];

/** The vocabulary of the library on the desk; worked out once for every state of it. */
export function useVocabulary(): Vocabulary {
  const { data = NO_TAGS } = useTags();
  return vocabularyOf(data);
}

/** What there is to know of a list of tags. */
export function vocabularyOf(data: RequestOutput<'tag.list'>): Vocabulary {
  const known = worked.get(data);
  if (known) return known;
  const tags = data.map(({ tag }) => tag);
  const byId = tagsById(tags);
  const tree = treeOf(tags, alphabet.compare);
  const uses = new Map(data.map((each) => [each.tag.id, each.uses]));
  const listed = inTreeOrder(tree).map(({ tag }) => listedTag(tag, byId, uses));
  const listedById = new Map(listed.map((each) => [each.tag.id, each]));
  // From the last to the first, so that each has all of those below it before it is added above.
  for (const each of listed.toReversed()) {
    const above = each.tag.parentId === null ? undefined : listedById.get(each.tag.parentId);
    if (above) above.usesBelow += each.usesBelow;
  }
  const vocabulary = { tags, byId, tree, listed, listedById };
  worked.set(data, vocabulary);
  return vocabulary;
}

/** A name or a path without what a reader does not tell names apart by, and with one sign between names. */
export function sought(words: string): string {
  return words
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/ ?[/›] ?/gu, '/');
}

/** A tag's path in words: `Persons › Soviet`. */
export function pathWords({ above, tag }: ListedTag): string {
  return [...above, tag.name].join(PATH_SIGN);
}

/** What a tag is, in a tooltip: its path, and when to use it. */
export function tooltipOf(tag: Tag, { byId }: Vocabulary): string | undefined {
  const path = lineOf(tag, byId).map(({ name }) => name);
  const words = [path.length > 1 ? path.join(PATH_SIGN) : '', tag.description];
  return words.filter(Boolean).join('\n') || undefined;
}

/** The ids of a tag and of all below it: where it cannot be put. */
export function selfAndBelow(id: string, { tags }: Vocabulary): ReadonlySet<string> {
  return withBelow([id], tags);
}

/** The tags that a path tells, as its end: `Soviet/Khrushchev` tells `Persons › Soviet › Khrushchev`. */
export function tagsOfPath(names: readonly string[], { tags, byId }: Vocabulary): Tag[] {
  return tags.filter((tag) => {
    const line = lineOf(tag, byId).slice(-names.length);
    return (
      line.length === names.length && line.every(({ name }, at) => sameName(name, names[at] ?? ''))
    );
  });
}

type Counted = { -readonly [Key in keyof ListedTag]: ListedTag[Key] };

function listedTag(
  tag: Tag,
  byId: ReadonlyMap<string, Tag>,
  uses: ReadonlyMap<string, number>,
): Counted {
  const line = lineOf(tag, byId).map(({ name }) => name);
  const own = uses.get(tag.id) ?? 0;
  return {
    tag,
    uses: own,
    usesBelow: own,
    above: line.slice(0, -1),
    soughtName: sought(tag.name),
    soughtPath: sought(line.join('/')),
  };
}
