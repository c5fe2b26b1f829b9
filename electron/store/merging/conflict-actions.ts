import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { Library } from '../library.ts';

/** A stretch of the conflicts, the open ones first. */
export function listConflicts(
  _library: Library,
  _stretch: CheckedInput<'conflict.list'>,
): RequestOutput<'conflict.list'> {
  return fail('unexpected', 'This is not built yet.');
}

/** Decides conflicts, as one action. */
export function decideConflicts(
  _library: Library,
  _input: CheckedInput<'conflict.decide'>,
  _author: string,
): void {
  fail('unexpected', 'This is not built yet.');
}
