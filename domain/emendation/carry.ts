import type { ChangeDesc, Text } from '@codemirror/state';
import { carriedPlace, carriedRange, quoteIn } from '../annotation/carry.ts';
import { type Mapping, mappingOf } from '../transcription/mapping.ts';
import { type Emendation, holds, inReadingOrder } from './emendation.ts';

/**
 * The emendations of a cable when the text they stand on is cleaned otherwise: `step` leads from the
 * cleaned text `before` to `after`. What an editor wrote prevails over whatever changes within its
 * stretch. Where the whole stretch leaves the cleaned text the emendation is lost, and says why
 * (`reason`, a sentence); it holds again when the very words stand at the very place again,
 * and no other emendation stands on them by then.
 */
export function carryEmendations(
  emendations: readonly Emendation[],
  step: ChangeDesc,
  before: Text,
  after: Text,
  reason: string,
): Emendation[] {
  const mapping = mappingOf(step);
  const all = emendations
    .filter(holds)
    .map((emendation) => carried(emendation, mapping, before, reason));
  for (const emendation of emendations.filter((one) => !holds(one)))
    all.push(returned(emendation, mapping, after, all.filter(holds)));
  return ranked(all);
}

/** Emendations in reading order; those that have come to one place keep the order they had. */
function ranked(emendations: readonly Emendation[]): Emendation[] {
  const all = emendations.toSorted((a, b) => a.from - b.from || a.to - b.to);
  let rank = 0;
  return all
    .map((one, index) => {
      const last = all[index - 1];
      const together = one.from === one.to && last?.from === one.from && last.to === one.to;
      rank = together ? rank + 1 : 0;
      return rank === one.rank ? one : { ...one, rank };
    })
    .toSorted(inReadingOrder);
}

/** One that held before the step. */
function carried(
  emendation: Emendation,
  mapping: Mapping,
  before: Text,
  reason: string,
): Emendation {
  const { from, to } = emendation;
  const stands = from === to ? carriedPoint(from, mapping) : carriedRange(emendation, mapping);
  const gone = from === to ? mapping.swallowed(from) : stands.from === stands.to;
  if (!gone) return { ...emendation, ...stands };
  return { ...emendation, ...stands, lost: { reason, quote: quoteIn(before, emendation) } };
}

/** One that was lost before the step; `others` hold after it. */
function returned(
  emendation: Emendation,
  mapping: Mapping,
  after: Text,
  others: readonly Emendation[],
): Emendation {
  const { from, lost } = emendation;
  if (lost === null) return emendation;
  const { back, ...place } = carriedPlace(from, lost.quote, mapping, after);
  const taken = others.some((other) => other.from < place.to && place.from < other.to);
  if (back && !taken) return { ...emendation, ...place, lost: null };
  const stays = mapping.at(from, -1);
  return { ...emendation, from: stays, to: stays };
}

/** Where words that an editor only put in stand: before whatever else comes in at their place. */
function carriedPoint(at: number, mapping: Mapping) {
  const place = mapping.at(at, -1);
  return { from: place, to: place };
}
