import type { Quote, Side, Target } from '../annotation/annotation.ts';
import { quoteOf } from '../annotation/annotation.ts';
import { folded } from '../annotation/alike.ts';
import { readForPlaces, type ReadText } from '../annotation/places.ts';
import { partsCharacter } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import { LEAD } from './clear.ts';
import type { ComingTarget, ProposedPlace } from './coming.ts';
import { copyFor, proposalsFor } from './proposing.ts';
import {
  type Reading,
  type ReadPlace,
  readingsOf,
  says,
  sidesOf,
  surroundings,
  unitsAt,
} from './readings.ts';

/** One text of a cable, made ready for placing many passages in it. */
export interface PlacingText {
  readonly side: Side;
  readonly text: string;
  /** The version of the text: 0 for an original. */
  readonly version: number;
  /** The text with white space and apostrophes alike, each position where it was. */
  readonly plain: string;
  /** Which code points are beyond U+FFFF, counted in code points from the beginning, in order. */
  readonly wide: readonly number[];
  /** The text as its words, read when likeness is looked for first. */
  readonly read: () => ReadText;
}

/** Both texts of a cable. */
export type PlacingTexts = Readonly<Record<Side, PlacingText>>;

/**
 * What becomes of one passage. *placed*: the words told are at the place told; `target` stands on them.
 * *proposed*: they are not, but may stand at `places`, best first. *unplaced*: they stand nowhere. Of both,
 * `target` is lost, with the reason that is also `reason`.
 */
export type Placing =
  | { readonly kind: 'placed'; readonly target: Target; readonly reading: Reading }
  | {
      readonly kind: 'proposed' | 'unplaced';
      readonly target: Target;
      readonly places: readonly ProposedPlace[];
      readonly reason: string;
    };

/** Both texts of a cable made ready; `version` is that of the transcription. */
export function placingTexts(
  original: string,
  transcription: string,
  version: number,
): PlacingTexts {
  return {
    original: placingText('original', original, 0),
    transcription: placingText('transcription', transcription, version),
  };
}

function placingText(side: Side, text: string, version: number): PlacingText {
  const wide: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) wide.push(index - wide.length);
  let read: ReadText | null = null;
  return {
    ...{ side, text, version, plain: folded(text), wide },
    read: () => (read ??= readForPlaces(text)),
  };
}

/**
 * The place of a passage. It is believed where the words told stand: the position is tried in the unit told
 * and in the other, on the text told or on both, and what is before and after the words must agree as well, as far as it is told.
 * `usual` is how the positions of most passages of the same source are read; it decides where several
 * readings agree. Where none does, nothing is placed: what comes near is proposed to a person.
 */
export function placeTarget(
  coming: ComingTarget,
  texts: PlacingTexts,
  usual: Reading | null = null,
): Placing {
  const { quote, lost } = coming;
  if (lost !== undefined) return notPlaced(coming, texts, usual, [], lost);
  if (!quote) return unchecked(coming, texts, usual);
  if (quote.exact === '' || (quote.prefix + quote.exact + quote.suffix).trim() === '')
    return notPlaced(coming, texts, usual, [], 'It tells no words that it stands on.');
  const agreeing = readingsOf(coming, texts, usual).filter(
    ({ text, range }) => says(text, range, quote.exact) && surroundings(text, range, quote) >= HALF,
  );
  const meant = chosen(agreeing, quote, usual);
  if (meant) {
    const { side, unit, text, range } = meant;
    return { kind: 'placed', target: targetOn(text, range), reading: { side, unit } };
  }
  const places = best([
    ...agreeing.map((one) => proposed(one, quote)),
    ...proposalsIn(coming, texts, quote, usual),
  ]);
  const reason =
    places.length > 0
      ? 'Its words are not where the file says. They may stand elsewhere.'
      : 'Its words are not where the file says, and nothing comes near them.';
  return notPlaced(coming, texts, usual, places, reason);
}

/**
 * How the positions of passages of one source are read: as most of those say whose words are where they
 * tell. Null where none are. A sample of them will do.
 */
export function usualReading(
  targets: readonly ComingTarget[],
  texts: PlacingTexts,
): Reading | null {
  const counts = new Map<string, { reading: Reading; count: number }>();
  for (const target of targets) {
    const { quote } = target;
    if (!quote || quote.exact.trim() === '') continue;
    for (const reading of readingsOf(target, texts, null)) {
      const { text, range, side, unit } = reading;
      if (!says(text, range, quote.exact) || surroundings(text, range, quote) < HALF) continue;
      const known = counts.get(`${side} ${unit}`);
      if (known) known.count += 1;
      else counts.set(`${side} ${unit}`, { reading: { side, unit }, count: 1 });
    }
  }
  // Of equals the first is the one that was told.
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  return most ? most.reading : null;
}

/** How much of the context told must stand around words for them to be those meant. */
const HALF = 0.5;

/**
 * Of readings whose words agree the one that is meant; null where that is not sure: where two places of one
 * text speak for themselves alike, or where words without context are found by another reading than the
 * usual one, which may be by chance.
 */
