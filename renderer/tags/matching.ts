import type { Tag } from '../../domain/tag/tag.ts';

/** The tags whose names hold what was typed, those that begin with it first. */
export function matchingTags(tags: readonly Tag[], typed: string): Tag[] {
  const fold = (name: string) => name.normalize('NFKC').toLocaleLowerCase('en');
  const sought = fold(typed);
  const found = tags.filter(({ name }) => fold(name).includes(sought));
  const begins = found.filter(({ name }) => fold(name).startsWith(sought));
  return [...begins, ...found.filter((tag) => !begins.includes(tag))];
}
