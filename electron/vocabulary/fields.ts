import { TagColour, TagKey, TagName } from '../../domain/tag/tag.ts';
import { named, type WarningBook } from './warnings.ts';

/** How long a description may be, in UTF-16 code units. */
const LONGEST_DESCRIPTION = 10_000;

/** A name as a tag may have it: on one line, cut where it is too long; null where there are no words. */
export function nameIn(words: string, warnings: WarningBook): string | null {
  const { success, data } = TagName.safeParse(words);
  if (success) return data;
  const folded = words.trim().replace(/\s+/gu, ' ');
  if (folded === '') return null;
  const short = `${cut(folded, 79).trim()}…`;
  warnings.note(tooLongNames, short);
  return short;
}

function tooLongNames(names: readonly string[]): string {
  return `Names of more than 80 characters were cut: ${named(names)}.`;
}

/** A description as a concept may have it; null where there are no words. */
export function descriptionIn(words: string, name: string, warnings: WarningBook): string | null {
  if (words.trim() === '') return null;
  if (words.length <= LONGEST_DESCRIPTION) return words;
  warnings.note(tooLongDescriptions, name);
  return `${cut(words, LONGEST_DESCRIPTION - 1)}…`;
}

function tooLongDescriptions(names: readonly string[]): string {
  return `Descriptions of more than 10,000 characters were cut: those of ${named(names)}.`;
}

/** A colour of the palette; null for others, which tags cannot have. */
export function colourIn(words: string | undefined): TagColour | null {
  return TagColour.safeParse(words?.trim().toLowerCase()).data ?? null;
}

/** A key; null where it is none. */
export function keyIn(words: string | undefined): TagKey | null {
  return TagKey.safeParse(words?.trim().toLowerCase()).data ?? null;
}

type TagKey = ReturnType<typeof TagKey.parse>;

/** The beginning of words, with no character cut in two. */
function cut(words: string, length: number): string {
  return words.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '');
}
