import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { ConcordanceLine } from '../../../domain/search/result.ts';
import type { Watching } from '../batch.ts';
import type { PlacesTagged } from '../face.ts';
import type { Library } from '../library.ts';

const later = (): never => fail('unexpected', 'This is not built yet.');

/** Makes a concordance; null where it was stopped. */
export async function makeConcordance(
  _library: Library,
  _query: string,
  _by: Watching,
): Promise<RequestOutput<'concordance.make'>> {
  return later();
}

/** A stretch of a concordance. */
export function concordanceLines(
  _library: Library,
  _input: CheckedInput<'concordance.lines'>,
): ConcordanceLine[] {
  return later();
}

/** Tags lines of a concordance, as one action. */
export async function tagConcordance(
  _library: Library,
  _input: CheckedInput<'concordance.tag'>,
  _author: string,
  _by: Watching,
): Promise<PlacesTagged> {
  return later();
}
