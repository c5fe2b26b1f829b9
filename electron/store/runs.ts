import type { ChangeSet, Text } from '@codemirror/state';
import type { Annotation } from '../../domain/annotation/annotation.ts';

/** How long an editor may pause within one run of typing, in milliseconds. */
const PAUSE = 60_000;

/**
 * Typing of one editor that is saved in pieces. It must not matter where saving cuts it, so
 * annotations are carried over all of it at once, from where they stood when it began.
 */
export interface Run {
  readonly cableId: string;
  readonly author: string;
  /** The version of the text after the last piece. */
  readonly version: number;
  /** The number of the last piece's row in the journal. */
  readonly row: number;
  /** When the last piece was saved, in milliseconds since 1970. */
  readonly saved: number;
  /** The text as the run began. */
  readonly start: Text;
  /** From `start` to the text after the last piece. */
  readonly step: ChangeSet;
  /** The annotations that the run has come near to, as they stood when it began. */
  readonly met: readonly Annotation[];
}

/** Keeps the run of typing under way; it is forgotten when the library is closed. */
export function runKeeper() {
  let last: Run | null = null;
  return {
    /** The run that typing on now goes on with; null where something has come between. */
    goingOn(now: Pick<Run, 'cableId' | 'author' | 'version' | 'row' | 'saved'>): Run | null {
      if (!last) return null;
      const { cableId, author, version, row, saved } = last;
      const pause = now.saved - saved;
      const same =
        cableId === now.cableId &&
        author === now.author &&
        version === now.version &&
        row === now.row;
      return same && pause >= 0 && pause < PAUSE ? last : null;
    },

    /** Keeps a run in the place of the one before. */
    keep(run: Run): void {
      last = run;
    },
  };
}
