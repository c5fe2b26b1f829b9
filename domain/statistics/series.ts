import type { Tag } from '../tag/tag.ts';
import { inTreeOrder, pathOf, tagsById, type TagNode, treeOf } from '../tag/tree.ts';
import type { TagUse } from './tag-use.ts';

/** A tag with what is counted for it. */
export interface Series {
  readonly tag: Tag;
  /** Its path: `Persons › Soviet`. */
  readonly path: string;
  /** How many tags stand above it. */
  readonly depth: number;
  /** The uses that count: its own, with those of the tags below it where they are to count. */
  readonly uses: readonly TagUse[];
  /** How often the tag itself is used. */
  readonly own: number;
  /** How often it is used together with the tags below it. An annotation that has two of them counts twice. */
  readonly withBelow: number;
}

/** The vocabulary with its uses, as statistics go through it. */
export interface Counted {
  readonly tags: readonly Tag[];
  readonly order: readonly TagNode[];
  readonly usesByTag: ReadonlyMap<string, readonly TagUse[]>;
  /** How often each tag is used together with the tags below it. */
  readonly totals: ReadonlyMap<string, number>;
}

const alphabet = new Intl.Collator('en', { numeric: true });

/** The uses of tags by their tags. */
export function counted(tags: readonly Tag[], uses: readonly TagUse[]): Counted {
  const usesByTag = new Map<string, TagUse[]>();
  for (const use of uses) {
    const there = usesByTag.get(use.tagId);
    if (there) there.push(use);
    else usesByTag.set(use.tagId, [use]);
  }
  const order = inTreeOrder(treeOf(tags, alphabet.compare));
  const totals = new Map<string, number>();
  // From the last to the first, so that what is below a tag is known before the tag.
  for (const { tag, below } of order.toReversed()) {
    const more = below.reduce((total, node) => total + (totals.get(node.tag.id) ?? 0), 0);
    totals.set(tag.id, more + sum(usesByTag.get(tag.id) ?? []));
  }
  return { tags, order, usesByTag, totals };
}

/** What is counted for some tags, in the order of the tree. */
export function seriesOf(
  { tags, order, usesByTag, totals }: Counted,
  chosen: ReadonlySet<string>,
  below: boolean,
): Series[] {
  const byId = tagsById(tags);
  return order
    .filter(({ tag }) => chosen.has(tag.id))
    .map((node) => {
      const { tag, depth } = node;
      const own = usesByTag.get(tag.id) ?? [];
      const all = () => inTreeOrder([node]).flatMap((each) => usesByTag.get(each.tag.id) ?? []);
      return {
        tag,
        path: pathOf(tag, byId),
        depth,
        uses: below ? all() : own,
        own: sum(own),
        withBelow: totals.get(tag.id) ?? 0,
      };
    });
}

/** How many uses are told at once. */
export function sum(uses: readonly TagUse[]): number {
  return uses.reduce((total, each) => total + each.uses, 0);
}

/** How many tags are shown at first, where those at the top are too few to tell anything. */
const FIRST = 12;

/** The tags a reader sees at first: those at the top that are used; where that is one or none, the most used. */
export function chosenAtFirst({ order, usesByTag, totals }: Counted): Set<string> {
  const used = ({ tag }: TagNode) => sum(usesByTag.get(tag.id) ?? []);
  const tops = order.filter(({ tag, depth }) => depth === 0 && (totals.get(tag.id) ?? 0) > 0);
  const most = order.filter((node) => used(node) > 0).toSorted((a, b) => used(b) - used(a));
  const shown = tops.length > 1 ? tops : most.slice(0, FIRST);
  return new Set(shown.map(({ tag }) => tag.id));
}
