import type { LossReport } from '../../domain/exchange/loss.ts';
import { count } from './library.ts';

/** How many losses of a kind are named for a person; data has them as the report has them. */
const NAMED = 5;

/** A loss report in words. */
export function lossWords(losses: LossReport, nothing: string): string {
  if (losses.length === 0) return nothing;
  return losses
    .flatMap(({ sentence, count: number, named }) => [
      `${count(number)} × ${sentence}`,
      ...named.slice(0, NAMED).map(({ what }) => `      ${what}`),
      ...(number > NAMED ? [`      … and ${count(number - NAMED)} more`] : []),
    ])
    .join('\n');
}
