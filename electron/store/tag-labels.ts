import type { Tag } from '../../domain/tag/tag.ts';

/** What a change of a tag is called; `parent` is the tag above it afterwards. */
export function changingTag(before: Tag, after: Tag, parent: Tag | null): string {
  if (before.name !== after.name) return `rename the tag ${before.name} to ${after.name}`;
  if (before.parentId !== after.parentId)
    return `move the tag ${after.name} ${parent ? `below ${parent.name}` : 'to the top'}`;
  if (before.colour !== after.colour) return `give the tag ${after.name} another colour`;
  if (before.key === after.key) return `describe the tag ${after.name}`;
  return after.key === null
    ? `take the key off the tag ${after.name}`
    : `give the tag ${after.name} the key ${after.key.toUpperCase()}`;
}

/** What merging tags into another is called. */
export function merging(merged: readonly Tag[], into: Tag): string {
  const [only] = merged;
  const what = only && merged.length === 1 ? `the tag ${only.name}` : `${merged.length} tags`;
  return `merge ${what} into ${into.name}`;
}

/** What splitting a tag is called. */
export function splitting(old: Tag, made: Tag): string {
  return `split the tag ${made.name} off ${old.name}`;
}
