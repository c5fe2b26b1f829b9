import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { Library } from './library.ts';

/** A stretch of the annotations that have a tag. */
export function listTagUses(
  _library: Library,
  _stretch: CheckedInput<'tag.uses'>,
): RequestOutput<'tag.uses'> {
  return fail('unexpected', 'This is not built yet.');
}

/** What merging tags would do. */
export function previewMerge(
  _library: Library,
  _input: CheckedInput<'tag.merge'>,
): RequestOutput<'tag.previewMerge'> {
  return fail('unexpected', 'This is not built yet.');
}

/** Merges tags into one, as one action. */
export function mergeTags(
  _library: Library,
  _input: CheckedInput<'tag.merge'>,
  _author: string,
): RequestOutput<'tag.merge'> {
  return fail('unexpected', 'This is not built yet.');
}

/** Splits a tag, as one action. */
export function splitTag(
  _library: Library,
  _input: CheckedInput<'tag.split'>,
  _author: string,
): Tag {
  return fail('unexpected', 'This is not built yet.');
}
