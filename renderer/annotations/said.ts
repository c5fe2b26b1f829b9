import type { Annotation } from '../../domain/annotation/annotation.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import type { RequestOutput } from '../../domain/contract.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { queryClient } from '../desk/queries.ts';

/** How much of the words of an annotation is said, in UTF-16 code units. */
const LONGEST = 60;

/** Words as they are said: on one line, in curly quotes, shortened. */
export function inQuotes(words: string): string {
  return `“${shortened(words.trim().replace(/\s+/gu, ' '), LONGEST)}”`;
}

/** What an annotation is on, as it is said. */
export function saidOf({ targets }: Annotation): string {
  if (targets.length === 0) return 'the whole cable';
  return inQuotes(targets.map(({ quote }) => quote.exact).join(' … '));
}

/** The names of tags, as they are said. */
export function namesOf(tagIds: readonly string[]): string {
  const all = queryClient.getQueryData<RequestOutput<'tag.list'>>(['tags']) ?? [];
  const names = new Map(all.map(({ tag }) => [tag.id, tag.name]));
  return tagIds.flatMap((id) => names.get(id) ?? []).join(', ');
}

/** Lets the window know of a tag before the vocabulary is read again. */
export function learnTag(tag: Tag): Tag {
  queryClient.setQueryData<RequestOutput<'tag.list'>>(['tags'], (all) =>
    all?.some((each) => each.tag.id === tag.id) ? all : [...(all ?? []), { tag, uses: 0 }],
  );
  return tag;
}
