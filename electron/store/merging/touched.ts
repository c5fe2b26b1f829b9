import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { Operation } from '../../../domain/journal/operation.ts';
import { thingsOfConflict } from '../../../domain/merge/deciding.ts';
import type { Deed } from '../../../domain/merge/state.ts';
import { touchedBy } from '../../../domain/merge/things.ts';
import { transact, type Database } from '../database.ts';
import { librarySettings } from '../library-settings.ts';

/** What has touched a thing; `cableId` is '' for what is of no cable. */
export interface Touched extends Deed {
  readonly thing: string;
  readonly cableId: string;
}

interface JournalRow {
  readonly sequence: number;
  readonly id: string;
  readonly author: string;
  readonly time: string;
  readonly forward: string;
  readonly inverse: string;
}

/** How many rows of the journal are read before others get a turn. */
const ROWS_A_TURN = 50;
const Operations = z.array(Operation);

/** The merge that what is known for good has come with: none. */
const FOR_GOOD = '';

/** What holds: all but what came with a merge that was undone. */
const HELD = `(via = '${FOR_GOOD}' OR via IN (SELECT id FROM merged WHERE held = 1))`;

/** Which actions have touched which things. */
export function touchedTable(db: Database) {
  const settings = librarySettings(db);
  const rows = db.prepare<[number, number], JournalRow>(
    `SELECT sequence, id, author, time, forward, inverse FROM journal
      WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  );
  const add = db.prepare<[string, string, string, string]>(
    'INSERT INTO touched (thing, action, via, cable_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const addAction = db.prepare<[string, string, string]>(
    'INSERT INTO touching (action, author, time) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const cableOf = db
    .prepare<[string], string>('SELECT cable_id FROM touched WHERE thing = ? LIMIT 1')
    .pluck();
  const cableOfAnnotation = db
    .prepare<[string], string>('SELECT cable_id FROM annotation WHERE id = ?')
    .pluck();
  const ofCable = db.prepare<[string], Touched>(
    `SELECT DISTINCT thing, cable_id AS cableId, action AS id, author, time
       FROM touched JOIN touching USING (action)
      WHERE cable_id = ? AND ${HELD} ORDER BY thing, action`,
  );
  const cables = db
    .prepare<[], string>(
      `SELECT DISTINCT cable_id FROM touched WHERE cable_id <> '' AND ${HELD} ORDER BY cable_id`,
    )
    .pluck();
  const count = db
    .prepare<[string], number>(`SELECT count(*) FROM touched WHERE cable_id = ? AND ${HELD}`)
    .pluck();
  const merged = db.prepare<[string, string, string]>(
    'INSERT INTO merged (id, file_name, time, held) VALUES (?, ?, ?, 0)',
  );
  const hold = db.prepare<[0 | 1, string, 0 | 1]>(
    'UPDATE merged SET held = ? WHERE id = ? AND held <> ?',
  );

  const seen = (): number => Number(settings.get('touched') ?? 0);

  /** The cable of a thing that its action does not tell: an annotation that only got other tags. */
  const knownCable = (thing: string): string => {
    const known = cableOf.get(thing);
    if (known !== undefined) return known;
    const [kind, id = ''] = thing.split(':');
    return (kind === 'annotation' ? cableOfAnnotation.get(id) : undefined) ?? '';
  };

  const put = (via: string, { thing, cableId, id, author, time }: Touched): void => {
    add.run(thing, id, via, cableId);
    addAction.run(id, author, time);
  };

  /** Reads the next rows of the journal; tells whether there were any. */
  const read = (): boolean =>
    transact(db, () => {
      const some = rows.all(seen(), ROWS_A_TURN);
      for (const { id, author, time, forward, inverse } of some) {
        const done = Operations.parse(JSON.parse(forward));
        // A merge is nobody's edit: what it brings is known by those who did it.
        if (done.some(({ type }) => type === 'merge.hold')) continue;
        for (const each of touchedBy(done, Operations.parse(JSON.parse(inverse)))) {
          const cableId = each.cableId ?? knownCable(each.thing);
          put(FOR_GOOD, { thing: each.thing, cableId, id, author, time });
        }
        for (const { thing, cableId } of decidedBy(done))
          put(FOR_GOOD, { thing, cableId, id, author, time });
      }
      const last = some.at(-1);
      if (last) settings.set('touched', String(last.sequence));
      return last !== undefined;
    });

  return {
    /** Reads what of the journal has not been read yet, with turns for others; false where it was stopped. */
    async catchUp(signal: AbortSignal): Promise<boolean> {
      while (!signal.aborted) {
        if (!read()) return true;
        await setImmediate();
      }
      return false;
    },

    /** Reads what of the journal has not been read yet at once: the last few rows. */
    catchUpNow(): void {
      while (read());
    },

    /** What has touched the things of a cable; '' asks for those that are of no cable. */
    all: (cableId: string): Touched[] => ofCable.all(cableId),

    /** The same by the things. */
    of(cableId: string): Map<string, Deed[]> {
      const touches = new Map<string, Deed[]>();
      for (const { thing, id, author, time } of ofCable.all(cableId)) {
        const known = touches.get(thing);
        if (known) known.push({ id, author, time });
        else touches.set(thing, [{ id, author, time }]);
      }
      return touches;
    },

    /** How much has touched the things of a cable: another number says that somebody has worked on it. */
    count: (cableId: string): number => count.get(cableId) ?? 0,

    /** The cables on which anybody has ever worked. */
    cables: (): string[] => cables.all(),

    /** Knows of actions; those that came with a merge hold as long as that does. Only within a transaction. */
    add(all: Iterable<Touched>, via: string = FOR_GOOD): void {
      for (const each of all) put(via, each);
    },

    /** Knows of a merge, which is not held yet. Only within a transaction. */
    addMerge(id: string, fileName: string, time: string): void {
      merged.run(id, fileName, time);
    },

    /** Holds what came with a merge, or lets it go; tells whether that changed anything. Only within a transaction. */
    hold: (id: string, held: boolean): boolean => {
      const flag = held ? 1 : 0;
      return hold.run(flag, id, flag).changes > 0;
    },
  };
}

export type TouchedTable = ReturnType<typeof touchedTable>;

/** What deciding conflicts touches, also where the value that was shown has been chosen. */
function decidedBy(operations: readonly Operation[]): { thing: string; cableId: string }[] {
  return operations.flatMap((operation) => {
    if (operation.type !== 'conflict.put') return [];
    const { conflict } = operation;
    const cableId = conflict.cableId ?? '';
    return thingsOfConflict(conflict).map((thing) => ({ thing, cableId }));
  });
}
