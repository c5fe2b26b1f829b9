import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { Operation } from '../../../domain/journal/operation.ts';
import { thingsOf } from './things-for-now.ts';
import { transact, type Database } from '../database.ts';
import { librarySettings } from '../library-settings.ts';

/** The version of each thing: the ids of the actions that have touched it. */
export type Versions = ReadonlyMap<string, readonly string[]>;

/** A thing that an action has touched; `cableId` is '' for what is of no cable. */
export interface Touched {
  readonly thing: string;
  readonly action: string;
  readonly cableId: string;
}

interface JournalRow {
  readonly sequence: number;
  readonly id: string;
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
    'SELECT sequence, id, forward, inverse FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  const add = db.prepare<[string, string, string, string]>(
    'INSERT INTO touched (thing, action, via, cable_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const cableOf = db
    .prepare<[string], string>(`SELECT cable_id FROM touched WHERE thing = ? LIMIT 1`)
    .pluck();
  const cableOfAnnotation = db
    .prepare<[string], string>('SELECT cable_id FROM annotation WHERE id = ?')
    .pluck();
  const ofCable = db
    .prepare<[string], [string, string]>(
      `SELECT DISTINCT thing, action FROM touched WHERE cable_id = ? AND ${HELD} ORDER BY thing, action`,
    )
    .raw();
  const ofThing = db
    .prepare<[string], string>(
      `SELECT DISTINCT action FROM touched WHERE thing = ? AND ${HELD} ORDER BY action`,
    )
    .pluck();
  const cables = db
    .prepare<[], string>(
      `SELECT DISTINCT cable_id FROM touched WHERE cable_id <> '' AND ${HELD} ORDER BY cable_id`,
    )
    .pluck();
  const merged = db.prepare<[string, string, string, 0 | 1]>(
    `INSERT INTO merged (id, file_name, time, held) VALUES (?, ?, ?, ?)`,
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

  /** Reads the next rows of the journal; tells whether there were any. */
  const read = (): boolean =>
    transact(db, () => {
      const some = rows.all(seen(), ROWS_A_TURN);
      for (const { id, forward, inverse } of some) {
        const done = Operations.parse(JSON.parse(forward));
        // A merge is nobody's edit: what it knows of others it tells of itself.
        if (done.some(({ type }) => type === 'merge.hold')) continue;
        const places = placesIn([...done, ...Operations.parse(JSON.parse(inverse))]);
        for (const thing of new Set(done.flatMap(thingsOf)))
          add.run(thing, id, FOR_GOOD, places.get(thing) ?? knownCable(thing));
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

    /** The versions of all things of a cable that were ever touched; '' tells those that are of no cable. */
    of(cableId: string): Map<string, string[]> {
      const versions = new Map<string, string[]>();
      for (const [thing, action] of ofCable.all(cableId)) {
        const known = versions.get(thing);
        if (known) known.push(action);
        else versions.set(thing, [action]);
      }
      return versions;
    },

    /** The version of a thing. */
    version: (thing: string): string[] => ofThing.all(thing),

    /** The cables on which anybody has ever worked. */
    cables: (): string[] => cables.all(),

    /** Knows of actions; those that came with a merge hold as long as that does. Only within a transaction. */
    add(all: Iterable<Touched>, via: string = FOR_GOOD): void {
      for (const { thing, action, cableId } of all) add.run(thing, action, via, cableId);
    },

    /** Knows of a merge, which is not held yet. Only within a transaction. */
    addMerge(id: string, fileName: string, time: string): void {
      merged.run(id, fileName, time, 0);
    },

    /** Holds what came with a merge, or lets it go; tells whether that changed anything. Only within a transaction. */
    hold: (id: string, held: boolean): boolean => {
      const flag = held ? 1 : 0;
      return hold.run(flag, id, flag).changes > 0;
    },
  };
}

export type TouchedTable = ReturnType<typeof touchedTable>;

/** Things that say themselves which cable they are of. */
const OF_CABLE = new Set(['change', 'field', 'review', 'discard', 'findings']);

/** The cables of things, as far as operations and their names tell. */
function placesIn(operations: readonly Operation[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const operation of operations) {
    if (operation.type === 'annotation.put')
      places.set(`annotation:${operation.annotation.id}`, operation.annotation.cableId);
    else if (operation.type === 'annotations.put')
      for (const [id, cableId] of operation.alike.flatMap(({ at }) => at))
        places.set(`annotation:${id}`, cableId);
    else
      for (const thing of thingsOf(operation)) {
        const [kind = '', id = ''] = thing.split(':');
        if (OF_CABLE.has(kind)) places.set(thing, id);
        else if ('cableId' in operation) places.set(thing, operation.cableId);
      }
  }
  return places;
}
