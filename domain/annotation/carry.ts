import type { ChangeDesc, Text } from '@codemirror/state';
import { type Mapping, mappingOf } from '../transcription/mapping.ts';
import { type Annotation, QUOTE_CONTEXT, quoteOf, type Quote, type Target } from './annotation.ts';

/** A stretch of a text, or what is left of one whose words have gone. */
interface Standing {
  readonly from: number;
  readonly to: number;
}

/**
 * A target carried over one step of its side's text. `step` leads from the text it stands on to
 * `after`, which is `version` of that side. Characters put in at an edge stay outside, as they were
 * not annotated.
 *
 * A target whose words are all gone is *lost*: it keeps its quote, stays at the place where the words
 * were, and says why (`reason`, a sentence for the reader). It is never attached to other words. It
 * comes back by itself only when the very words stand at the very place again.
 */
export function carryTarget(
  target: Target,
  step: ChangeDesc,
  after: Text,
  version: number,
  reason: string,
): Target {
  return carried(target, mappingOf(step), after, version, reason);
}

/**
 * The annotations of a cable, those of their targets that stand on the transcription carried over a
 * step of it. Made for ten thousand of them: what is far from the step is only moved.
 */
export function carryAnnotations(
  annotations: readonly Annotation[],
  step: ChangeDesc,
  after: Text,
  version: number,
  reason: string,
): Annotation[] {
  const mapping = mappingOf(step);
  const carry = (target: Target) =>
    target.side === 'transcription' ? carried(target, mapping, after, version, reason) : target;
  return annotations.map((annotation) => ({
    ...annotation,
    targets: annotation.targets.map(carry),
  }));
}

function carried(
  target: Target,
  mapping: Mapping,
  after: Text,
  version: number,
  reason: string,
): Target {
  if (target.lost !== null) {
    const { back, ...place } = carriedPlace(target.from, target.quote, mapping, after);
    if (!back) return { ...target, ...place, version };
    return { ...target, ...place, version, lost: null, quote: quoteIn(after, place) };
  }
  const range = carriedRange(target, mapping);
  if (range.from === range.to) return { ...target, ...range, version, lost: reason };
  const same = !mapping.touches(target.from - QUOTE_CONTEXT - 1, target.to + QUOTE_CONTEXT + 1);
  return { ...target, ...range, version, quote: same ? target.quote : quoteIn(after, range) };
}

/**
 * A stretch of a text after a step: what is put in at its edges stays outside. Empty where nothing of
 * it is left, at the place where it was, before whatever has come there.
 */
export function carriedRange({ from, to }: Standing, mapping: Mapping): Standing {
  const range = { from: mapping.at(from, 1), to: mapping.at(to, -1) };
  if (range.from < range.to) return range;
  const place = mapping.at(from, -1);
  return { from: place, to: place };
}

/**
 * Where lost words stand after a step: on themselves where they are `back`, else nowhere (empty), where
 * they were. They are back where the step puts text in at the very `place`, and in it, once, they stand
 * between the same words as they did. What merely looks like them (the next banner, which says the
 * same) is not they.
 */
export function carriedPlace(
  place: number,
  quote: Quote,
  mapping: Mapping,
  after: Text,
): Standing & { readonly back: boolean } {
  const from = mapping.at(place, -1);
  const [at, another] = returned(quote, after, from, mapping.putAt(place));
  if (at === undefined || another !== undefined) return { from, to: from, back: false };
  return { from: at, to: at + quote.exact.length, back: true };
}

/** Where in `[from, to)` the words of a quote stand between its prefix and its suffix. */
function returned({ exact, prefix, suffix }: Quote, after: Text, from: number, to: number) {
  const found: number[] = [];
  if (from === to || to - from < exact.length) return found;
  const start = Math.max(0, from - prefix.length);
  const around = after.sliceString(start, to + suffix.length);
  const wanted = prefix + exact + suffix;
  for (let at = around.indexOf(wanted); at >= 0; at = around.indexOf(wanted, at + 1)) {
    const place = start + at + prefix.length;
    if (place >= from && place + exact.length <= to) found.push(place);
  }
  return found;
}

/** The quote of a stretch, read from its surroundings alone: a text may be long and have many targets. */
export function quoteIn(text: Text, { from, to }: Standing): Quote {
  const start = Math.max(0, from - QUOTE_CONTEXT - 1);
  const around = text.sliceString(start, to + QUOTE_CONTEXT + 1);
  return quoteOf(around, from - start, to - start);
}
