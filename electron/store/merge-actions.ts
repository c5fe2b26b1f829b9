import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { lineOf, namesakeOf, tagsById } from '../../domain/tag/tree.ts';
import { namesIn } from './annotation-search.ts';
import type { Library } from './library.ts';
import { newTag, whereIs } from './tag-actions.ts';
import { merging, splitting } from './tag-labels.ts';

/** A stretch of the annotations that have a tag. */
export function listTagUses(
  library: Library,
  { id, offset, limit }: CheckedInput<'tag.uses'>,
): RequestOutput<'tag.uses'> {
  library.tags.get(id);
  const ids = library.annotations.idsWithTag(id);
  const names = namesIn(library);
  const uses = ids
    .slice(offset, offset + limit)
    .flatMap((each) => library.summaries.find(each, names) ?? []);
  return { total: ids.length, uses };
}

/** What merging tags would do; fails where it cannot be done, as merging would. */
export function previewMerge(
  library: Library,
  input: CheckedInput<'tag.merge'>,
): RequestOutput<'tag.previewMerge'> {
  const { gone, into, moved } = planOf(library, input);
  const ids = new Set([into.id, ...gone.map(({ id }) => id)]);
  const tagged = usesOf(library, gone);
  const both = tagged.filter(({ tagIds }) => tagIds.filter((id) => ids.has(id)).length > 1);
  return {
    annotations: countKept(library, tagged),
    both: countKept(library, both),
    moved: [...moved],
  };
}

/**
 * Merges tags into one, as one action. An annotation gets that one in the place of the first it has of
 * them; the tags below those that go move below the one that stays. If this one stands below one that
 * goes, it takes its place. Two tags of one name that would come to stand beside each other may mean
 * different things, so then nothing is done: whoever merges has to say first what becomes of them.
 */
export function mergeTags(
  library: Library,
  input: CheckedInput<'tag.merge'>,
  author: string,
): RequestOutput<'tag.merge'> {
  const { gone, into, placed, moved } = planOf(library, input);
  const ids = new Set(gone.map(({ id }) => id));
  const modified = new Date().toISOString();
  const tagged = usesOf(library, gone).map(({ id, tagIds }) => {
    const merged = tagIds.map((each) => (ids.has(each) ? into.id : each));
    return { id, tagIds: [...new Set(merged)], modified };
  });
  const put = placed === into ? moved : [placed, ...moved];
  const operations: Operation[] = [
    { type: 'annotations.tag', tagged },
    ...put.map((tag): Operation => ({ type: 'tag.put', tag })),
    ...gone.map(({ id }): Operation => ({ type: 'tag.remove', id })),
  ];
  library.journal.act({ label: merging(gone, into), cableId: null, operations }, author);
  return { annotations: countKept(library, tagged) };
}

/** How many annotations are not of deleted cables, of which nobody is told. */
function countKept({ annotations }: Library, all: readonly { readonly id: string }[]): number {
  return annotations.countKept(all.map(({ id }) => id));
}

/**
 * Splits a tag, as one action: the annotations chosen get a new tag in its place, with the same rank
 * among their tags. One that no longer has the tag is passed over.
 */
export function splitTag(
  library: Library,
  { id, annotationIds, ...draft }: CheckedInput<'tag.split'>,
  author: string,
): Tag {
  const old = library.tags.get(id);
  const made = newTag(library, draft);
  const modified = new Date().toISOString();
  const chosen = new Set(annotationIds);
  const tagged = library.annotations
    .taggedWith(id)
    .filter((before) => chosen.has(before.id))
    .map((before) => {
      const tagIds = before.tagIds.map((tagId) => (tagId === id ? made.id : tagId));
      return { id: before.id, tagIds, modified };
    });
  if (tagged.length === 0)
    fail(
      'not-found',
      `None of the annotations chosen has the tag “${old.name}” any more. Choose others.`,
    );
  const operations: Operation[] = [
    { type: 'tag.put', tag: made },
    { type: 'annotations.tag', tagged },
  ];
  library.journal.act({ label: splitting(old, made), cableId: null, operations }, author);
  return made;
}

/** What merging would do to the vocabulary. */
interface Plan {
  /** The tags that go, each once, those further down first: a tag cannot go before those below it. */
  readonly gone: readonly Tag[];
  /** The one that stays, as it is, and where it will stand. */
  readonly into: Tag;
  readonly placed: Tag;
  /** The tags that move below it, as they will be. */
  readonly moved: readonly Tag[];
}

function planOf({ tags }: Library, { ids, into: intoId }: CheckedInput<'tag.merge'>): Plan {
  const into = tags.get(intoId);
  const all = tags.list();
  const there = tagsById(all);
  const gone = [...new Set(ids)]
    .filter((id) => id !== intoId)
    .map(tags.get)
    .toSorted((a, b) => lineOf(b, there).length - lineOf(a, there).length);
  if (gone.length === 0)
    fail('bad-input', `“${into.name}” is that tag itself. Choose another one to merge.`);
  const going = new Set(gone.map(({ id }) => id));
  const placed = placedAs(into, going, there);
  const moved = all
    .filter(({ id, parentId }) => id !== intoId && parentId !== null && going.has(parentId))
    .filter(({ id }) => !going.has(id))
    .map((tag) => ({ ...tag, parentId: intoId }));
  const changed = tagsById(placed === into ? moved : [placed, ...moved]);
  const after = all.filter(({ id }) => !going.has(id)).map((tag) => changed.get(tag.id) ?? tag);
  for (const tag of changed.values()) refuseNamesake(tag, after);
  return { gone, into, placed, moved };
}

/** The tag that stays, where it will stand: below one that goes it takes the place of the topmost such. */
function placedAs(into: Tag, going: ReadonlySet<string>, all: ReadonlyMap<string, Tag>): Tag {
  const topmost = lineOf(into, all).find(({ id }) => going.has(id));
  return topmost ? { ...into, parentId: topmost.parentId } : into;
}

function refuseNamesake(tag: Tag, after: readonly Tag[]): void {
  if (namesakeOf(tag, after))
    fail(
      'tag-exists',
      `Two tags “${tag.name}” would then stand ${whereIs(tag, after)}. Merge these two or rename one of them first. Nothing was merged.`,
    );
}

/** The tags of all annotations that have one of some tags, each once, in the order of making. */
function usesOf({ annotations }: Library, tags: readonly Tag[]) {
  const all = tags.flatMap(({ id }) => annotations.taggedWith(id));
  return [...new Map(all.map((each) => [each.id, each])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}
