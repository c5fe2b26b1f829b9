import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Library } from './library.ts';

/** One annotation, as lists over the library show it. */
export function readAnnotation(_library: Library, _id: string): AnnotationSummary {
  return fail('unexpected', 'This is not built yet.');
}

/** The annotations of the library that hold some words. */
export function findAnnotations(
  _library: Library,
  _sought: CheckedInput<'annotation.find'>,
): AnnotationSummary[] {
  return fail('unexpected', 'This is not built yet.');
}

/** Who has annotated, and how much. */
export function listCreators(_library: Library): RequestOutput<'annotation.creators'> {
  return fail('unexpected', 'This is not built yet.');
}
