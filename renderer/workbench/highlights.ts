import { type RangeSet, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet } from '@codemirror/view';
import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import { lanes, lowest } from '../../domain/annotation/lanes.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { Range } from '../../domain/text/range.ts';
import { laneClass } from './laneRules.ts';
import { type Manuscript, stretchesOn, versionOf } from './manuscript.ts';

/** Tags by their ids. */
export type Vocabulary = ReadonlyMap<string, Tag>;

/** One stretch of one annotation on one side. */
export interface Stretch {
  readonly annotation: Annotation;
  readonly from: number;
  readonly to: number;
}

/** How highlights look: the tags they bear, and which annotation is chosen. */
export interface Look {
  readonly vocabulary: Vocabulary;
  readonly chosenId: string | null;
}

/**
 * All stretches of all annotations on one side, those made on the other one through the map. A place
 * is believed only in the version of the text it belongs to; a lost one is nowhere.
 */
export function stretchesOf(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  side: Side,
): Stretch[] {
  const all: Stretch[] = [];
  for (const annotation of annotations)
    for (const target of annotation.targets) {
      if (target.lost !== null || target.version !== versionOf(manuscript, target.side)) continue;
      for (const { from, to } of stretchesOn(manuscript, side, target))
        all.push({ annotation, from, to });
    }
  return all;
}

/** What a decoration that is part of a highlight knows of it. */
interface Drawn {
  readonly annotation: Annotation;
  /** The lane of this line. */
  readonly lane: number;
  /** Which of the lines of the highlight this is, counted from 0; the first one bears the tint. */
  readonly line: number;
}

/** What a decoration of highlights draws. */
export function drawnBy({ spec }: Decoration): Drawn {
  // Only `lineOf` makes decorations of highlights.
  return spec as Drawn;
}

/**
 * The highlights of one side: a tint over the words and firm lines under them, one in the colour and
 * pattern of each tag, in lanes of their own where several overlap.
 */
export function highlightsOf(stretches: readonly Stretch[], look: Look): DecorationSet {
  const inOrder = stretches
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const lined = inOrder.map(({ annotation, from, to }) => ({
    ...{ from, to, lines: linesOf(annotation, look) },
  }));
  const builder = new RangeSetBuilder<Decoration>();
  for (const [index, lane] of lanes(lined).entries()) {
    const stretch = inOrder[index];
    if (stretch) for (const line of decorationsOf(stretch, lane, look)) add(builder, stretch, line);
  }
  return builder.finish();
}

function add(builder: RangeSetBuilder<Decoration>, { from, to }: Stretch, value: Decoration) {
  builder.add(from, to, value);
}

/**
 * Highlights with other annotations among them: all of `gone` are taken away, `fresh` are put in, each
 * in the lowest lanes that are free there. All others stay as they are. What this costs is little
 * beside drawing all anew.
 */
export function patched(
  highlights: DecorationSet,
  gone: ReadonlySet<string>,
  fresh: readonly Stretch[],
  look: Look,
): DecorationSet {
  const rest = without(highlights, gone);
  return fresh
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .reduce((all, stretch) => {
      const lane = freeLane(all, stretch, linesOf(stretch.annotation, look));
      const decorations = decorationsOf(stretch, lane, look);
      return all.update({ add: decorations.map((one) => one.range(stretch.from, stretch.to)) });
    }, rest);
}

/**
 * Highlights of which those of some annotations look otherwise, in the lanes they have. `where` says
 * where they are to be found; what is not there is looked for everywhere.
 */
export function restyled(
  highlights: DecorationSet,
  ids: ReadonlySet<string>,
  look: Look,
  where: readonly Range[] = [],
): DecorationSet {
  const here = where.length > 0 ? partsWithin(highlights, ids, where) : [];
  const all = new Set(here.map(({ value }) => drawnBy(value).annotation.id)).size === ids.size;
  const found = all ? here : partsOf(highlights, ids);
  const others = found.map(({ from, to, value }) => lineOf(drawnBy(value), look).range(from, to));
  return without(highlights, ids, found).update({ add: others, sort: true });
}

/** One decoration where it stands. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly value: Decoration;
}

function partsOf(highlights: DecorationSet, ids: ReadonlySet<string>): Part[] {
  const found: Part[] = [];
  for (const cursor = highlights.iter(); cursor.value; cursor.next()) {
    const { from, to, value } = cursor;
    if (ids.has(drawnBy(value).annotation.id)) found.push({ from, to, value });
  }
  return found;
}

function partsWithin(
  highlights: DecorationSet,
  ids: ReadonlySet<string>,
  where: readonly Range[],
): Part[] {
  const found = new Map<Decoration, Part>();
  for (const range of where)
    highlights.between(range.from, range.to, (from, to, value) => {
      if (ids.has(drawnBy(value).annotation.id)) found.set(value, { from, to, value });
    });
  return [...found.values()];
}

function without(
  highlights: DecorationSet,
  ids: ReadonlySet<string>,
  parts = ids.size === 0 ? [] : partsOf(highlights, ids),
): DecorationSet {
  if (parts.length === 0) return highlights;
  return highlights.update({
    filter: (_from, _to, value) => !ids.has(drawnBy(value).annotation.id),
    // What is beyond need not be looked at, nor compared when it is drawn.
    filterFrom: Math.min(...parts.map(({ from }) => from)),
    filterTo: Math.max(...parts.map(({ to }) => to)),
  });
}

/** The lowest lanes that nothing over a stretch stands in. */
function freeLane(highlights: RangeSet<Decoration>, { from, to }: Stretch, lines: number): number {
  const taken = new Set<number>();
  highlights.between(from, to, (begin, end, value) => {
    if (begin < to && end > from) taken.add(drawnBy(value).lane);
  });
  return lowest(lines, (lane) => !taken.has(lane));
}

/** How many lines an annotation is drawn with: one for each tag, but at least one. */
function linesOf({ tagIds }: Annotation, { vocabulary }: Look): number {
  return Math.max(1, tagIds.filter((id) => vocabulary.has(id)).length);
}

function decorationsOf({ annotation }: Stretch, lane: number, look: Look): Decoration[] {
  return Array.from({ length: linesOf(annotation, look) }, (_, line) =>
    lineOf({ annotation, lane: lane + line, line }, look),
  );
}

/** One line of a highlight; the first one is the highlight itself. */
function lineOf({ annotation, lane, line }: Drawn, { vocabulary, chosenId }: Look): Decoration {
  const { id, tagIds, verdict } = annotation;
  const tags = tagIds.flatMap((tagId) => vocabulary.get(tagId) ?? []);
  const names = [
    line === 0 ? 'highlight' : 'also',
    laneClass(lane),
    `tag-${tags[line]?.colour ?? 'none'}`,
  ];
  if (id === chosenId) names.push('chosen');
  if (verdict && verdict.value !== 'accepted') names.push(verdict.value);
  return Decoration.mark({
    class: names.join(' '),
    attributes: { 'data-annotation': id },
    ...({ annotation, lane, line } satisfies Drawn),
  });
}

/** The annotations that stand at `position` of one side, the shortest first. */
export function annotationsAt(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  side: Side,
  position: number,
): Annotation[] {
  const there = stretchesOf(manuscript, annotations, side)
    .filter(({ from, to }) => from <= position && position <= to)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from));
  return [...new Set(there.map(({ annotation }) => annotation))];
}
