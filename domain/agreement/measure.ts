import { inTreeOrder, lineOf, tagsById, treeOf, withBelow } from '../tag/tree.ts';
import type { Tag } from '../tag/tag.ts';
import type { Range } from '../text/range.ts';
import {
  type Marked,
  type MarkedTally,
  markedBy,
  type Marking,
  tallyOfMarked,
  tallyOfSets,
} from './characters.ts';
import { agreementShare, cohensKappa, krippendorffsAlpha, together } from './coefficients.ts';
import type { AgreementReport, Measure } from './report.ts';

/** Stretches of a transcription with the tags of the annotation that stands on them. */
export interface Tagged extends Range {
  readonly tagIds: readonly string[];
}

/** What two annotators have marked in one cable; its length is that of its transcription in UTF-16 code units. */
export interface ComparedCable {
  readonly cableId: string;
  readonly title: string;
  readonly length: number;
  readonly first: readonly Tagged[];
  readonly second: readonly Tagged[];
}

/** The measure of a tally. */
export function measureOf({ marked, ...tally }: MarkedTally): Measure {
  return {
    units: tally.units,
    ...marked,
    observed: agreementShare(tally),
    kappa: cohensKappa(tally),
    alpha: krippendorffsAlpha(tally),
  };
}

/**
 * How far two annotators agree over cables. With `tagIds` only annotations with one of these tags, or
 * one below them, take part; without, all do. A tag is on a character where it, or a tag below it,
 * is; so whoever tags more finely than the other agrees on the tag above.
 */
export function agreementOf(
  cables: readonly ComparedCable[],
  tags: readonly Tag[],
  tagIds: readonly string[],
): AgreementReport {
  const scope = scopeOf(tags, tagIds);
  const byTag = new Map<string, Marked>();
  const anything: Marked[] = [];
  const sets: MarkedTally[] = [];
  for (const { length, first, second } of cables) {
    const [a, b] = [scope.markings(first), scope.markings(second)];
    anything.push(markedBy(a, b));
    sets.push(tallyOfSets(length, a, b));
    const [ofA, ofB] = [stretchesByTag(a), stretchesByTag(b)];
    for (const tagId of new Set([...ofA.keys(), ...ofB.keys()])) {
      const marked = markedBy(ofA.get(tagId) ?? [], ofB.get(tagId) ?? []);
      byTag.set(tagId, sumOf([byTag.get(tagId) ?? NOTHING, marked]));
    }
  }
  const units = cables.reduce((sum, { length }) => sum + length, 0);
  const asked = new Set(tagIds);
  return {
    cables: cables.map(({ cableId, title }, at) => ({
      cableId,
      title,
      measure: measureOf(sets[at] ?? allOf([])),
    })),
    tags: inTreeOrder(treeOf(tags, (a, b) => a.localeCompare(b, 'en')))
      .filter(({ tag: { id } }) => byTag.has(id) || asked.has(id))
      .map(({ tag: { id } }) => ({
        tagId: id,
        measure: measureOf(tallyOfMarked(units, byTag.get(id) ?? NOTHING)),
      })),
    anything: measureOf(tallyOfMarked(units, sumOf(anything))),
    overall: measureOf(allOf(sets)),
  };
}

const NOTHING: Marked = { first: 0, second: 0, both: 0 };

function sumOf(all: readonly Marked[]): Marked {
  return all.reduce(
    (sum, { first, second, both }) => ({
      first: sum.first + first,
      second: sum.second + second,
      both: sum.both + both,
    }),
    NOTHING,
  );
}

function allOf(tallies: readonly MarkedTally[]): MarkedTally {
  return { ...together(tallies), marked: sumOf(tallies.map(({ marked }) => marked)) };
}

/** Which tags are compared, and as which categories the stretches of annotations count. */
function scopeOf(tags: readonly Tag[], tagIds: readonly string[]) {
  const byId = tagsById(tags);
  const compared = tagIds.length === 0 ? new Set(byId.keys()) : withBelow(tagIds, tags);
  const known = new Map<string, readonly string[]>();
  /** A tag and those above it, as far as they are compared. */
  const lineOfTag = (tagId: string): readonly string[] => {
    const before = known.get(tagId);
    if (before) return before;
    const tag = byId.get(tagId);
    const line = tag ? lineOf(tag, byId).map(({ id }) => id) : [];
    const within = line.filter((id) => compared.has(id));
    known.set(tagId, within);
    return within;
  };
  return {
    markings: (all: readonly Tagged[]): Marking[] =>
      all.flatMap(({ from, to, tagIds: own }) => {
        const categories = [...new Set(own.flatMap(lineOfTag))];
        return tagIds.length > 0 && categories.length === 0 ? [] : [{ from, to, categories }];
      }),
  };
}

function stretchesByTag(markings: readonly Marking[]): Map<string, Range[]> {
  const stretches = new Map<string, Range[]>();
  for (const { from, to, categories } of markings)
    for (const category of categories) {
      const known = stretches.get(category);
      if (known) known.push({ from, to });
      else stretches.set(category, [{ from, to }]);
    }
  return stretches;
}
