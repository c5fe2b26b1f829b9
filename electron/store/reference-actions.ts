import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { ReferenceGraph } from '../../domain/reference/reference.ts';
import type { Library } from './library.ts';

const later = (): never => fail('unexpected', 'This is not built yet.');

/** What a cable refers to, and which cables refer to it. */
export function listReferences(_library: Library, _id: string): RequestOutput<'reference.list'> {
  return later();
}

/** The documents that are referred to and not in the library. */
export function listMissing(
  _library: Library,
  _stretch: CheckedInput<'reference.missing'>,
): RequestOutput<'reference.missing'> {
  return later();
}

/** Who cites whom. */
export function referenceGraph(
  _library: Library,
  _input: CheckedInput<'reference.graph'>,
): ReferenceGraph {
  return later();
}
