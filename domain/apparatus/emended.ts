import type { Text } from '@codemirror/state';
import type { Quote } from '../annotation/annotation.ts';
import type { Emendation } from '../emendation/emendation.ts';
import type { Range } from '../text/range.ts';
import type { Transcription } from '../transcription/transcription.ts';
import { type EmendationPlace, type ToOriginal, wordFrom, wordUpTo } from './places.ts';
import { FARTHEST, folded, type Reading, shortened, visible, wordsOf } from './words.ts';

/** What the witnesses have where an emendation stands. */
export interface EmendedReadings {
  /** What the transcription has; of a lost emendation, what it put. */
  readonly lemma: Reading;
  /** What the original has; of a lost emendation, the words of the cleaned text it stood on. */
  readonly reading: Reading;
  /** What the text had after cleaning, where that is neither the one nor the other. */
  readonly cleaned: Reading | null;
}

/** How the words around a stretch are taken: those that touch it, those nearest to it, those about its blanks. */
type Around = 'touching' | 'apart' | 'blank';

/** The readings at the place of an emendation, each from its own text: nothing is inferred. */
export function readingsAt(
  { original, cleaned, text }: Transcription,
  toOriginal: ToOriginal,
  place: EmendationPlace,
): EmendedReadings {
  const { emendation } = place;
  if (emendation.lost) return readingsOfLost(emendation, emendation.lost.quote);
  const put = emendation.insert;
  const stood = cleaned.sliceString(place.cleaned.from, place.cleaned.to);
  const around = aroundOf(text, place.transcription, put, stood);
  const here = stretchIn(text, place.transcription, around);
  const there = stretchIn(cleaned, place.cleaned, around);
  const own = toOriginal(there.own);
  // A place without words of its own lies where they would begin.
  const all = toOriginal(there.all);
  const under = {
    own,
    all: { from: Math.min(all.from, own.from), to: Math.max(all.to, own.to) },
  };
  const lemma = readingIn(text, here, around);
  const reading = readingIn(original, under, around);
  const between = readingIn(cleaned, there, around);
  const told = [wordsOf(lemma), wordsOf(reading)].includes(wordsOf(between));
  return { lemma, reading, cleaned: told ? null : between };
}

function readingsOfLost({ insert }: Emendation, quote: Quote): EmendedReadings {
  const before = /\S*$/u.exec(quote.prefix)?.[0] ?? '';
  const after = /^\S*/u.exec(quote.suffix)?.[0] ?? '';
  const among = (own: string): Reading => ({ before, own: shown(own), after });
  return { lemma: among(insert), reading: among(quote.exact), cleaned: null };
}

function aroundOf(text: Text, { from, to }: Range, put: string, stood: string): Around {
  if (isBlank(put) && isBlank(stood)) return 'blank';
  const touched = wordUpTo(text, from, 'touching') !== '' || wordFrom(text, to, 'touching') !== '';
  return touched || (!isBlank(put) && !isBlank(stood)) ? 'touching' : 'apart';
}

interface Stretch {
  readonly own: Range;
  /** The own stretch with the words around it. */
  readonly all: Range;
}

function stretchIn(text: Text, range: Range, around: Around): Stretch {
  const own = around === 'blank' ? blanksAround(text, range) : range;
  const where = around === 'apart' ? 'apart' : 'touching';
  const all = {
    from: own.from - wordUpTo(text, own.from, where).length,
    to: own.to + wordFrom(text, own.to, where).length,
  };
  return { own, all };
}

/** A stretch of white space with all white space that touches it. */
function blanksAround(text: Text, { from, to }: Range): Range {
  const before = text.sliceString(Math.max(0, from - FARTHEST), from);
  const after = text.sliceString(to, to + FARTHEST);
  return {
    from: from - (/\s*$/u.exec(before)?.[0].length ?? 0),
    to: to + (/^\s*/u.exec(after)?.[0].length ?? 0),
  };
}

function readingIn(text: Text, { own, all }: Stretch, around: Around): Reading {
  const words = text.sliceString(own.from, own.to);
  return {
    before: shortened(folded(text.sliceString(all.from, own.from))),
    own: around === 'blank' ? shown(words) : shortened(folded(words)),
    after: shortened(folded(text.sliceString(own.to, all.to))),
  };
}

/** Words as an apparatus prints them; white space that is all there is shows as signs. */
function shown(words: string): string {
  return isBlank(words) ? visible(words) : shortened(folded(words));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
