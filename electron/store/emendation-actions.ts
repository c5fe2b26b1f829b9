import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { Library } from './library.ts';

/** Emends a transcription as one action. */
export function emend(
  _library: Library,
  _edit: CheckedInput<'transcription.emend'>,
  _author: string,
): RequestOutput<'transcription.emend'> {
  throw new Error('not built yet');
}

/** Gives the reason of an emendation as one action. */
export function explainEmendation(
  _library: Library,
  _input: CheckedInput<'emendation.explain'>,
  _author: string,
): void {
  throw new Error('not built yet');
}

/** Takes an emendation back as one action. */
export function takeBackEmendation(
  _library: Library,
  _input: CheckedInput<'emendation.takeBack'>,
  _author: string,
): void {
  throw new Error('not built yet');
}
