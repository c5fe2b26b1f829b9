import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { Watching } from './batch.ts';
import type { Library } from './library.ts';

/** The places that would be emended alike; null where the search was stopped. */
export async function findAlike(
  _library: Library,
  _input: CheckedInput<'alike.find'>,
  _watching: Watching,
): Promise<RequestOutput<'alike.find'>> {
  throw new Error('not built yet');
}

/** Emends places alike as one action. */
export async function emendAlike(
  _library: Library,
  _input: CheckedInput<'alike.emend'>,
  _author: string,
  _watching: Watching,
): Promise<RequestOutput<'alike.emend'>> {
  throw new Error('not built yet');
}
