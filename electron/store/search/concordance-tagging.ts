import { Side } from '../../../domain/annotation/annotation.ts';
import type { CheckedInput } from '../../../domain/contract.ts';
import { planForAll, type Watching } from '../batch.ts';
import type { PlacesTagged } from '../face.ts';
import type { Library } from '../library.ts';
import { carryOutTags, isTagged, planTags, type TagPlan, type TagWish } from '../tagging-places.ts';
import { type Concordance, concordanceOf } from './concordance-kept.ts';
import { type CableToday, cablesToday, readingOf } from './concordance-today.ts';

/**
 * Tags lines of a concordance, as one action; stopped, it leaves nothing changed. Lines that no longer
 * stand in their text are left. Unless the very lines are named, those that have the tags already, from
 * whomever, are left as well.
 */
export async function tagConcordance(
  library: Library,
  { id, only, except, tagIds }: CheckedInput<'concordance.tag'>,
  author: string,
  watching: Watching,
): Promise<PlacesTagged> {
  const concordance = concordanceOf(library, id);
  const left = new Set(except);
  const taken = only && new Set(only);
  const wish: TagWish = {
    tagIds: [...new Set(tagIds)],
    author,
    time: new Date().toISOString(),
  };
  wish.tagIds.forEach(library.tags.get);
  const isChosen = (line: number) => (taken ? taken.has(line) : true) && !left.has(line);
  const chosen = chosenRows(concordance, isChosen);
  const read = readingOf(library);
  const result = await planForAll(library, watching, {
    cables: [...chosen.keys()],
    plan: (cableId) => {
      // The cable may have been touched since it was planned first.
      const { row, lines } = chosen.get(cableId) ?? { row: -1, lines: [] };
      const today = cablesToday(library, concordance, read)(row);
      return today && planFor(concordance, lines, { today, wish, named: taken !== null });
    },
    finish: (plans: readonly TagPlan[]) =>
      carryOutTags(library, plans, { ...wish, words: [concordance.query] }, watching),
  });
  return result ?? { annotations: 0, cables: 0 };
}

interface Chosen {
  readonly row: number;
  readonly lines: readonly number[];
}

/** The lines that are meant, by their cables. */
function chosenRows(
  { lines }: Concordance,
  isChosen: (line: number) => boolean,
): ReadonlyMap<string, Chosen> {
  const chosen = new Map<string, Chosen>();
  for (const [row, { cableId, first, end }] of lines.cables()) {
    const some: number[] = [];
    for (let line = first; line < end; line++) if (isChosen(line)) some.push(line);
    if (some.length > 0) chosen.set(cableId, { row, lines: some });
  }
  return chosen;
}

interface Wanted {
  readonly today: CableToday;
  readonly wish: TagWish;
  /** Whether the very lines were named. */
  readonly named: boolean;
}

/** What tagging means for a cable; null where nothing is to be tagged in it. */
function planFor(
  { lines }: Concordance,
  chosen: readonly number[],
  { today, wish, named }: Wanted,
): TagPlan | null {
  const { cableId, version } = today;
  const plans = Side.options.flatMap((side) => {
    const mine = chosen.filter((line) => lines.place(line).side === side);
    if (mine.length === 0) return [];
    const standing = today.standing(side);
    const spots = mine
      .flatMap((line) => today.place(line) ?? [])
      .filter((spot) => named || !isTagged(standing(spot), wish.tagIds));
    const text = today.textOf(side);
    return planTags({ cableId, version, side, text, spots, standing }, wish) ?? [];
  });
  if (plans.length === 0) return null;
  return {
    cableId,
    made: plans.flatMap(({ made }) => made),
    retagged: plans.flatMap(({ retagged }) => retagged),
  };
}
