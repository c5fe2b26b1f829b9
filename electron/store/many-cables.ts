import { v7 as newId } from 'uuid';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { CableChoice } from '../../domain/library/choice.ts';
import type { Vouch } from '../../domain/review/review.ts';
import { planForAll, type Watching } from './batch.ts';
import {
  discarding,
  restoring,
  reviewingCables,
  type Several,
  taggingCables,
} from './cables-labels.ts';
import { chosenCables } from './chosen-cables.ts';
import type { Library } from './library.ts';

/**
 * Says how far many cables have come, as one action; tells how many have changed. Where the same person
 * has said the same, nothing is done; stopped, it leaves nothing changed.
 */
export async function reviewCables(
  library: Library,
  { choice, state }: CheckedInput<'cables.review'>,
  author: string,
  watching: Watching,
): Promise<number> {
  const { cables } = library;
  const chosen = chosenCables(library, choice);
  const wanted = new Set(chosen);
  const saysSo = (vouch: Vouch | null) =>
    state === null ? vouch === null : vouch?.state === state && vouch.author === author;
  const done = await planForAll(library, watching, {
    cables: chosen,
    quick: true,
    plan: (id) => (wanted.has(id) && !saysSo(cables.vouchOf(id)) ? id : null),
    finish: async (cableIds: readonly string[]) => {
      if (cableIds.length === 0) return 0;
      const vouch = state && { state, author, time: new Date().toISOString() };
      const label = reviewingCables(several(library, cableIds), state);
      const operations: Operation[] = [
        { type: 'reviews.put', said: [{ vouch, cableIds: [...cableIds] }] },
      ];
      return carriedOut(library, { label, cableIds, operations }, author, watching);
    },
  });
  return done ?? 0;
}

/** What tagging means for one cable: the annotation that gets the tags; null where one is to be made. */
interface Tagging {
  readonly cableId: string;
  readonly own: string | null;
}

/**
 * Tags many cables as a whole, as one action; tells how many have changed. An annotation of the reader
 * on the whole cable that says nothing else gets the tags; where there is none, one is made. Stopped, it
 * leaves nothing changed.
 */
export async function tagCables(
  library: Library,
  { choice, tagIds }: CheckedInput<'cables.tag'>,
  author: string,
  watching: Watching,
): Promise<number> {
  const { annotations, tags } = library;
  const put = [...new Set(tagIds)];
  put.forEach(tags.get);
  const chosen = chosenCables(library, choice);
  const wanted = new Set(chosen);
  const bareOn = bareAnnotations(library, author);
  const plan = (cableId: string): Tagging | null => {
    if (!wanted.has(cableId)) return null;
    const own = bareOn(cableId);
    const has = own === null ? [] : (annotations.tagsOf(own)?.tagIds ?? []);
    return put.every((id) => has.includes(id)) ? null : { cableId, own };
  };
  const done = await planForAll(library, watching, {
    cables: chosen,
    quick: true,
    plan,
    finish: async (plans: readonly Tagging[]) => {
      const cableIds = plans.map(({ cableId }) => cableId);
      if (cableIds.length === 0) return 0;
      // A tag may have been deleted meanwhile; nobody has a turn now.
      const label = taggingCables(several(library, cableIds), put.map(tags.get));
      const operations = taggingOperations(library, plans, put, author);
      return carriedOut(library, { label, cableIds, operations }, author, watching);
    },
  });
  return done ?? 0;
}

/** Tells the first annotation of a person on a whole cable that says nothing but its tags; null where there is none. */
function bareAnnotations({ db }: Library, creator: string): (cableId: string) => string | null {
  const find = db
    .prepare<[string, string], string>(
      `SELECT id FROM annotation
        WHERE cable_id = ? AND creator = ? AND note = '' AND verdict IS NULL
          AND NOT EXISTS (SELECT 1 FROM annotation_target WHERE annotation_id = annotation.id)
        ORDER BY id LIMIT 1`,
    )
    .pluck();
  return (cableId) => find.get(cableId, creator) ?? null;
}

function taggingOperations(
  { annotations }: Library,
  plans: readonly Tagging[],
  tagIds: readonly string[],
  creator: string,
): Operation[] {
  const time = new Date().toISOString();
  const at = plans.flatMap(({ cableId, own }): [string, string][] =>
    own === null ? [[newId(), cableId]] : [],
  );
  const tagged = plans.flatMap(({ own }) => {
    const before = own === null ? null : annotations.tagsOf(own);
    if (!before) return [];
    return { id: before.id, tagIds: [...new Set([...before.tagIds, ...tagIds])], modified: time };
  });
  const made = {
    ...{ targets: [], tagIds: [...tagIds], note: '', creator, verdict: null },
    ...{ created: time, modified: time },
  };
  return [
    ...(at.length > 0
      ? [{ type: 'annotations.put' as const, alike: [{ annotation: made, at }] }]
      : []),
    ...(tagged.length > 0 ? [{ type: 'annotations.tag' as const, tagged }] : []),
  ];
}

/** Carries out what is done with some cables, with turns for others; tells how many, null where it was stopped. */
async function carriedOut(
  { journal }: Library,
  { label, cableIds, operations }: OnCables,
  author: string,
  by: Watching | null,
): Promise<number | null> {
  const action = { label, cableId: only(cableIds), operations, total: cableIds.length };
  return (await journal.carry(action, author, by)) ? cableIds.length : null;
}

interface OnCables {
  readonly label: string;
  readonly cableIds: readonly string[];
  readonly operations: readonly Operation[];
}

/** Deletes cables, as one action; tells how many. They are kept. */
export async function discardCables(
  library: Library,
  choice: CableChoice,
  author: string,
  by: Watching | null = null,
): Promise<number> {
  const ids = chosenCables(library, choice);
  if (ids.length === 0) return 0;
  const label = discarding(several(library, ids));
  const discarded = [{ ids, author, time: new Date().toISOString() }];
  const operations: Operation[] = [{ type: 'cables.discard', discarded }];
  return (await carriedOut(library, { label, cableIds: ids, operations }, author, by)) ?? 0;
}

/** Brings deleted cables back at once, as one action; tells how many. */
export function restoreCables(library: Library, wanted: readonly string[], author: string): number {
  const { cableIds, ...action } = restoringOf(library, wanted);
  if (cableIds.length > 0) library.journal.act({ ...action, cableId: only(cableIds) }, author);
  return cableIds.length;
}

/** Brings deleted cables back, as one action; tells how many. */
export async function restoreManyCables(
  library: Library,
  wanted: readonly string[],
  author: string,
  by: Watching | null,
): Promise<number> {
  const restored = restoringOf(library, wanted);
  if (restored.cableIds.length === 0) return 0;
  return (await carriedOut(library, restored, author, by)) ?? 0;
}

function restoringOf(library: Library, wanted: readonly string[]): OnCables {
  const ids = [...library.discarded.among(wanted)];
  const operations: Operation[] = [{ type: 'cables.restore', ids }];
  const label = ids.length === 0 ? '' : restoring(several(library, ids));
  return { label, cableIds: ids, operations };
}

/** A stretch of the deleted cables, those deleted last first. */
export function listDiscarded(
  { discarded }: Library,
  { offset, limit }: CheckedInput<'cables.discarded'>,
): RequestOutput<'cables.discarded'> {
  return { total: discarded.count(), cables: discarded.list(offset, limit) };
}

/** The only one of some cables; null where there are several. */
function only(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function several({ cables }: Library, ids: readonly string[]): Several {
  const one = only(ids);
  return { count: ids.length, title: one === null ? '' : cables.title(one) };
}
