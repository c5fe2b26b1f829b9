import type { CheckedInput } from '../../domain/contract.ts';
import type { Library } from './library.ts';

/** Reads a field otherwise than cleaning did, as one action. */
export function emendField(
  _library: Library,
  _input: CheckedInput<'metadata.emend'>,
  _author: string,
): void {
  throw new Error('not built yet');
}
