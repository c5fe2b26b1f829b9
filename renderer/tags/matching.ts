import { type ListedTag, sought } from './vocabulary.ts';

/**
 * The tags whose names hold what was typed, those that begin with it first, and after these the tags
 * with it somewhere in their paths.
 */
export function matchingTags(listed: readonly ListedTag[], typed: string): readonly ListedTag[] {
  const words = sought(typed);
  if (words === '') return listed;
  const begins: ListedTag[] = [];
  const holds: ListedTag[] = [];
  const below: ListedTag[] = [];
  for (const each of listed) {
    const at = each.soughtName.indexOf(words);
    if (at === 0) begins.push(each);
    else if (at > 0) holds.push(each);
    else if (each.soughtPath.includes(words)) below.push(each);
  }
  return [...begins, ...holds, ...below];
}
