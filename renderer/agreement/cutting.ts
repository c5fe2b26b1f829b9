import { LEFT_OUT } from '../../domain/agreement/standing.ts';
import type { Range } from '../../domain/text/range.ts';
import { type Manuscript, textOn } from '../workbench/manuscript.ts';

/** A stretch of one annotation, and whether the other one stands there as well. */
export interface Cut extends Range {
  readonly common: boolean;
}

/** The stretches of one annotation, cut where the other one begins or ends; both as `standingOf` tells them. */
export function cutBy(mine: readonly Range[], other: readonly Range[]): Cut[] {
  return mine.flatMap(({ from, to }) => {
    const cuts: Cut[] = [];
    let at = from;
    const add = (end: number, common: boolean) => {
      if (end > at) cuts.push({ from: at, to: end, common });
      at = Math.max(at, end);
    };
    for (const one of other) {
      if (one.to <= from || one.from >= to) continue;
      add(one.from, false);
      add(Math.min(one.to, to), true);
    }
    add(to, false);
    return cuts;
  });
}

/** The words of a stretch as `standingOf` tells it. */
export function wordsAt(manuscript: Manuscript, { from, to }: Range): string {
  return from >= LEFT_OUT
    ? textOn(manuscript, 'original').sliceString(from - LEFT_OUT, to - LEFT_OUT)
    : textOn(manuscript, 'transcription').sliceString(from, to);
}
