import { z } from 'zod';

/**
 * The colours of tags, after Okabe and Ito's palette for every kind of colour vision. Each goes with
 * a line pattern of its own in the window, so that no tag is told by colour alone.
 */
export const TagColour = z.enum([
  'orange',
  'sky',
  'green',
  'yellow',
  'blue',
  'vermilion',
  'purple',
  'grey',
]);
export type TagColour = z.infer<typeof TagColour>;

/** A tag's name as it may be stored: trimmed, with inner white space folded, 1 to 80 characters. */
export const TagName = z
  .string()
  .transform((name) => name.trim().replace(/\s+/gu, ' '))
  .pipe(z.string().min(1).max(80));

/** The key that puts a tag on the selection, together with Alt: a letter or a digit. */
export const TagKey = z.string().regex(/^[a-z0-9]$/u);

/**
 * A tag of the library's vocabulary. `parentId` is the tag above it, null at the top. `iri` names it
 * outside the library, where it came from a vocabulary that does (SKOS).
 */
export const Tag = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(80),
  colour: TagColour,
  description: z.string(),
  parentId: z.uuid().nullable(),
  // Journals from before tags had these do not say them.
  key: TagKey.nullable().default(null),
  iri: z.string().min(1).max(2000).nullable().default(null),
});
export type Tag = z.infer<typeof Tag>;

/** The colour a new tag gets: the one that is used least so far, the first of those in the palette's order. */
export function nextColour(used: readonly TagColour[]): TagColour {
  const counts = new Map(TagColour.options.map((colour) => [colour, 0]));
  for (const colour of used) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, a], [, b]) => a - b);
  return first ? first[0] : 'orange';
}

/** A tag name without what a reader does not tell names apart by: the case and width of letters. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('en');
}

/** Two tag names are the same for a reader if they differ in case and width of letters only. */
export function sameName(a: string, b: string): boolean {
  return foldedName(a) === foldedName(b);
}
