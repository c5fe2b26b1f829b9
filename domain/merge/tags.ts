import type { Tag } from '../tag/tag.ts';
import { compareWords } from './canonical.ts';
import { settleByRule, type Things } from './naming.ts';
import type { NameId } from './state.ts';

/** Breaks circles of tags that stand below each other: the one with the largest id goes to the top. */
export function withoutCircles(tags: Things<Tag>, nameId: NameId): void {
  for (const tag of inOrder(tags).toReversed()) {
    const { parentId } = tag;
    const gone = parentId !== null && !tags.values.has(parentId);
    if (gone || standsBelowItself(tag, tags.values))
      settleByRule(tags, 'tag', tag, { ...tag, parentId: null }, nameId);
  }
}

function standsBelowItself(tag: Tag, all: ReadonlyMap<string, Tag>): boolean {
  const met = new Set<string>();
  for (let above = parentOf(tag, all); above && !met.has(above.id); above = parentOf(above, all)) {
    if (above.id === tag.id) return true;
    met.add(above.id);
  }
  return false;
}

function parentOf({ parentId }: Tag, all: ReadonlyMap<string, Tag>): Tag | undefined {
  return parentId === null ? undefined : all.get(parentId);
}

/** A key belongs to one tag: of two that have the same the one with the larger id loses it. */
export function oneKeyEach(tags: Things<Tag>, nameId: NameId): void {
  const taken = new Set<string>();
  for (const tag of inOrder(tags)) {
    if (tag.key === null) continue;
    if (taken.has(tag.key)) settleByRule(tags, 'tag', tag, { ...tag, key: null }, nameId);
    taken.add(tag.key);
  }
}

function inOrder({ values }: Things<Tag>): Tag[] {
  return [...values.values()].toSorted((a, b) => compareWords(a.id, b.id));
}
