import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { CableChoice } from '../../domain/library/choice.ts';
import type { Watching } from './batch.ts';
import type { Library } from './library.ts';

const later = (): never => fail('unexpected', 'This is not built yet.');

/** Says how far many cables have come, as one action; tells how many have changed. */
export function reviewCables(
  _library: Library,
  _input: CheckedInput<'cables.review'>,
  _author: string,
): number {
  return later();
}

/** Tags many cables as a whole, as one action; tells how many have changed. */
export function tagCables(
  _library: Library,
  _input: CheckedInput<'cables.tag'>,
  _author: string,
): number {
  return later();
}

/** Deletes cables, as one action; tells how many. They are kept. */
export function discardCables(_library: Library, _choice: CableChoice, _author: string): number {
  return later();
}

/** Brings deleted cables back, as one action; tells how many. */
export function restoreCables(_library: Library, _ids: readonly string[], _author: string): number {
  return later();
}

/** A stretch of the deleted cables, those deleted last first. */
export function listDiscarded(
  _library: Library,
  _stretch: CheckedInput<'cables.discarded'>,
): RequestOutput<'cables.discarded'> {
  return later();
}

/** Writes cables into `path`; tells how many, null where it was stopped. */
export async function saveCables(
  _library: Library,
  _input: CheckedInput<'cables.save'>,
  _path: string,
  _by: Watching,
): Promise<number | null> {
  return later();
}
