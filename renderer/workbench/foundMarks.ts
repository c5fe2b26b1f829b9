import type { Side } from '../../domain/annotation/annotation.ts';
import { finderOf } from '../../domain/search/hits.ts';
import { parseQuery } from '../../domain/search/parse.ts';
import type { Query } from '../../domain/search/query.ts';
import { searchableOriginal } from '../../domain/tei/searchable.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Passage } from '../desk/desk.ts';
import { type Manuscript, placeOn, stretchesOn, textOn } from './manuscript.ts';
import type { Pane } from './pane.ts';

const sides = ['original', 'transcription'] as const;

/** Hears the places of the search in a cable, in reading order. */
export type OnFound = (places: readonly Passage[]) => void;

/**
 * Marks what the search in force finds in both texts. While somebody types the marks move along with
 * the text; they are found anew when there is time, once what was typed is in the cable, or when
 * somebody wants to go to one.
 */
export class FoundMarks {
  readonly #panes: Record<Side, Pane>;
  readonly #shown: () => Manuscript;
  readonly #onFound: OnFound;
  #query: Query | null = null;
  #found: Manuscript | null = null;
  #resting = 0;

  /** `shown` is the cable as it is shown, with what is being typed. */
  constructor(panes: Record<Side, Pane>, shown: () => Manuscript, onFound: OnFound) {
    this.#panes = panes;
    this.#shown = shown;
    this.#onFound = onFound;
  }

  /** Marks what a query finds; the empty one finds nothing. */
  search(typed: string): void {
    const before = this.#query;
    this.#query = parseQuery(typed).query;
    if (before !== null || this.#query !== null) this.#find();
  }

  /** The cable has become another: where something is looked for, it is found anew when there is time. */
  catchUp(): void {
    if (this.#query === null) return;
    cancelIdleCallback(this.#resting);
    this.#resting = requestIdleCallback(() => this.findAgain());
  }

  /** Finds anew at once what may have become another. */
  findAgain(): void {
    if (this.#query !== null && this.#found !== this.#shown()) this.#find();
  }

  /** The panes go. */
  close(): void {
    cancelIdleCallback(this.#resting);
  }

  #find(): void {
    const shown = this.#shown();
    this.#found = shown;
    const on = (side: Side) =>
      this.#query ? finderOf(this.#query, side)(searched(shown, side)) : [];
    const found = { original: on('original'), transcription: on('transcription') };
    for (const side of sides) {
      const marks = found[side].map((range) => ({ ...range, className: 'search-hit' }));
      this.#panes[side].found.set(this.#panes[side].view, { marks, signs: [] });
    }
    this.#onFound(placesOf(shown, found));
  }
}

/** The text of a side in which words are found; the tags of an edition are none. */
function searched(manuscript: Manuscript, side: Side): string {
  const { original } = manuscript.cable;
  if (side === 'transcription') return textOn(manuscript, side).toString();
  return searchableOriginal(original.text, original.format);
}

/** What was found on both sides as one walk: a place that stands on both is one, told by the transcription. */
function placesOf(manuscript: Manuscript, found: Record<Side, readonly Range[]>): Passage[] {
  const transcribed = found.transcription.map((range): Passage => ({
    side: 'transcription',
    ...range,
  }));
  const alone = found.original
    .map((range): Passage => ({ side: 'original', ...range }))
    .filter(
      (passage) =>
        !stretchesOn(manuscript, 'transcription', passage).some((stretch) =>
          touches(found.transcription, stretch),
        ),
    );
  if (alone.length === 0) return transcribed;
  return [...transcribed, ...alone]
    .map((passage) => ({ passage, at: placeOn(manuscript, 'transcription', passage) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ passage }) => passage);
}

/** Whether one of some ranges, in order and apart, has something of a stretch. */
function touches(ranges: readonly Range[], { from, to }: Range): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.from ?? Infinity) < to;
}
