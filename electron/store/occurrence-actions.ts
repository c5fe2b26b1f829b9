import { setImmediate } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { around } from '../../domain/alike/context.ts';
import { type Annotation, quoteOf } from '../../domain/annotation/annotation.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { type OccurrenceFinder, occurrenceFinder } from '../../domain/occurrence/find.ts';
import type { OccurrenceKey, OccurrencePlace } from '../../domain/occurrence/occurrence.ts';
import { variantsOf } from '../../domain/occurrence/variants.ts';
import type { Range } from '../../domain/text/range.ts';
import { throttled } from '../import/throttled.ts';
import { planForAll, type Watching } from './batch.ts';
import type { PlacesTagged } from './face.ts';
import type { Library } from './library.ts';
import { taggingPlaces } from './occurrence-labels.ts';
import { choiceOf } from './place-keys.ts';
import { standingIn, type Standing } from './standing.ts';

/** How many places come back from a search; all are counted. */
const MOST = 5_000;

/** How many changed annotations the window is told one by one; of more it reads all anew. */
const FEW = 1_000;

/** The places where words stand, and variants of the words; null where the search was stopped. */
export async function findOccurrences(
  library: Library,
  { search, cableId }: CheckedInput<'occurrence.find'>,
  { progress, signal }: Watching,
): Promise<RequestOutput<'occurrence.find'>> {
  const { cables } = library;
  const { apart } = occurrenceFinder(search);
  const variants = variantsOf(search);
  const ids = cableId === null ? cables.ids() : [cableId];
  const tell = throttled(progress);
  const places: OccurrencePlace[] = [];
  let total = 0;
  let within = 0;
  for (const [done, id] of ids.entries()) {
    if (signal.aborted) return null;
    if (ids.length > 1) tell({ done, total: ids.length, current: cables.title(id) });
    const text = cables.textOf(id, 'transcription');
    variants.read(text);
    const spots = apart(text);
    total += spots.length;
    if (spots.length > 0) within += 1;
    places.push(...placesIn(library, id, text, spots.slice(0, MOST - places.length)));
    await setImmediate();
  }
  return signal.aborted ? null : { total, cables: within, places, variants: variants.list() };
}

function placesIn(
  library: Library,
  cableId: string,
  text: string,
  spots: readonly Range[],
): OccurrencePlace[] {
  if (spots.length === 0) return [];
  const { cables } = library;
  const standing = standingIn(library, cableId);
  const of = { cableId, title: cables.title(cableId), version: cables.version(cableId) };
  return spots.map((spot) => ({
    ...of,
    ...spot,
    ...around(text, spot),
    found: text.slice(spot.from, spot.to),
    tagIds: [...new Set(standing(spot).flatMap(({ tagIds }) => tagIds))],
  }));
}

/** What tagging means for one cable: annotations to be made, and those there that get the tags. */
interface Plan {
  readonly cableId: string;
  readonly made: readonly Annotation[];
  readonly retagged: readonly string[];
}

/**
 * Tags places as one action; stopped, it leaves nothing changed. The places are searched anew; those of
 * a text that has become another since are left. Unless the very places are named, those that have the
 * tags already, from whomever, are left as well.
 */
export async function tagOccurrences(
  library: Library,
  { search, cableId, only, except, tagIds }: CheckedInput<'occurrence.tag'>,
  author: string,
  watching: Watching,
): Promise<PlacesTagged> {
  const wanted = {
    choice: choiceOf({ only, except }),
    find: occurrenceFinder(search),
    tagIds: [...new Set(tagIds)],
    author,
    time: new Date().toISOString(),
  };
  wanted.tagIds.forEach(library.tags.get);
  const all = cableId === null ? library.cables.ids() : [cableId];
  const result = await planForAll(library, watching, {
    cables: wanted.choice.among(all),
    plan: (id) => planFor(library, id, wanted),
    finish: (plans: readonly Plan[]) => {
      // A tag may have been deleted meanwhile, and others may have been put on; nobody has a turn now.
      const tags = wanted.tagIds.map(library.tags.get);
      const operations = plans.flatMap((plan) => operationsOf(library, plan, wanted));
      const annotations = plans.reduce(
        (sum, { made, retagged }) => sum + made.length + retagged.length,
        0,
      );
      const tagged = { annotations, cables: plans.length };
      const [first, another] = plans;
      if (!first) return tagged;
      const shows = another ? null : first.cableId;
      const label = taggingPlaces(search, tags, tagged);
      library.journal.act({ label, cableId: shows, operations }, author);
      if (cableId === null || annotations > FEW) return tagged;
      return { ...tagged, changed: annotationsOf(library, first) };
    },
  });
  return result ?? { annotations: 0, cables: 0 };
}

