import { folded } from '../annotation/alike.ts';
import type { Quote } from '../annotation/annotation.ts';
import { type LikelyPlace, placesIn, type ReadText } from '../annotation/places.ts';
import type { PlacingText } from './placing.ts';

/** The longest quote that is compared as a whole, in UTF-16 code units; of longer ones beginning and end are looked for. */
const LONG = 2000;

/** How much of either end of a long quote is looked for. */
const END = 120;

/** How much context a quote must have to be told from its copies by that alone. */
const CONTEXT = 16;

/**
 * Where a quote may stand on a text, best first; `near` is where it is said to stand (UTF-16 code units), null
 * where that is not said. An exact copy hides no damaged one, unless it is the only one with its context.
 */
export function proposalsFor(
  quote: Quote,
  text: PlacingText,
  near: number | null,
): readonly LikelyPlace[] {
  const copy = copyFor(quote, text, near);
  if (copy) return [copy];
  const at = near ?? 0;
  return quote.exact.length > LONG
    ? longPlaces(quote, text.read(), at)
    : placesOf(quote, text.read(), at);
}

/** The place of a whole copy of a quote, if neither side of its context comes anywhere else; scored as `placesFor` does. */
export function copyFor(
  quote: Quote,
  { plain }: PlacingText,
  near: number | null,
): LikelyPlace | null {
  const from = onlyCopy(quote, plain);
  if (from === null) return null;
  const score = 0.95 + 0.05 / (1 + Math.abs(from - (near ?? 0)) / 1000);
  return { from, to: from + quote.exact.length, score };
}

/** How many places are proposed for a quote on one text. */
const LIMIT = 5;

/** Which share of the votes for the likeliest place another must have to be looked at: half as many speak for no look-alike. */
const SHARE = 0.4;

const placesOf = (quote: Quote, text: ReadText, near: number): LikelyPlace[] =>
  placesIn(text, quote, { near, limit: LIMIT, share: SHARE });

/** The place where a quote stands with all its context, if neither side of the context comes anywhere else; else null. */
function onlyCopy(quote: Quote, plain: string): number | null {
  const [prefix, suffix] = [folded(quote.prefix), folded(quote.suffix)];
  if (prefix.length < CONTEXT || suffix.length < CONTEXT) return null;
  const at = plain.indexOf(prefix + folded(quote.exact) + suffix);
  if (at === -1) return null;
  return isOnce(plain, prefix.slice(-CONTEXT)) && isOnce(plain, suffix.slice(0, CONTEXT))
    ? at + prefix.length
    : null;
}

function isOnce(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at !== -1 && text.indexOf(words, at + 1) === -1;
}

/** Stretches from where the beginning of a long quote may stand to where its end may. */
function longPlaces({ exact, prefix, suffix }: Quote, text: ReadText, near: number): LikelyPlace[] {
  const head = exact.slice(0, END);
  const tail = exact.slice(-END);
  const begins = placesOf({ exact: head, prefix, suffix: exact.slice(END, END + 32) }, text, near);
  const ends = placesOf(
    { exact: tail, prefix: exact.slice(-END - 32, -END), suffix },
    text,
    near + exact.length,
  );
  const slack = exact.length / 10;
  return begins
    .flatMap((begin) =>
      ends.map((end) => ({
        from: begin.from,
        to: end.to,
        score: Math.min(begin.score, end.score) - Math.min(1, off(begin, end, exact) / slack) / 5,
        isNear: off(begin, end, exact) <= slack,
      })),
    )
    .filter(({ from, to, score, isNear }) => isNear && from < to && score > 0)
    .map(({ from, to, score }) => ({ from, to, score }))
    .toSorted((a, b) => b.score - a.score);
}

/** By how much the stretch from a beginning to an end is longer or shorter than the quote. */
function off(begin: LikelyPlace, end: LikelyPlace, exact: string): number {
  return Math.abs(end.to - begin.from - exact.length);
}
