import type { CheckedInput } from '../../domain/contract.ts';
import type { Revision } from '../../domain/history/revision.ts';
import type { Library } from './library.ts';

/** The revisions of a cable, the newest first. */
export function listRevisions(_library: Library, _cableId: string): Revision[] {
  throw new Error('not built yet');
}

/** The transcription as it was at the end of a revision. */
export function readRevision(_library: Library, _which: CheckedInput<'revision.read'>): string {
  throw new Error('not built yet');
}

/** Restores text and annotations as they were at the end of a revision, as one action. */
export function restoreRevision(
  _library: Library,
  _which: CheckedInput<'revision.restore'>,
  _author: string,
): boolean {
  throw new Error('not built yet');
}

/** Says what a revision is about, as one action. */
export function nameRevision(
  _library: Library,
  _input: CheckedInput<'revision.name'>,
  _author: string,
): void {
  throw new Error('not built yet');
}