function chosen(
  agreeing: readonly ReadPlace[],
  quote: Quote,
  usual: Reading | null,
): ReadPlace | null {
  const isUsual = ({ side, unit }: ReadPlace) => usual?.side === side && usual.unit === unit;
  const weight = ({ text, range }: ReadPlace) => surroundings(text, range, quote);
  const [first, ...others] = agreeing.toSorted(
    (a, b) => weight(b) - weight(a) || Number(isUsual(b)) - Number(isUsual(a)),
  );
  if (!first || first.proven || isUsual(first)) return first ?? null;
  if (usual?.side === first.side && quote.prefix + quote.suffix === '') return null;
  const doubtful = others.some(
    (one) =>
      one.side === first.side &&
      one.range.from !== first.range.from &&
      weight(one) === weight(first),
  );
  return doubtful ? null : first;
}

function targetOn({ side, text, version }: PlacingText, { from, to }: Range): Target {
  return { side, from, to, version, quote: quoteOf(text, from, to), lost: null };
}

/** From which score on a proposal on one text is so good that the other need not be searched. */
const GOOD = 0.85;

/** What comes near a quote, on the text told; where nothing does, on the other. */
function proposalsIn(
  coming: ComingTarget,
  texts: PlacingTexts,
  quote: Quote,
  usual: Reading | null,
): readonly ProposedPlace[] {
  const near = (text: PlacingText) => nearOf(coming, text, usual);
  const on = (text: PlacingText) =>
    proposalsFor(quote, text, near(text)).map(({ score, ...range }) => ({
      target: targetOn(text, range),
      score,
    }));
  const { original, transcription } = texts;
  const [first = transcription, second] = sidesOf(coming.side, texts, usual);
  const found = on(first);
  if (!second) return found.length > 0 ? found : on(first === original ? transcription : original);
  // Both texts have nearly the same words; two proposals of one place would be no choice. Where it is known which is
  // meant, the other is asked only where that one has nothing; where it is not, also where it has a whole copy.
  if (usual && found.length > 0) return found;
  if (scoreOf(found) >= GOOD && !copyFor(quote, second, near(second))) return found;
  const others = on(second);
  return scoreOf(others) > scoreOf(found) + LEAD ? others : found;
}

const scoreOf = ([first]: readonly ProposedPlace[]): number => first?.score ?? -1;

/** How many places are proposed for a passage. */
const PROPOSED = 5;

/** The best of some places, each once. */
function best(places: readonly ProposedPlace[]): ProposedPlace[] {
  return places
    .toSorted((a, b) => b.score - a.score)
    .filter(
      ({ target }, index, all) => all.findIndex((one) => samePlace(one.target, target)) === index,
    )
    .slice(0, PROPOSED);
}

/** A place where the words are that is doubted all the same, scored as others are. */
function proposed({ text, range }: ReadPlace, quote: Quote): ProposedPlace {
  const hasContext = quote.prefix + quote.suffix !== '';
  const score = 0.65 + (hasContext ? 0.35 * surroundings(text, range, quote) : 0);
  return { target: targetOn(text, range), score };
}

/** Where a passage is said to stand on a text, in UTF-16 code units; null where nothing is said. */
function nearOf(
  { positions: [told], codePoints }: ComingTarget,
  text: PlacingText,
  usual: Reading | null,
): number | null {
  if (codePoints) return Math.min(unitsAt(text, codePoints.from), text.text.length);
  if (!told) return null;
  const unit = usual?.side === text.side ? usual.unit : told.unit;
  const at = unit === 'utf-16' ? told.from : unitsAt(text, told.from);
  return Math.min(at, text.text.length);
}

/** A passage that tells its position, and not its words: nothing says that the position is right, so it is proposed. */
function unchecked(coming: ComingTarget, texts: PlacingTexts, usual: Reading | null): Placing {
  const readable = readingsOf(coming, texts, usual).filter(
    ({ text: { text }, range: { from, to } }) =>
      from < to && to <= text.length && !partsCharacter(text, from) && !partsCharacter(text, to),
  );
  const places = best(
    readable.map(({ text, range }) => ({ target: targetOn(text, range), score: 0 })),
  );
  const reason =
    places.length > 0
      ? 'The file tells a position only, and not the words that stand there, so it cannot be checked.'
      : 'The file tells neither its words nor a position within the text.';
  return notPlaced(coming, texts, usual, places, reason);
}

function samePlace(one: Target, another: Target): boolean {
  return one.side === another.side && one.from === another.from && one.to === another.to;
}

function notPlaced(
  coming: ComingTarget,
  texts: PlacingTexts,
  usual: Reading | null,
  places: readonly ProposedPlace[],
  reason: string,
): Placing {
  const [text = texts.transcription] = sidesOf(coming.side, texts, usual);
  const near = nearOf(coming, text, usual) ?? 0;
  const at = partsCharacter(text.text, near) ? near - 1 : near;
  const quote = coming.quote ?? { exact: '', prefix: '', suffix: '' };
  const target = { side: text.side, from: at, to: at, version: text.version, quote, lost: reason };
  return { kind: places.length > 0 ? 'proposed' : 'unplaced', target, places, reason };
}
