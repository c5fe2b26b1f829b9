import { sameName, type Tag } from './tag.ts';

/** Which of two names comes first: less than 0 where it is the first. */
export type Compare = (a: string, b: string) => number;

/** A tag with the tags below it, in the order in which a reader looks for them. */
export interface TagNode {
  readonly tag: Tag;
  /** How many tags stand above it, 0 at the top. */
  readonly depth: number;
  readonly below: readonly TagNode[];
}

/** What stands between the names of a path: `Persons › Soviet › Khrushchev`. */
export const PATH_SIGN = ' › ';

/**
 * The vocabulary as a tree, each level in the order of names. A tag whose parent is not there stands
 * at the top, and so does the first of tags that stand in a circle: every tag is in the tree once.
 */
export function treeOf(tags: readonly Tag[], compare: Compare): readonly TagNode[] {
  const there = tagsById(tags);
  const sorted = tags.toSorted((a, b) => compare(a.name, b.name));
  const children = byParent(sorted);
  const met = new Set<string>();
  const nodesOf = (level: readonly Tag[], depth: number): TagNode[] =>
    level.flatMap((tag) => {
      if (met.has(tag.id)) return [];
      met.add(tag.id);
      return { tag, depth, below: nodesOf(children.get(tag.id) ?? [], depth + 1) };
    });
  const top = sorted.filter(({ parentId }) => parentId === null || !there.has(parentId));
  const tree = nodesOf(top, 0);
  const circles = nodesOf(sorted, 0);
  return [...tree, ...circles].toSorted((a, b) => compare(a.tag.name, b.tag.name));
}

/** The nodes of a tree from the first to the last, each before those below it. */
export function inTreeOrder(tree: readonly TagNode[]): TagNode[] {
  return tree.flatMap((node) => [node, ...inTreeOrder(node.below)]);
}

/** The tags by their ids. */
export function tagsById(tags: Iterable<Tag>): Map<string, Tag> {
  return new Map(Array.from(tags, (tag) => [tag.id, tag]));
}

/** A tag with those above it, from the top down to itself. */
export function lineOf(tag: Tag, tags: ReadonlyMap<string, Tag>): Tag[] {
  const line = [tag];
  for (let above = parentOf(tag, tags); above; above = parentOf(above, tags)) {
    if (line.includes(above)) break;
    line.unshift(above);
  }
  return line;
}

/** The names of a tag and of those above it: `Persons › Soviet › Khrushchev`. */
export function pathOf(tag: Tag, tags: ReadonlyMap<string, Tag>): string {
  return lineOf(tag, tags)
    .map(({ name }) => name)
    .join(PATH_SIGN);
}

/** The ids of some tags and of all tags below them. */
export function withBelow(ids: Iterable<string>, tags: Iterable<Tag>): Set<string> {
  const children = byParent(tags);
  const all = new Set(ids);
  // What is added to a set while it is walked is walked, too.
  for (const id of all) for (const child of children.get(id) ?? []) all.add(child.id);
  return all;
}

/** Whether a tag would come to stand below itself, were it put below `parentId`. */
export function wouldCircle(id: string, parentId: string | null, tags: Iterable<Tag>): boolean {
  return parentId !== null && withBelow([id], tags).has(parentId);
}

/** Another tag beside `tag` that a reader would take for the same name; null if there is none. */
export function namesakeOf({ id, name, parentId }: Tag, tags: Iterable<Tag>): Tag | null {
  for (const other of tags)
    if (other.id !== id && other.parentId === parentId && sameName(other.name, name)) return other;
  return null;
}

/** The tags directly below each parent, in their order; null stands for the top. */
function byParent(tags: Iterable<Tag>): ReadonlyMap<string | null, readonly Tag[]> {
  const children = new Map<string | null, Tag[]>();
  for (const tag of tags) {
    const beside = children.get(tag.parentId);
    if (beside) beside.push(tag);
    else children.set(tag.parentId, [tag]);
  }
  return children;
}

function parentOf({ parentId }: Tag, tags: ReadonlyMap<string, Tag>): Tag | undefined {
  return parentId === null ? undefined : tags.get(parentId);
}
