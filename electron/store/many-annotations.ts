import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { CheckedInput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { ManyChanged } from './face.ts';
import type { Library } from './library.ts';

/** Says anew on which passages an annotation stands, as one action. */
export function reachAnnotation(
  _library: Library,
  _input: CheckedInput<'annotation.reach'>,
  _author: string,
): Annotation {
  return fail('unexpected', 'This is not built yet.');
}

/** Puts tags on annotations and takes others off, as one action. */
export function retagAnnotations(
  _library: Library,
  _input: CheckedInput<'annotation.retag'>,
  _author: string,
): ManyChanged {
  return fail('unexpected', 'This is not built yet.');
}
