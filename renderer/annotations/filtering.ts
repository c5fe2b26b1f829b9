import { create } from 'zustand';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type AnnotationFilter, showsAll } from '../../domain/annotation/filter.ts';
import { lineOf } from '../../domain/tag/tree.ts';
import { useDesk } from '../desk/desk.ts';
import { longDate } from '../metadata/dates.ts';
import type { Vocabulary } from '../workbench/highlights.ts';

/** Whether the filter lies open, and how often the reader has asked to write in it. */
export const useFiltering = create<{ readonly open: boolean; readonly asked: number }>(() => ({
  open: false,
  asked: 0,
}));

/** Opens the filter of the annotations, its field for words taking the keys. */
export function openFilter() {
  useDesk.setState({ inspector: 'annotations' });
  useFiltering.setState(({ asked }) => ({ open: true, asked: asked + 1 }));
}

/** Puts the filter's fields away; what it leaves out stays out. */
export function closeFilter() {
  useFiltering.setState({ open: false });
}

/** Filters by something more, or by something else. */
export function refine(changed: Partial<AnnotationFilter>) {
  useDesk.setState(({ filter }) => ({ filter: { ...filter, ...changed } }));
}

/** Leaves nothing out any more but what was rejected. */
export function showAll() {
  useDesk.setState({ filter: showsAll });
}

/** One thing that a filter says, in the reader's words, and the filter without it. */
export interface Chip {
  readonly key: string;
  readonly words: string;
  /** The tag it is about, if any. */
  readonly tagId: string | null;
  readonly without: Partial<AnnotationFilter>;
}

/** What a filter says, one by one. */
export function chipsOf(filter: AnnotationFilter, vocabulary: Vocabulary): Chip[] {
  const { tagIds, untagged, creators, side, since, until, words, rejected } = filter;
  const rest = (all: readonly string[], one: string) => all.filter((other) => other !== one);
  const chips: Chip[] = tagIds.map((id) => ({
    ...{ key: id, words: vocabulary.get(id)?.name ?? 'a deleted tag', tagId: id },
    without: { tagIds: rest(tagIds, id) },
  }));
  const add = (key: string, said: string, without: Partial<AnnotationFilter>) =>
    chips.push({ key, words: said, tagId: null, without });
  if (untagged) add('untagged', 'without a tag', { untagged: false });
  for (const creator of creators)
    add(`by ${creator}`, `by ${creatorName(creator)}`, { creators: rest(creators, creator) });
  if (side) add('side', `on the ${side}`, { side: null });
  if (since) add('since', `since ${longDate(since)}`, { since: null });
  if (until) add('until', `until ${longDate(until)}`, { until: null });
  if (words.trim()) add('words', `“${words.trim()}”`, { words: '' });
  if (rejected) add('rejected', 'with rejected ones', { rejected: false });
  return chips;
}

/** What somebody who has annotated is called. */
export function creatorName(creator: string): string {
  return creator === '' ? 'somebody without a name' : creator;
}

/** How many of some annotations each creator has made, in alphabetical order. */
export function byCreator(annotations: readonly Annotation[]): [creator: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { creator } of annotations) counts.set(creator, (counts.get(creator) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => a.localeCompare(b, 'en'));
}

/** How many of some annotations bear each tag, or one below it. */
export function byTag(
  annotations: readonly Annotation[],
  vocabulary: Vocabulary,
): ReadonlyMap<string, number> {
  const lines = new Map(
    Array.from(vocabulary, ([id, tag]) => [id, lineOf(tag, vocabulary).map((above) => above.id)]),
  );
  const counts = new Map<string, number>();
  for (const { tagIds } of annotations)
    for (const id of new Set(tagIds.flatMap((tagId) => lines.get(tagId) ?? [])))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
