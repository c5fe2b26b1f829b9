import { ChangeSet, Text } from '@codemirror/state';
import type { Side } from '../annotation/annotation.ts';
import type { Change } from '../change/change.ts';
import { type Emendation, holds } from '../emendation/emendation.ts';
import type { Range } from '../text/range.ts';

/**
 * A transcription: the text an editor reads, and the exact map between it and its original.
 *
 * `map` is the composition *emendations ∘ accepted changes* (CodeMirror `ChangeSet`s): it leads from
 * the original to the transcription. Nothing is ever compared or guessed: each character of `text`
 * is either kept from one place of the original or stands in a change or an emendation.
 */
export interface Transcription {
  readonly original: Text;
  /** The original under its accepted changes, as it was before anybody emended it. */
  readonly cleaned: Text;
  readonly text: Text;
  /** From the original to `text`: the accepted changes, then the emendations. */
  readonly map: ChangeSet;
}

/** The CodeMirror text of a string, its lines divided at `\n` only, so that every other character stays. */
export function textOf(string: string): Text {
  return Text.of(string.split('\n'));
}

/** Changes or emendations that do not fit their text: they overlap, or lie beyond its end. It holds no text. */
export class UnfitError extends RangeError {
  override readonly name = 'UnfitError';
}

interface Replacement extends Range {
  readonly insert: string;
}

/** Replacements as a change set over a text. Throws an UnfitError where two overlap, or one lies beyond the text. */
function changeSet(text: Text, replacements: readonly Replacement[], what: string): ChangeSet {
  const inOrder = replacements.toSorted((a, b) => a.from - b.from || a.to - b.to);
  let reached = 0;
  for (const { from, to } of inOrder) {
    if (from < reached)
      throw new UnfitError(`two ${what} overlap at ${from}: one begins before ${reached}`);
    if (to < from || to > text.length)
      throw new UnfitError(`one of the ${what} runs from ${from} to ${to} in ${text.length}`);
    reached = to;
  }
  return ChangeSet.of(
    inOrder.map(({ from, to, insert }) => ({ from, to, insert: textOf(insert) })),
    text.length,
  );
}

/** The change set of all accepted changes. Throws an UnfitError where they do not fit. */
export function acceptedChanges(original: Text, changes: readonly Change[]): ChangeSet {
  const accepted = changes.filter((change) => change.status === 'accepted');
  return changeSet(original, accepted, 'changes');
}

/**
 * A text under changes, in one walk from its front to its end. `ChangeSet.apply` makes the line anew for each
 * change, which takes the square of their number where a scan has no line breaks.
 */
export function applied(changes: ChangeSet, text: Text): Text {
  if (changes.empty) return text;
  const parts: string[] = [];
  let reached = 0;
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    parts.push(text.sliceString(reached, from), inserted.toString());
    reached = to;
  }, true);
  parts.push(text.sliceString(reached));
  return textOf(parts.join(''));
}

/** The emendations that hold, as a change set over the cleaned text. Throws an UnfitError where they do not fit. */
export function emendationSet(cleaned: Text, emendations: readonly Emendation[]): ChangeSet {
  return changeSet(cleaned, emendations.filter(holds), 'emendations');
}

/** The transcription of an original: its accepted changes applied, then the emendations that hold. */
export function transcribe(
  original: string | Text,
  changes: readonly Change[],
  emendations: readonly Emendation[] = [],
): Transcription {
  const source = typeof original === 'string' ? textOf(original) : original;
  const cleaning = acceptedChanges(source, changes);
  const cleaned = applied(cleaning, source);
  if (!emendations.some(holds)) return { original: source, cleaned, text: cleaned, map: cleaning };
  const set = emendationSet(cleaned, emendations);
  return { original: source, cleaned, text: applied(set, cleaned), map: cleaning.compose(set) };
}

/**
 * Where the stretch `range` of one side stands on the other (UTF-16 code units). A stretch whose
 * text does not stand on the other side comes back empty, at the place where it would be.
 * Characters that a change inserted belong to the change, so a range that touches only such
 * characters maps to what the change replaced.
 */
export function counterpart(transcription: Transcription, side: Side, range: Range): Range {
  const map = side === 'original' ? transcription.map : transcription.map.invertedDesc;
  if (range.from === range.to) {
    const at = map.mapPos(range.from, 1);
    return { from: at, to: at };
  }
  const from = map.mapPos(range.from, 1);
  return { from, to: Math.max(from, map.mapPos(range.to, -1)) };
}

/**
 * One piece of the map: `[fromOriginal, toOriginal)` of the original answers to
 * `[fromTranscription, toTranscription)` of the transcription. Where `kept`, both are the same
 * characters; else the one has been replaced by the other.
 */
export interface MapPiece {
  readonly kept: boolean;
  readonly fromOriginal: number;
  readonly toOriginal: number;
  readonly fromTranscription: number;
  readonly toTranscription: number;
}

/** The whole map as pieces in reading order, without a gap on either side. */
export function pieces(transcription: Transcription): MapPiece[] {
  const all: MapPiece[] = [];
  const add = (kept: boolean, fromA: number, toA: number, fromB: number, toB: number) => {
    if (fromA === toA && fromB === toB) return;
    all.push({
      kept,
      fromOriginal: fromA,
      toOriginal: toA,
      fromTranscription: fromB,
      toTranscription: toB,
    });
  };
  let originalAt = 0;
  let transcriptionAt = 0;
  transcription.map.iterChanges((fromA, toA, fromB, toB) => {
    add(true, originalAt, fromA, transcriptionAt, fromB);
    add(false, fromA, toA, fromB, toB);
    originalAt = toA;
    transcriptionAt = toB;
  }, true);
  const endA = transcription.original.length;
  const endB = transcription.text.length;
  add(true, originalAt, endA, transcriptionAt, endB);
  return all;
}
