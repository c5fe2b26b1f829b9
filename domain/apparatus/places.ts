import type { Text } from '@codemirror/state';
import type { Change } from '../change/change.ts';
import { type Emendation, holds } from '../emendation/emendation.ts';
import type { Range } from '../text/range.ts';
import { overlapping } from '../transcription/alignment.ts';
import { mappingOf } from '../transcription/mapping.ts';
import { acceptedChanges, pieces, type Transcription } from '../transcription/transcription.ts';
import { FARTHEST, wordAfter, wordBefore } from './words.ts';

/**
 * Where an emendation stands, in UTF-16 code units of each text. A range is empty where it only puts
 * words in or only takes words away. A lost one has the place where its words were.
 */
export interface EmendationPlace {
  readonly emendation: Emendation;
  readonly transcription: Range;
  readonly cleaned: Range;
  readonly original: Range;
  /** The words it stands in, as far as they touch it. */
  readonly words: { readonly transcription: Range; readonly original: Range };
}

/** Finds the stretch of the original that a stretch of the cleaned text was made of. */
export type ToOriginal = (cleaned: Range) => Range;

/** The places of all emendations of a cable, in reading order. */
export function placesOf(
  { text, cleaned: before }: Transcription,
  toOriginal: ToOriginal,
  emendations: readonly Emendation[],
): EmendationPlace[] {
  let shift = 0;
  return emendations.map((emendation) => {
    const { from, to, insert } = emendation;
    const at = from + shift;
    const end = holds(emendation) ? at + insert.length : at;
    shift = end - to;
    const here = { from: at, to: end };
    const cleaned = { from, to };
    return {
      emendation,
      transcription: here,
      cleaned,
      original: toOriginal(cleaned),
      words: {
        transcription: wordsAround(text, here),
        original: toOriginal(wordsAround(before, cleaned)),
      },
    };
  });
}

/**
 * From the cleaned text to the original, by halving. What a change put in answers to all the change
 * replaced, what it took out counts where it lies within the stretch.
 */
export function toOriginalOf(
  { original, cleaned }: Transcription,
  changes: readonly Change[],
): ToOriginal {
  const map = acceptedChanges(original, changes);
  const all = pieces({ original, cleaned, text: cleaned, map });
  const back = mappingOf(map.invertedDesc);
  return ({ from, to }) => {
    const found = overlapping(all, 'transcription', { from, to });
    const first = found[0];
    const last = found.at(-1);
    if (!first || !last) {
      const at = back.at(from, -1);
      return { from: at, to: at };
    }
    return {
      from: first.fromOriginal + (first.kept ? Math.max(0, from - first.fromTranscription) : 0),
      to: last.toOriginal - (last.kept ? Math.max(0, last.toTranscription - to) : 0),
    };
  };
}

/** A stretch with the words that touch it on either side. */
export function wordsAround(text: Text, { from, to }: Range): Range {
  return {
    from: from - wordUpTo(text, from, 'touching').length,
    to: to + wordFrom(text, to, 'touching').length,
  };
}

/** The word that ends at a position; if `apart`, with the white space there. */
export function wordUpTo(text: Text, at: number, where: 'touching' | 'apart'): string {
  const stretch = text.sliceString(Math.max(0, at - FARTHEST), at);
  return wordBefore(stretch, stretch.length, where);
}

/** The word that begins at a position; if `apart`, with the white space there. */
export function wordFrom(text: Text, at: number, where: 'touching' | 'apart'): string {
  return wordAfter(text.sliceString(at, at + FARTHEST), 0, where);
}
