import type { RequestOutput } from '../../domain/contract.ts';
import type { Library } from './library.ts';

/** The cables that seem to transcribe the same message, the likest first. */
export function proposeWitnesses(
  _library: Library,
  _cableId: string,
): RequestOutput<'witness.propose'> {
  throw new Error('not built yet');
}
