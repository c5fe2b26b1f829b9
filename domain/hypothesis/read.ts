import type { Coming } from '../exchange/coming.ts';
import { fail } from '../failure.ts';

/** The annotations in what the API of Hypothesis sends, or its export holds. */
export function readHypothesis(_json: unknown): Coming {
  return fail('unexpected', 'This is not built yet.');
}

/** Whether what a JSON file holds looks like annotations of Hypothesis. */
export function isHypothesis(_json: unknown): boolean {
  return false;
}
