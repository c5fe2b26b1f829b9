import type { RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { TagUse } from '../../domain/statistics/tag-use.ts';
import type { Concept } from '../../domain/vocabulary/concept.ts';
import type { Library } from './library.ts';

/** Takes over concepts as tags, as one action. */
export function takeConcepts(
  _library: Library,
  _concepts: readonly Concept[],
  _author: string,
): RequestOutput<'vocabulary.take'> {
  return fail('unexpected', 'This is not built yet.');
}

/** How often each tag is used, by cable. */
export function countTagUse(_library: Library): TagUse[] {
  return fail('unexpected', 'This is not built yet.');
}
