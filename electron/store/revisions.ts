import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Target } from '../../domain/annotation/annotation.ts';
import { StoredChange } from '../../domain/change/decision.ts';
import { Emendation } from '../../domain/emendation/emendation.ts';
import { fail } from '../../domain/failure.ts';
import type { Revision } from '../../domain/history/revision.ts';
import { LARGEST } from '../../domain/limits.ts';
import { Placed } from '../../domain/journal/operation.ts';
import type { annotationTable } from './annotations.ts';
import type { cableTable } from './cables.ts';
import { stamped } from './carrying.ts';
import type { Database } from './database.ts';
import { NotAsWritten } from './failures.ts';

/** How much JSON the state of a cable comes to at most, in bytes (256 MiB): four times the largest file that is taken. */
const LARGEST_STATE = 4 * LARGEST.cable;

/** After how long a pause a new stretch of work begins, in milliseconds. */
const PAUSE = 10 * 60_000;

/**
 * What restores a text: all changes and emendations of its cable, and where its annotations stood.
 * Targets have no version in it (0).
 */
const State = z.strictObject({
  changes: z.array(StoredChange),
  emendations: z.array(Emendation),
  // An annotation on the whole cable stands nowhere, so there is nothing to restore of it.
  targets: z
    .array(z.strictObject({ ...Placed.shape, targets: z.array(Target) }))
    .transform((all) => all.filter(({ targets }) => targets.length > 0)),
});
export type State = z.infer<typeof State>;

/** Who touches a text, when (UTC ISO 8601), and the number of the revision it goes back to by that. */
export interface Touch {
  readonly author: string;
  readonly time: string;
  readonly restored: number | null;
}

interface Tables {
  readonly annotations: ReturnType<typeof annotationTable>;
  readonly cables: ReturnType<typeof cableTable>;
}

type Row = Revision & { readonly cable_id: string; readonly state: Buffer | null };

const COLUMNS = 'id, number, author, started, ended, message, actions, restored';

/** The history of texts: stretches of work on them. Rows are never taken away; undoing is history too. */
export function revisionTable(db: Database, { annotations, cables }: Tables) {
  const list = db.prepare<[string], Revision>(
    `SELECT ${COLUMNS} FROM revision WHERE cable_id = ? ORDER BY number DESC`,
  );
  const last = db.prepare<[string], Revision>(
    `SELECT ${COLUMNS} FROM revision WHERE cable_id = ? ORDER BY number DESC LIMIT 1`,
  );
  const find = db.prepare<[string, string], Revision>(
    `SELECT ${COLUMNS} FROM revision WHERE cable_id = ? AND id = ?`,
  );
  const state = db.prepare<[string], Pick<Row, 'state'>>('SELECT state FROM revision WHERE id = ?');
  const open = db.prepare<Row>(
    `INSERT INTO revision (cable_id, ${COLUMNS}, state)
     VALUES (@cable_id, @id, @number, @author, @started, @ended, @message, @actions, @restored, @state)`,
  );
  const close = db.prepare<[Buffer, string]>('UPDATE revision SET state = ? WHERE id = ?');
  const goOn = db.prepare<[string, string]>(
    'UPDATE revision SET ended = max(ended, ?), actions = actions + 1 WHERE id = ?',
  );
  const message = db.prepare<[string], { message: string }>(
    'SELECT message FROM revision WHERE id = ?',
  );
  const name = db.prepare<[string, string]>('UPDATE revision SET message = ? WHERE id = ?');

  const present = (cableId: string): State => ({
    changes: cables.changes(cableId),
    emendations: cables.emendations.list(cableId),
    targets: annotations
      .list(cableId)
      .map(({ id, targets }) => ({ id, targets: stamped(targets, 0) })),
  });
  const get = (cableId: string, id: string): Revision =>
    find.get(cableId, id) ??
    fail('not-found', 'This revision is not in the history of this cable. Choose one of the list.');

  /** The text as it was before anybody touched it. */
  const begin = (cableId: string): void => {
    const time = cables.importedAt(cableId);
    open.run({
      ...{ cable_id: cableId, id: newId(), number: 0, author: '', started: time, ended: time },
      ...{ message: '', actions: 0, restored: null, state: packed(present(cableId)) },
    });
  };

  return {
    /** The revisions of a cable, the newest first. */
    list: (cableId: string): Revision[] => list.all(cableId),

    /** A revision of a cable; fails with `not-found` where there is none. */
    get,

    /** What restores the end of a revision; null for the last one, whose state is that of today. */
    state(id: string): State | null {
      const blob = state.get(id)?.state ?? null;
      return blob && State.parse(JSON.parse(unpacked(blob)));
    },

    /** What restores a cable as it is. */
    present,

    /**
     * Says that the text of a cable is about to be changed: it goes on with the last stretch of work,
     * or begins a new one, before which the state of the last is kept. Only within a transaction,
     * before anything of it is changed.
     */
    touch(cableId: string, touch: Touch): void {
      const before = last.get(cableId);
      if (before && goesOn(before, touch)) {
        goOn.run(touch.time, before.id);
        return;
      }
      if (before) close.run(packed(present(cableId)), before.id);
      else begin(cableId);
      const { author, time, restored } = touch;
      open.run({
        ...{ cable_id: cableId, id: newId(), number: (before?.number ?? 0) + 1, author },
        ...{ started: time, ended: time, message: '', actions: 1, restored, state: null },
      });
    },

    /** Gives a revision another message; returns the one before, null where there is no such revision. */
    name(id: string, words: string): string | null {
      const before = message.get(id)?.message ?? null;
      if (before !== null) name.run(words, id);
      return before;
    },
  };
}

/** Whether somebody who touches a text goes on with the last stretch of work on it. A clock that was set back ends it. */
function goesOn(last: Revision, { author, time, restored }: Touch): boolean {
  const pause = Date.parse(time) - Date.parse(last.ended);
  const plain = last.message === '' && last.restored === null && restored === null;
  return plain && last.author === author && Math.abs(pause) <= PAUSE;
}

function packed(state: State): Buffer {
  return deflateRawSync(JSON.stringify(state));
}

/** The JSON of a packed state. What cannot be unpacked, or unpacks to more than any state has, is none of ours. */
function unpacked(blob: Uint8Array): string {
  try {
    return inflateRawSync(blob, { maxOutputLength: LARGEST_STATE }).toString();
  } catch {
    throw new NotAsWritten('a revision cannot be unpacked');
  }
}
