import type { ChangeDesc, Text } from '@codemirror/state';
import { carriedPlace, carriedRange, quoteIn } from '../annotation/carry.ts';
import { type Mapping, mappingOf } from '../transcription/mapping.ts';
import { type Emendation, inReadingOrder } from './emendation.ts';

/**
 * The emendations of a cable when the text they stand on is cleaned otherwise: `step` leads from the
 * cleaned text `before` to `after`. What an editor wrote prevails over whatever changes within its
 * stretch. Where the whole stretch leaves the cleaned text the emendation is lost, and says why
 * (`reason`, a sentence); it holds again when the very words stand at the very place again.
 */
export function carryEmendations(
  emendations: readonly Emendation[],
  step: ChangeDesc,
  before: Text,
  after: Text,
  reason: string,
): Emendation[] {
  const mapping = mappingOf(step);
  return emendations
    .map((emendation) => carried(emendation, mapping, before, after, reason))
    .toSorted(inReadingOrder);
}

function carried(
  emendation: Emendation,
  mapping: Mapping,
  before: Text,
  after: Text,
  reason: string,
): Emendation {
  const { from, to, lost } = emendation;
  if (lost !== null) {
    const { back, ...place } = carriedPlace(from, lost.quote, mapping, after);
    return { ...emendation, ...place, lost: back ? null : lost };
  }
  const stands = from === to ? carriedPoint(from, mapping) : carriedRange(emendation, mapping);
  const gone = from === to ? mapping.swallowed(from) : stands.from === stands.to;
  if (!gone) return { ...emendation, ...stands };
  return { ...emendation, ...stands, lost: { reason, quote: quoteIn(before, emendation) } };
}

/** Where words that an editor only put in stand: before whatever else comes in at their place. */
function carriedPoint(at: number, mapping: Mapping) {
  const place = mapping.at(at, -1);
  return { from: place, to: place };
}
