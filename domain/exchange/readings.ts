import { folded } from '../annotation/alike.ts';
import type { Quote, Side } from '../annotation/annotation.ts';
import { partsCharacter } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import type { ComingTarget } from './coming.ts';
import type { OffsetUnit } from './format.ts';
import type { PlacingText, PlacingTexts } from './placing.ts';

/** How positions of a file are to be read: on which text, counted in what. */
export interface Reading {
  readonly side: Side;
  readonly unit: OffsetUnit;
}

/** A way to read where a passage stands. */
export interface ReadPlace extends Reading {
  readonly text: PlacingText;
  readonly range: Range;
  /** Whether the file tells the place twice, and both agree. */
  readonly proven?: boolean;
}

/** Where a passage may stand by its positions, by the side and the unit told first. One place may be read in several ways. */
export function readingsOf(
  { side, positions, codePoints }: ComingTarget,
  texts: PlacingTexts,
  usual: Reading | null,
): ReadPlace[] {
  const readings = positions.flatMap(({ from, to, unit: told }) =>
    [told, other(told)].flatMap((unit) =>
      sidesOf(side, texts, usual).map((text) => ({
        side: text.side,
        unit,
        text,
        range:
          unit === 'utf-16' ? { from, to } : { from: unitsAt(text, from), to: unitsAt(text, to) },
      })),
    ),
  );
  if (!codePoints) return readings;
  // What is told twice proves its unit; where both tellings differ, the second one is none to go by.
  const proven = readings.filter(
    ({ text, range: { from, to } }) =>
      from === unitsAt(text, codePoints.from) && to === unitsAt(text, codePoints.to),
  );
  return proven.length > 0 ? proven.map((one) => ({ ...one, proven: true })) : readings;
}

/** The texts a passage may stand on: that told, else both, the usual one first. */
export function sidesOf(
  side: Side | null,
  texts: PlacingTexts,
  usual: Reading | null,
): readonly PlacingText[] {
  if (side) return [texts[side]];
  const { original, transcription } = texts;
  return usual?.side === 'original' ? [original, transcription] : [transcription, original];
}

const other = (unit: OffsetUnit): OffsetUnit => (unit === 'utf-16' ? 'code-points' : 'utf-16');

/** A position in code points as one in UTF-16 code units. */
export function unitsAt({ wide }: PlacingText, at: number): number {
  let [low, high] = [0, wide.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((wide[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return at + low;
}

/** Whether a range holds the words told; lines may be broken otherwise. */
export function says({ text }: PlacingText, { from, to }: Range, exact: string): boolean {
  if (from < 0 || from >= to || to > text.length || to - from !== exact.length) return false;
  if (partsCharacter(text, from) || partsCharacter(text, to)) return false;
  const words = text.slice(from, to);
  return words === exact || spaced(words) === spaced(exact);
}

const spaced = (text: string): string => text.replaceAll(/\s/gu, ' ');

/** How much of the context told stands around a range, from 0 to 1. Where none is told, nothing speaks against it. */
export function surroundings({ plain }: PlacingText, { from, to }: Range, quote: Quote): number {
  const [prefix, suffix] = [folded(quote.prefix), folded(quote.suffix)];
  const told = prefix.length + suffix.length;
  if (told === 0) return 1;
  let before = 0;
  while (before < prefix.length && plain[from - 1 - before] === prefix.at(-1 - before)) before += 1;
  let after = 0;
  while (after < suffix.length && plain[to + after] === suffix[after]) after += 1;
  return (before + after) / told;
}