interface Wanted {
  readonly choice: ReturnType<typeof choiceOf<OccurrenceKey>>;
  readonly find: OccurrenceFinder;
  readonly tagIds: readonly string[];
  readonly author: string;
  readonly time: string;
}

/** What tagging means for a cable; null where nothing is to be tagged in it. */
function planFor(library: Library, cableId: string, wanted: Wanted): Plan | null {
  const { cables } = library;
  const version = cables.version(cableId);
  const chosen = wanted.choice.inCable(cableId, version);
  if (!chosen) return null;
  const text = cables.textOf(cableId, 'transcription');
  const standing = standingIn(library, cableId);
  const leave = new Set(chosen.except.map(nameOf));
  const take = chosen.only && new Set(chosen.only.map(nameOf));
  const spots = take
    ? wanted.find.every(text).filter((spot) => take.has(nameOf(spot)))
    : wanted.find
        .apart(text)
        .filter((spot) => !leave.has(nameOf(spot)) && !isTagged(standing(spot), wanted.tagIds));
  const made: Annotation[] = [];
  const retagged: string[] = [];
  for (const spot of spots) {
    const own = ownAt(standing, spot, wanted);
    if (!own) made.push(annotationOn(text, { cableId, version }, spot, wanted));
    else if (!isTagged([own], wanted.tagIds)) retagged.push(own.id);
  }
  return made.length + retagged.length > 0 ? { cableId, made, retagged } : null;
}

/** The annotation of the same creator on the very words; one that has the tags already comes first. */
function ownAt(standing: Standing, spot: Range, { author, tagIds }: Wanted): Annotation | null {
  const own = standing(spot).filter(({ creator }) => creator === author);
  return own.find((one) => isTagged([one], tagIds)) ?? own[0] ?? null;
}

function isTagged(annotations: readonly Annotation[], wanted: readonly string[]): boolean {
  return annotations.some(({ tagIds }) => wanted.every((id) => tagIds.includes(id)));
}

function nameOf({ from, to }: Range): string {
  return `${from} ${to}`;
}

function annotationOn(
  text: string,
  { cableId, version }: { readonly cableId: string; readonly version: number },
  { from, to }: Range,
  { tagIds, author, time }: Wanted,
): Annotation {
  const quote = quoteOf(text, from, to);
  return {
    id: newId(),
    cableId,
    targets: [{ side: 'transcription', from, to, version, quote, lost: null }],
    tagIds: [...tagIds],
    note: '',
    creator: author,
    created: time,
    modified: time,
    verdict: null,
  };
}

/** The annotations that were made or changed, as they are now. */
function annotationsOf({ annotations }: Library, { cableId, made, retagged }: Plan): Annotation[] {
  return annotations.some(cableId, [...made.map(({ id }) => id), ...retagged]);
}

function operationsOf(
  { annotations }: Library,
  { made, retagged }: Plan,
  { tagIds, time }: Wanted,
): Operation[] {
  const puts = made.map((annotation): Operation => ({ type: 'annotation.put', annotation }));
  if (retagged.length === 0) return puts;
  const tagged = retagged.flatMap((id) => {
    const now = annotations.tagsOf(id);
    return now ? { id, tagIds: [...new Set([...now.tagIds, ...tagIds])], modified: time } : [];
  });
  return [...puts, { type: 'annotations.tag', tagged }];
}
