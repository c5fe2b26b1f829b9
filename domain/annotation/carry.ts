import type { ChangeDesc, Text } from '@codemirror/state';
import { QUOTE_CONTEXT, quoteOf, type Quote, type Target } from './annotation.ts';

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
  return { ...target, from, to, version, quote: quoteIn(after, from, to) };
}

/**
 * A lost target where its words are back; else as lost as before. They are back where the step puts
 * text in at the very place, and in it, once, they stand between the same words as they did. What
 * merely looks like them (the next banner, which says the same) is not they.
 */
function recovered(target: Target, step: ChangeDesc, after: Text, version: number): Target {
  const from = step.mapPos(target.from, -1);
  const [at, another] = returned(target.quote, after, from, step.mapPos(target.from, 1));
  if (at === undefined || another !== undefined) return { ...target, from, to: from, version };
  const to = at + target.quote.exact.length;
  return { ...target, from: at, to, version, lost: null, quote: quoteIn(after, at, to) };
}

/** Where in `[from, to)` the words of a quote stand between its prefix and its suffix. */
function returned({ exact, prefix, suffix }: Quote, after: Text, from: number, to: number) {
  const found: number[] = [];
  if (to - from < exact.length) return found;
  const start = Math.max(0, from - prefix.length);
  const around = after.sliceString(start, to + suffix.length);
  const wanted = prefix + exact + suffix;
  for (let at = around.indexOf(wanted); at >= 0; at = around.indexOf(wanted, at + 1)) {
    const place = start + at + prefix.length;
    if (place >= from && place + exact.length <= to) found.push(place);
  }
  return found;
}

/** The quote of `[from, to)`, read from its surroundings alone: a text may be long and have many targets. */
function quoteIn(text: Text, from: number, to: number): Quote {
  const start = Math.max(0, from - QUOTE_CONTEXT - 1);
  const around = text.sliceString(start, to + QUOTE_CONTEXT + 1);
  return quoteOf(around, from - start, to - start);
}
