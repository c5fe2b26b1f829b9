import type { Range } from '../../text/range.ts';
import { anchorsIn, type Scribe } from './scribe.ts';
import { tag } from './xml.ts';

/** Words of the transcription that stand in an element. `open` may hold what gave way to them. */
export interface InlineSpan extends Range {
  readonly open: string;
  readonly close: string;
}

/** What stands at a place of the transcription and has no words of it. */
export interface InlinePoint {
  readonly at: number;
  readonly xml: string;
}

/** What stands within a block: spans lie in each other or apart, none crosses another; both are in reading order. */
export interface Inline {
  readonly spans: readonly InlineSpan[];
  readonly points: readonly InlinePoint[];
}

/** Something to be written at a place; at one place what closes comes first and what opens last. */
interface Event {
  readonly at: number;
  readonly order: number;
  readonly xml: string;
}

/** The content of a block: its words with what stands among them. */
export function inline(
  text: string,
  { from, to }: Range,
  { spans, points }: Inline,
  scribe: Scribe,
): string {
  const anchors = anchorsIn(scribe.anchors('transcription'), from, to);
  const events: Event[] = [
    // Those that lie deepest are closed first, and opened last.
    ...spans.toReversed().map(({ to: at, close }): Event => ({ at, order: 0, xml: close })),
    ...points.map(({ at, xml }): Event => ({ at, order: 1, xml })),
    ...anchors.map(([at, id]): Event => ({ at, order: 2, xml: tag('anchor', { 'xml:id': id }) })),
    ...spans.map(({ from: at, open }): Event => ({ at, order: 3, xml: open })),
  ];
  let xml = '';
  let reached = from;
  for (const event of events.toSorted((a, b) => a.at - b.at || a.order - b.order)) {
    xml += scribe.words(text.slice(reached, event.at)) + event.xml;
    reached = event.at;
  }
  return xml + scribe.words(text.slice(reached, to));
}

/**
 * What stands in each block. Of spans the first wins: one that holds no words, goes over the end of its
 * block or crosses another is left out. Points between blocks stand at the end of the block before.
 */
export function arranged(
  blocks: readonly Range[],
  spans: readonly InlineSpan[],
  points: readonly InlinePoint[],
): Inline[] {
  const all = blocks.map(() => ({
    spans: new Array<InlineSpan>(),
    points: new Array<InlinePoint>(),
  }));
  for (const span of spans) {
    const index = blockAt(blocks, span.from);
    const own = all[index];
    const block = blocks[index];
    if (!own || !block || span.from >= span.to || span.to > block.to) continue;
    if (span.from >= block.from && own.spans.every((one) => nests(one, span))) own.spans.push(span);
  }
  for (const { at, xml } of points) {
    const index = Math.max(0, blockAt(blocks, at));
    const block = blocks[index];
    if (block) all[index]?.points.push({ at: Math.min(Math.max(at, block.from), block.to), xml });
  }
  return all.map((one) => ({
    points: one.points.toSorted((a, b) => a.at - b.at),
    spans: one.spans.toSorted((a, b) => a.from - b.from || b.to - a.to),
  }));
}

function nests(one: Range, span: Range): boolean {
  if (span.to <= one.from || one.to <= span.from) return true;
  return (
    (one.from <= span.from && span.to <= one.to) || (span.from <= one.from && one.to <= span.to)
  );
}

/** The index of the last block that begins at a position or before it; -1 where none does. */
function blockAt(blocks: readonly Range[], at: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
