import type { ChangeDesc, Text } from '@codemirror/state';
import { quoteOf, type Target } from './annotation.ts';

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
  if (target.lost !== null) return recovered(target, step, after, version);
  const from = step.mapPos(target.from, 1);
  const to = step.mapPos(target.to, -1);
  if (from >= to) {
    const place = step.mapPos(target.from, -1);
    return { ...target, from: place, to: place, version, lost: reason };
  }
  return { ...target, from, to, version, quote: quoteOf(after.toString(), from, to) };
}

/** A lost target where its words are back at its place; else as lost as before. */
function recovered(target: Target, step: ChangeDesc, after: Text, version: number): Target {
  const { exact } = target.quote;
  const from = step.mapPos(target.from, -1);
  const to = from + exact.length;
  if (after.sliceString(from, to) !== exact) return { ...target, from, to: from, version };
  return { ...target, from, to, version, lost: null, quote: quoteOf(after.toString(), from, to) };
}
