import type { Range } from '../text/range.ts';
import { beginningAtWords, partsOf, withoutSameEdges, withoutStrays } from './differences.ts';
import { match } from './matching.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/**
 * A stretch of two texts that are compared: `a` of the first and `b` of the second (UTF-16 code
 * units). Where `same`, both are the same characters; else the one reads otherwise than the other, or
 * one of them is empty.
 */
export interface Segment {
  readonly same: boolean;
  readonly a: Range;
  readonly b: Range;
}

/**
 * Two texts compared word by word: segments in reading order, without a gap on either side, same and
 * differing ones by turns. A differing segment is of whole words, white space and signs; words that
 * differ one after the other are one difference. Comparing the other way round gives the same
 * segments with their sides changed. The effort is bounded: where two long texts have next to nothing
 * in common, they are one difference.
 */
export function collate(a: string, b: string): Segment[] {
  if (a.length > b.length || (a.length === b.length && a > b))
    return collate(b, a).map((segment) => ({ same: segment.same, a: segment.b, b: segment.a }));
  const [tokensA, tokensB] = tokensOf(a, b);
  const parts = partsOf(match(tokensA, tokensB), tokensB);
  const whole = withoutSameEdges(withoutStrays(parts, tokensA, tokensB), tokensA, tokensB);
  const tidy = beginningAtWords(whole, tokensA, tokensB);
  return tidy.map(({ same, fromA, toA, fromB, toB }) => ({
    same,
    a: rangeOf(tokensA, fromA, toA),
    b: rangeOf(tokensB, fromB, toB),
  }));
}

function rangeOf({ starts }: Tokens, from: number, to: number): Range {
  return { from: starts[from] ?? 0, to: starts[to] ?? 0 };
}
