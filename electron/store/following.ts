import type { ChangeDesc } from '@codemirror/state';
import { QUOTE_CONTEXT, type Target } from '../../domain/annotation/annotation.ts';
import { mappingOf } from '../../domain/transcription/mapping.ts';
import type { Database } from './database.ts';

/** How far from a target a change still touches it: its quote reaches so far. */
const REACH = QUOTE_CONTEXT + 1;

type Row = readonly [id: string, ordinal: number, from: number, to: number];

/** Where a target stands, in UTF-16 code units of the transcription. */
interface Position {
  readonly ordinal: number;
  readonly from: number;
  readonly to: number;
}

/** Where all targets on the transcription of a cable stand, by their annotations. */
interface Positions {
  readonly cableId: string;
  readonly of: Map<string, Position[]>;
}

/** How the targets on a transcription follow a step of it. Nothing is written before `move`. */
export interface Following {
  /** The annotations with a target so near to a change that they are to be carried one by one. */
  readonly near: string[];
  /**
   * Moves all targets along and gives them the new version, but for those of annotations `written` in
   * it already, as all that are near must be. Only within a transaction.
   */
  readonly move: (version: number, written: ReadonlySet<string>) => void;
}

interface OneChange {
  readonly cableId: string;
  readonly version: number;
  /** Where the change ends; what stands there or after it moves by `shift`. */
  readonly at: number;
  readonly shift: number;
}

/**
 * Targets that follow a step of their transcription. A text may have ten thousand of them, and a step
 * is saved every second while somebody types: only what is near a change is read whole.
 */
export function followingTargets(db: Database) {
  const ofCable = `side = 'transcription' AND annotation_id IN (SELECT id FROM annotation WHERE cable_id`;
  const positions = db
    .prepare<[string], Row>(
      `SELECT annotation_id, ordinal, from_at, to_at FROM annotation_target WHERE ${ofCable} = ?)`,
    )
    .raw();
  // A target that has the new version has been moved already.
  const moveAll = db.prepare<OneChange>(
    `UPDATE annotation_target SET version = @version,
        from_at = from_at + iif(from_at >= @at, @shift, 0),
        to_at = to_at + iif(from_at >= @at, @shift, 0)
      WHERE ${ofCable} = @cableId) AND version <> @version`,
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

  // While somebody types, the places are asked for again and again; everything written goes through here.
  let held: Positions | null = null;
  const positionsOf = (cableId: string): Positions => {
    if (held?.cableId === cableId) return held;
    const of = new Map<string, Position[]>();
    for (const [id, ordinal, from, to] of positions.all(cableId)) {
      const known = of.get(id);
      if (known) known.push({ ordinal, from, to });
      else of.set(id, [{ ordinal, from, to }]);
    }
    held = { cableId, of };
    return held;
  };

  return {
    /** How the targets of a cable follow a step of its transcription. */
    following(cableId: string, step: ChangeDesc): Following {
      const mapping = mappingOf(step);
      const { of } = positionsOf(cableId);
      const touched = ({ from, to }: Position) => mapping.touches(from - REACH, to + REACH);
      const near = [...of].filter(([, all]) => all.some(touched)).map(([id]) => id);
      const change = onlyChange(step);
      const move = (version: number, written: ReadonlySet<string>) => {
        if (of.size > 0 && change) moveAll.run({ cableId, version, ...change });
        for (const [id, all] of of) {
          if (written.has(id)) continue;
          const moved = all.map(({ ordinal, from, to }) => {
            const shift = mapping.at(from, 1) - from;
            if (!change) moveOne.run(shift, shift, version, id, ordinal, version);
            return { ordinal, from: from + shift, to: to + shift };
          });
          of.set(id, moved);
        }
      };
      return { near, move };
    },

    /** Puts targets of an annotation in the place of those it has. Only within a transaction. */
    putTargets(cableId: string, id: string, targets: readonly Target[]): void {
      clear.run(id);
      for (const [ordinal, { from, to, quote, ...rest }] of targets.entries())
        add.run({ ...rest, ...quote, id, ordinal, from_at: from, to_at: to });
      if (held?.cableId === cableId) held.of.set(id, standing(targets));
    },

    /** Forgets where targets stood: all of them, as a transaction was rolled back, or those of an annotation taken away. */
    forgetTargets(id?: string): void {
      if (id === undefined) held = null;
      else held?.of.delete(id);
    },
  };
}

function standing(targets: readonly Target[]): Position[] {
  return targets.flatMap(({ side, from, to }, ordinal) =>
    side === 'transcription' ? { ordinal, from, to } : [],
  );
}

/** The change of a step that has no more than one; null where there are more, and each target is moved by itself. */
function onlyChange(step: ChangeDesc): Pick<OneChange, 'at' | 'shift'> | null {
  const changes: Pick<OneChange, 'at' | 'shift'>[] = [];
  step.iterChangedRanges((fromA, toA, fromB, toB) => {
    changes.push({ at: toA, shift: toB - fromB - (toA - fromA) });
  });
  const [change = { at: 0, shift: 0 }, another] = changes;
  return another ? null : change;
}
