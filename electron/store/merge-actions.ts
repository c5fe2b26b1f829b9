import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { lineOf, namesakeOf, tagsById } from '../../domain/tag/tree.ts';
import { namesIn } from './annotation-search.ts';
import type { Watching } from './batch.ts';
import type { Library } from './library.ts';
import { followedBy, refuseStopped, retagging, slicesWith } from './long-actions.ts';
import { newTag, whereIs } from './tag-actions.ts';
import { inTurns, type Steps } from './search/turns.ts';
import { merging, splitting } from './tag-labels.ts';

/** A stretch of the annotations that have a tag. */
export function listTagUses(
  library: Library,
  { id, offset, limit }: CheckedInput<'tag.uses'>,
): RequestOutput<'tag.uses'> {
  library.tags.get(id);
  const names = namesIn(library);
  const uses = library.annotations
    .idsWithTag(id, offset, limit)
    .flatMap((each) => library.summaries.find(each, names) ?? []);
  return { total: library.annotations.countKeptWithTag(id), uses };
}

/** What merging tags would do; fails where it cannot be done, as merging would. Others have turns meanwhile. */
export async function previewMerge(
  library: Library,
  input: CheckedInput<'tag.merge'>,
): Promise<RequestOutput<'tag.previewMerge'>> {
  const { gone, into, moved } = planOf(library, input);
  const ids = new Set([into.id, ...gone.map(({ id }) => id)]);
  const sum = await inTurns(counted(library, gone, ids));
  return { ...sum, moved: [...moved] };
}

/** How many annotations have any of the tags that go, and how many of them more than one of `ids`. */
function* counted(
  library: Library,
  gone: readonly Tag[],
  ids: ReadonlySet<string>,
): Steps<{ annotations: number; both: number }> {
  const sum = { annotations: 0, both: 0 };
  for (const [at, { id: tagId }] of gone.entries()) {
    const before = new Set(gone.slice(0, at).map(({ id }) => id));
    for (const slice of slicesWith(library.annotations, tagId)) {
      const met = slice.filter(({ tagIds }) => !tagIds.some((id) => before.has(id)));
      const both = met.filter(({ tagIds }) => tagIds.filter((id) => ids.has(id)).length > 1);
      sum.annotations += countKept(library, met);
      sum.both += countKept(library, both);
      yield;
    }
  }
  return sum;
}

/**
 * Merges tags into one, as one action. An annotation gets that one in the place of the first it has of
 * them; the tags below those that go move below the one that stays. If this one stands below one that
 * goes, it takes its place. Two tags of one name that would come to stand beside each other may mean
 * different things, so then nothing is done: whoever merges has to say first what becomes of them.
 */
export async function mergeTags(
  library: Library,
  input: CheckedInput<'tag.merge'>,
  author: string,
  by: Watching | null = null,
): Promise<RequestOutput<'tag.merge'>> {
  const { gone, into, placed, moved } = planOf(library, input);
  const ids = new Set(gone.map(({ id }) => id));
  const merged = (tagIds: readonly string[]) => [
    ...new Set(tagIds.map((each) => (ids.has(each) ? into.id : each))),
  ];
  let annotations = 0;
  function* counting(operations: Iterable<Operation>): Generator<Operation> {
    for (const operation of operations) {
      if (operation.type === 'annotations.tag') annotations += countKept(library, operation.tagged);
      yield operation;
    }
  }
  const put = placed === into ? moved : [placed, ...moved];
  const operations = followedBy(counting(retagging(library, [...ids], merged)), [
    ...put.map((tag): Operation => ({ type: 'tag.put', tag })),
    ...gone.map(({ id }): Operation => ({ type: 'tag.remove', id })),
  ]);
  const label = merging(gone, into);
  const total = countUses(library, [...ids]);
  const done = await library.journal.carry({ label, cableId: null, operations, total }, author, by);
  refuseStopped(done, 'Merging the tags');
  return { annotations };
}

/** How often some tags are used together. */
export function countUses({ annotations }: Library, tagIds: readonly string[]): number {
  return tagIds.reduce((sum, id) => sum + annotations.countWithTag(id), 0);
}

/** How many annotations are not of deleted cables, of which nobody is told. */
function countKept({ annotations }: Library, all: readonly { readonly id: string }[]): number {
  return annotations.countKept(all.map(({ id }) => id));
}

/**
 * Splits a tag, as one action: the annotations chosen get a new tag in its place, with the same rank
 * among their tags. One that no longer has the tag is passed over.
 */
export async function splitTag(
  library: Library,
  { id, annotationIds, ...draft }: CheckedInput<'tag.split'>,
  author: string,
  by: Watching | null = null,
): Promise<Tag> {
  const old = library.tags.get(id);
  const made = newTag(library, draft);
  const modified = new Date().toISOString();
  const tagged = [...new Set(annotationIds)].toSorted().flatMap((annotationId) => {
    const before = library.annotations.tagsOf(annotationId);
    if (!before?.tagIds.includes(id)) return [];
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
  const action = { label: splitting(old, made), cableId: null, operations, total: tagged.length };
  refuseStopped(await library.journal.carry(action, author, by), `Splitting the tag “${old.name}”`);
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
