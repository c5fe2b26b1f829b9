import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { ManyChanged } from './face.ts';
import type { Library } from './library.ts';

/** How far two creators agree. */
export function measureAgreement(
  _library: Library,
  _input: CheckedInput<'agreement.measure'>,
): RequestOutput<'agreement.measure'> {
  return fail('unexpected', 'This is not built yet.');
}

/** Accepts or rejects annotations, or takes that back, as one action. */
export function judgeAnnotations(
  _library: Library,
  _input: CheckedInput<'agreement.judge'>,
  _author: string,
): ManyChanged {
  return fail('unexpected', 'This is not built yet.');
}

/** Merges annotations of one cable into one, as one action. */
export function mergeAnnotations(
  _library: Library,
  _ids: readonly string[],
  _author: string,
): Annotation {
  return fail('unexpected', 'This is not built yet.');
}
