import { setImmediate } from 'node:timers/promises';
import { around } from '../../domain/alike/context.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { type OccurrenceFinder, occurrenceFinder } from '../../domain/occurrence/find.ts';
import type { OccurrenceKey, OccurrencePlace } from '../../domain/occurrence/occurrence.ts';
import { variantsOf } from '../../domain/occurrence/variants.ts';
import type { Range } from '../../domain/text/range.ts';
import { throttled } from '../import/throttled.ts';
import { planForAll, type Watching } from './batch.ts';
import type { PlacesTagged } from './face.ts';
import type { Library } from './library.ts';
import { choiceOf } from './place-keys.ts';
import { standingIn } from './standing.ts';
import { carryOutTags, isTagged, planTags, type TagPlan, type TagWish } from './tagging-places.ts';

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
    finish: async (plans: readonly TagPlan[]) => {
      const wish = { ...wanted, words: search.words };
      const tagged = await carryOutTags(library, plans, wish, watching);
      const [first] = plans;
      if (!tagged || !first || cableId === null || tagged.annotations > FEW) return tagged;
      return { ...tagged, changed: annotationsOf(library, first) };
    },
  });
  return result ?? { annotations: 0, cables: 0 };
}

interface Wanted extends TagWish {
  readonly choice: ReturnType<typeof choiceOf<OccurrenceKey>>;
  readonly find: OccurrenceFinder;
}

/** What tagging means for a cable; null where nothing is to be tagged in it. */
function planFor(library: Library, cableId: string, wanted: Wanted): TagPlan | null {
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
  return planTags({ cableId, version, side: 'transcription', text, spots, standing }, wanted);
}

function nameOf({ from, to }: Range): string {
  return `${from} ${to}`;
}

/** The annotations that were made or changed, as they are now. */
function annotationsOf(
  { annotations }: Library,
  { cableId, made, retagged }: TagPlan,
): Annotation[] {
  return annotations.some(cableId, [...made.map(({ id }) => id), ...retagged]);
}
