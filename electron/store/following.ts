import type { ChangeDesc } from '@codemirror/state';
import { QUOTE_CONTEXT, type Target } from '../../domain/annotation/annotation.ts';
import { mappingOf } from '../../domain/transcription/mapping.ts';
import type { Database } from './database.ts';

/** How far from a target a change still touches it: its quote reaches so far. */
const REACH = QUOTE_CONTEXT + 1;

/** From how many stretches on each target is written by itself: a statement for a stretch looks at all of them. */
const MANY_STRETCHES = 6;

type Position = readonly [id: string, ordinal: number, from: number, to: number];

/** How the targets on a transcription follow a step of it. Nothing is written before `move`. */
export interface Following {
  /** The annotations with a target so near to a change that they are to be carried one by one. */
  readonly near: string[];
  /** Moves the targets that have not yet the new version along, and gives them that version. Only within a transaction. */
  readonly move: (version: number) => void;
}

interface Shift {
  readonly cableId: string;
  readonly shift: number;
  readonly version: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Targets that follow a step of their transcription. A text may have ten thousand of them, and a step
 * is saved every second while somebody types: only what is near a change is read whole.
 */
export function followingTargets(db: Database) {
  const ofCable = `side = 'transcription' AND annotation_id IN (SELECT id FROM annotation WHERE cable_id`;
  const positions = db
    .prepare<[string], Position>(
      `SELECT annotation_id, ordinal, from_at, to_at FROM annotation_target WHERE ${ofCable} = ?)`,
    )
    .raw();
  // A target that has the new version has been moved already, and may stand in another stretch by now.
  const moveStretch = db.prepare<Shift>(
    `UPDATE annotation_target
        SET from_at = from_at + @shift, to_at = to_at + @shift, version = @version
      WHERE ${ofCable} = @cableId) AND version <> @version AND from_at BETWEEN @low AND @high`,
  );
  const moveOne = db.prepare<[number, number, number, string, number, number]>(
    `UPDATE annotation_target SET from_at = from_at + ?, to_at = to_at + ?, version = ?
      WHERE annotation_id = ? AND ordinal = ? AND version <> ?`,
  );
  const clear = db.prepare<[string]>('DELETE FROM annotation_target WHERE annotation_id = ?');
  const add = db.prepare<
    Omit<Target, 'from' | 'to' | 'quote'> &
      Target['quote'] & { id: string; ordinal: number; from_at: number; to_at: number }
  >(
    `INSERT INTO annotation_target
       (annotation_id, ordinal, side, from_at, to_at, version, exact, prefix, suffix, lost)
     VALUES (@id, @ordinal, @side, @from_at, @to_at, @version, @exact, @prefix, @suffix, @lost)`,
  );

  return {
    /** How the targets of a cable follow a step of its transcription. */
    following(cableId: string, step: ChangeDesc): Following {
      const mapping = mappingOf(step);
      const all = positions.all(cableId);
      const near = all
        .filter(([, , from, to]) => mapping.touches(from - REACH, to + REACH))
        .map(([id]) => id);
      const stretches = stretchesOf(step);
      const move = (version: number) => {
        if (all.length === 0) return;
        if (stretches.length < MANY_STRETCHES)
          for (const stretch of stretches) moveStretch.run({ cableId, version, ...stretch });
        else
          for (const [id, ordinal, from] of all) {
            const shift = mapping.at(from, 1) - from;
            moveOne.run(shift, shift, version, id, ordinal, version);
          }
      };
      return { near: [...new Set(near)], move };
    },

    /** Puts targets of an annotation in the place of those it has. Only within a transaction. */
    putTargets(id: string, targets: readonly Target[]): void {
      clear.run(id);
      for (const [ordinal, { from, to, quote, ...rest }] of targets.entries())
        add.run({ ...rest, ...quote, id, ordinal, from_at: from, to_at: to });
    },
  };
}

/** The stretches of a text between the changes of a step, ends included, and how far they move. */
function stretchesOf(step: ChangeDesc): Pick<Shift, 'low' | 'high' | 'shift'>[] {
  const stretches: Pick<Shift, 'low' | 'high' | 'shift'>[] = [];
  let low = 0;
  let shift = 0;
  step.iterChangedRanges((fromA, toA, _fromB, toB) => {
    stretches.push({ low, high: fromA, shift });
    low = toA;
    shift = toB - toA;
  });
  return [...stretches, { low, high: step.length, shift }];
}
