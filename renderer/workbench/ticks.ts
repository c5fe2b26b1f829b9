import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { TagColour } from '../../domain/tag/tag.ts';

/** A stretch of the margin map, in whole pixels from its top. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Where a span stands across the map: in which of how many lanes, counted from 0. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
}

/** An annotation's place in the margin map. */
export interface Tick extends Span, Lane {
  readonly annotation: Annotation;
  /** The colour of its first tag; null where it has none. */
  readonly colour: TagColour | null;
}

/** The most lanes the map has room for. What lies deeper shares a lane, and is named by the pointer. */
export const MOST_LANES = 6;

/**
 * Lanes for spans in the order of their tops, so that those that overlap stand side by side. Spans
 * that hang together share the width of the map; one that stands alone has all of it.
 */
export function sideBySide(spans: readonly Span[]): Lane[] {
  const lanes = new Array<number>(spans.length).fill(0);
  const widths = new Array<number>(spans.length).fill(1);
  let [first, reached]: [number, number] = [0, -Infinity];
  let ends: number[] = [];
  const close = (next: number) => {
    widths.fill(Math.max(1, ends.length), first, next);
    [first, ends] = [next, []];
  };
  for (const [index, { top, bottom }] of spans.entries()) {
    if (top >= reached) close(index);
    reached = Math.max(reached, bottom);
    const lane = freeLane(ends, top);
    ends[lane] = Math.max(bottom, ends[lane] ?? 0);
    lanes[index] = lane;
  }
  close(spans.length);
  return lanes.map((lane, index) => laneAt(lane, widths[index] ?? 1));
}

/** All lanes there are, so that none is made ten thousand times. */
const ALL: readonly Lane[] = Array.from({ length: MOST_LANES * (MOST_LANES + 1) }, (_, index) => ({
  lane: index % MOST_LANES,
  lanes: Math.floor(index / MOST_LANES),
}));

function laneAt(lane: number, lanes: number): Lane {
  return ALL[lanes * MOST_LANES + lane] ?? { lane, lanes };
}

/** The first lane that is free at a place; where there are no more, the one that is free soonest. */
function freeLane(ends: readonly number[], top: number): number {
  const free = ends.findIndex((end) => end <= top);
  if (free !== -1) return free;
  return ends.length < MOST_LANES ? ends.length : ends.indexOf(Math.min(...ends));
}

/** What is laid out on the map: an annotation with the places where it stands. */
export interface Laid {
  readonly annotation: Annotation;
  readonly colour: TagColour | null;
  readonly spans: readonly Span[];
}

/** The ticks of annotations from the top down, those that overlap side by side. */
export function ticksOf(laid: readonly Laid[]): readonly Tick[] {
  const ticks = fromTheTop(laid);
  for (const [index, { lane, lanes }] of sideBySide(ticks).entries()) {
    const tick = ticks[index];
    if (!tick) continue;
    tick.lane = lane;
    tick.lanes = lanes;
  }
  return ticks;
}

/** A tick before its lane is known. */
type Unplaced = { -readonly [Part in keyof Tick]: Tick[Part] };

/**
 * Ticks in the order of their tops. There are as many tops as pixels, so they are counted instead of
 * compared: ten thousand are put in order anew whenever one is added.
 */
function fromTheTop(laid: readonly Laid[]): Unplaced[] {
  const ticks: Unplaced[] = [];
  let lowest = 0;
  for (const { annotation, colour, spans } of laid)
    for (const { top, bottom } of spans) {
      ticks.push({ annotation, colour, top: Math.max(0, top), bottom, lane: 0, lanes: 1 });
      lowest = Math.max(lowest, top);
    }
  const places = new Uint32Array(lowest + 2);
  for (const { top } of ticks) places[top + 1] = (places[top + 1] ?? 0) + 1;
  for (let row = 1; row < places.length; row++)
    places[row] = (places[row] ?? 0) + (places[row - 1] ?? 0);
  const ordered = ticks.slice();
  for (const tick of ticks) {
    const place = places[tick.top] ?? 0;
    places[tick.top] = place + 1;
    ordered[place] = tick;
  }
  return ordered;
}

/**
 * The shapes of ticks, one for each colour, as the `d` of an SVG path over a map of this width. Ticks of
 * one colour that run into one another in a lane are one shape: of ten thousand there are as many
 * as there are pixels at most.
 */
export function shapesOf(ticks: readonly Tick[], width: number): Map<TagColour | null, string> {
  const runs = new Map<string, Run>();
  for (const { top, bottom, lane, lanes, colour } of ticks) {
    const key = `${colour} ${lane} ${lanes}`;
    const run = runs.get(key);
    if (!run) runs.set(key, { top, bottom, lane, lanes, colour, drawn: '' });
    else if (top <= run.bottom) run.bottom = Math.max(run.bottom, bottom);
    else {
      run.drawn += rectangle(run, width);
      run.top = top;
      run.bottom = bottom;
    }
  }
  const shapes = new Map<TagColour | null, string>();
  for (const run of runs.values())
    shapes.set(run.colour, (shapes.get(run.colour) ?? '') + run.drawn + rectangle(run, width));
  return shapes;
}

/** Ticks of one colour in one lane that run into one another, and what was drawn above them. */
interface Run extends Lane {
  readonly colour: TagColour | null;
  top: number;
  bottom: number;
  drawn: string;
}

function rectangle({ top, bottom, lane, lanes }: Span & Lane, width: number): string {
  const each = width / lanes;
  // A hair between two lanes.
  const wide = lanes === 1 ? each : each - 0.5;
  const round = (number: number) => Math.round(number * 100) / 100;
  return `M${round(lane * each)} ${top}h${round(wide)}v${bottom - top}h${-round(wide)}z`;
}
