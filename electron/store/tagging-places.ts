import { v7 as newId } from 'uuid';
import { type Annotation, quoteOf, type Side } from '../../domain/annotation/annotation.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Watching } from './batch.ts';
import type { Library } from './library.ts';
import { type Tagged, taggingPlaces } from './occurrence-labels.ts';
import type { Standing } from './standing.ts';

/** Tags to be put on places, by whom and when (UTC ISO 8601). */
export interface TagWish {
  readonly tagIds: readonly string[];
  readonly author: string;
  readonly time: string;
}

/** What tagging means for one cable: annotations to be made, and those there that get the tags. */
export interface TagPlan {
  readonly cableId: string;
  readonly made: readonly Annotation[];
  readonly retagged: readonly string[];
}

/** Places of one side of a cable that are to be tagged, and what stands on them. */
interface Places {
  readonly cableId: string;
  readonly version: number;
  readonly side: Side;
  readonly text: string;
  readonly spots: readonly Range[];
  readonly standing: Standing;
}

/**
 * What tagging places means: where an annotation of the same creator stands on the very words, it gets
 * the tags; elsewhere one is made. Null where nothing is to be done.
 */
export function planTags(places: Places, wish: TagWish): TagPlan | null {
  const made: Annotation[] = [];
  const retagged: string[] = [];
  for (const spot of places.spots) {
    const own = ownAt(places.standing, spot, wish);
    if (!own) made.push(annotationOn(places, spot, wish));
    else if (!isTagged([own], wish.tagIds)) retagged.push(own.id);
  }
  const { cableId } = places;
  return made.length + retagged.length > 0 ? { cableId, made, retagged } : null;
}

/** Whether any of some annotations has all of these tags. */
export function isTagged(annotations: readonly Annotation[], wanted: readonly string[]): boolean {
  return annotations.some(({ tagIds }) => wanted.every((id) => tagIds.includes(id)));
}

/** The annotation of the same creator on the very words; one that has the tags already comes first. */
function ownAt(standing: Standing, spot: Range, { author, tagIds }: TagWish): Annotation | null {
  const own = standing(spot).filter(({ creator }) => creator === author);
  return own.find((one) => isTagged([one], tagIds)) ?? own[0] ?? null;
}

function annotationOn(
  { text, cableId, version, side }: Places,
  { from, to }: Range,
  { tagIds, author, time }: TagWish,
): Annotation {
  const quote = quoteOf(text, from, to);
  const stands = side === 'original' ? 0 : version;
  return {
    id: newId(),
    cableId,
    targets: [{ side, from, to, version: stands, quote, lost: null }],
    tagIds: [...tagIds],
    note: '',
    creator: author,
    created: time,
    modified: time,
    verdict: null,
  };
}

/** Tags to be put on places, and the words that were looked for. */
interface NamedWish extends TagWish {
  readonly words: readonly string[];
}

/** Carries plans out as one action, with turns for others; tells what was tagged, null where it was stopped. */
export async function carryOutTags(
  library: Library,
  plans: readonly TagPlan[],
  wish: NamedWish,
  watching: Watching,
): Promise<Tagged | null> {
  // A tag may have been deleted meanwhile, and others may have been put on; nobody has a turn now.
  const tags = wish.tagIds.map(library.tags.get);
  const operations = plans.flatMap((plan) => operationsOf(library, plan, wish));
  const annotations = plans.reduce(
    (sum, { made, retagged }) => sum + made.length + retagged.length,
    0,
  );
  const tagged = { annotations, cables: plans.length };
  const [first, another] = plans;
  if (!first) return tagged;
  const label = taggingPlaces(wish.words, tags, tagged);
  const action = {
    ...{ label, cableId: another ? null : first.cableId },
    ...{ operations, total: annotations },
  };
  return (await library.journal.actInTurns(action, wish.author, watching)) ? tagged : null;
}

function operationsOf(
  { annotations }: Library,
  { made, retagged }: TagPlan,
  { tagIds, time }: TagWish,
): Operation[] {
  const puts = made.map((annotation): Operation => ({ type: 'annotation.put', annotation }));
  if (retagged.length === 0) return puts;
  const tagged = retagged.flatMap((id) => {
    const now = annotations.tagsOf(id);
    return now ? { id, tagIds: [...new Set([...now.tagIds, ...tagIds])], modified: time } : [];
  });
  return [...puts, { type: 'annotations.tag', tagged }];
}
