import type { Tag } from '../../domain/tag/tag.ts';
import { quoted } from './labels.ts';

/** What was tagged: how many annotations were made or changed, in how many cables. */
export interface Tagged {
  readonly annotations: number;
  readonly cables: number;
}

/** What tagging places is called: `tag “Castro” with Persons at 14 places in 3 cables`. */
export function taggingPlaces(
  words: readonly string[],
  tags: readonly Tag[],
  { annotations, cables }: Tagged,
): string {
  const names = tags.map(({ name }) => name).join(', ');
  const places = `${annotations} ${annotations === 1 ? 'place' : 'places'}`;
  const where = cables > 1 ? `${places} in ${cables} cables` : places;
  const [first = '', another] = words;
  return another === undefined
    ? `tag ${quoted(first)} with ${names} at ${where}`
    : `tag ${where} with ${names}`;
}
