import type { CableName } from '../../../domain/library/cable.ts';
import type { Reference } from '../../../domain/reference/reference.ts';
import { type Known, namesOf, type Sought, soughtBy } from '../../../domain/reference/resolve.ts';
import type { Database } from '../database.ts';

/** Conditions on the column `row`: cables that refer to others, and those that refer to what is not there. */
export const HAS_REFERENCE = 'row IN (SELECT row FROM reference)';
export const HAS_MISSING = `row IN (SELECT row FROM reference WHERE ${isMissing('reference')})`;

/** What of a cable is looked through, and what is known of it. */
export interface Referring {
  readonly references: readonly Reference[];
  readonly known: Known;
}

/** A reference as it is stored, with what it seeks. */
export interface StoredReference {
  readonly reference: Reference;
  readonly sought: Sought;
}

/** A cable that may be meant by a name. */
export interface NamedLine extends CableName {
  readonly row: number;
  readonly name: string;
}

interface ReferenceRow extends Omit<Reference, 'from' | 'to' | 'post'> {
  readonly from_at: number;
  readonly to_at: number;
  readonly post: string | null;
  readonly name: string;
  readonly other: string;
  readonly since: string;
  readonly until: string;
  readonly surely: string | null;
}

const COLUMNS =
  'kind, series, number, side, from_at, to_at, words, post, date, edition, name, other, since, until, surely';

/** That no cable of the list is called as a reference says; `of` is its table. */
function isMissing(of: string): string {
  const free = `other_line.row <> ${of}.row
    AND other_line.row NOT IN (SELECT row FROM cable_line WHERE discarded = 1)`;
  const none = (name: string, date: string) => `NOT EXISTS (
    SELECT 1 FROM called AS other_line WHERE other_line.name = ${of}.${name} AND other_line.date ${date}
      AND ${free})`;
  const between = `BETWEEN ${of}.since AND ${of}.until`;
  const byName = `${none('name', between)} AND ${none('name', "= ''")}`;
  const byOther = `${none('other', between)} AND ${none('other', "= ''")}`;
  return `${byName} AND (${of}.other = '' OR (${byOther}))`;
}

/** How many cables of one name are looked at. */
const MOST_NAMED = 12;

/** What cables refer to, and what they are called. Cables go by the rows of their lines. */
export function referenceTable(db: Database) {
  const clear = db.prepare<[number]>('DELETE FROM reference WHERE row = ?');
  const forget = db.prepare<[number]>('DELETE FROM called WHERE row = ?');
  const read = db.prepare<[number]>('DELETE FROM unread_reference WHERE row = ?');
  const add = db.prepare<ReferenceRow & { row: number; ordinal: number }>(
    `INSERT INTO reference (row, ordinal, ${COLUMNS}) VALUES (@row, @ordinal, @kind, @series, @number,
       @side, @from_at, @to_at, @words, @post, @date, @edition, @name, @other, @since, @until, @surely)`,
  );
  const call = db.prepare<[string, string, number]>(
    'INSERT OR IGNORE INTO called (name, date, row) VALUES (?, ?, ?)',
  );
  const list = db.prepare<[number], ReferenceRow>(
    `SELECT ${COLUMNS} FROM reference WHERE row = ? ORDER BY ordinal`,
  );
  const named = db.prepare<[string, string, string], NamedLine>(
    `SELECT called.name, called.row, line.cable_id AS id, title, number, line.date
       FROM called JOIN cable_line AS line ON line.row = called.row
      WHERE called.name = ? AND called.date BETWEEN ? AND ? AND discarded = 0
      ORDER BY called.date DESC LIMIT ${MOST_NAMED}`,
  );
  const names = db.prepare<[number], string>('SELECT name FROM called WHERE row = ?').pluck();
  const citing = db
    .prepare<{ names: string; limit: number }, number>(
      `SELECT row FROM (
         SELECT row FROM reference WHERE name IN (SELECT value FROM json_each(@names))
         UNION
         SELECT row FROM reference WHERE other <> '' AND other IN (SELECT value FROM json_each(@names)))
       WHERE row NOT IN (SELECT row FROM cable_line WHERE discarded = 1) ORDER BY row LIMIT @limit`,
    )
    .pluck();
  const waiting = db.prepare<[number], number>('SELECT row FROM unread_reference LIMIT ?').pluck();
  const missing = db.prepare<[number, number], ReferenceRow & { row: number }>(
    `SELECT row, ${COLUMNS} FROM reference WHERE row > ? AND row <= ? AND ${isMissing('reference')}
        AND row NOT IN (SELECT row FROM cable_line WHERE discarded = 1)
      ORDER BY row, ordinal`,
  );
  const line = db.prepare<[number], NamedLine>(
    `SELECT '' AS name, row, cable_id AS id, title, number, date FROM cable_line WHERE row = ?`,
  );
  const titled = db
    .prepare<[string], number>(`SELECT row FROM cable_line WHERE title LIKE ? ESCAPE '\\'`)
    .pluck();

  const volume = db
    .prepare<[string], string>(
      `SELECT file_name FROM cable_edition JOIN edition ON edition.id = edition_id WHERE cable_id = ?`,
    )
    .pluck();

  let changes = 0;

  return {
    /** Writes what a cable refers to and what it is called in the place of what was there. Only within a transaction. */
    put(row: number, { references, known }: Referring): void {
      changes += 1;
      clear.run(row);
      forget.run(row);
      read.run(row);
      let ordinal = 0;
      for (const reference of references) {
        const sought = soughtBy(reference, known);
        if (sought) add.run({ ...rowOf(reference, sought), row, ordinal: ordinal++ });
      }
      for (const name of namesOf(known)) call.run(name, known.date ?? '', row);
    },

    /** What a cable refers to, in reading order, and what each seeks. */
    list: (row: number): StoredReference[] => list.all(row).map(storedOf),

    /** The cables that have one of the names that are sought, in its time, as far as they are looked at. */
    named({ name, other, since, until }: Sought): NamedLine[] {
      return [name, ...(other === null ? [] : [other])].flatMap((each) => [
        ...named.all(each, since === '' ? '0' : since, until),
        ...named.all(each, '', ''),
      ]);
    },

    /** The cables that may refer to one, by its names. */
    mayCite: (row: number, limit: number): number[] =>
      citing.all({ names: JSON.stringify(names.all(row)), limit }),

    /** References of the cables of some rows (`from` not among them, `to` among them) to what is not in the library. */
    missing: (from: number, to: number) =>
      missing.all(from, to).map((one) => ({ row: one.row, ...storedOf(one) })),

    /** Some cables that have to be looked through. */
    unread: (limit: number): number[] => waiting.all(limit),

    /** The file of the volume that a cable is from; null where it is from none. */
    volumeOf: (cableId: string): string | null => volume.get(cableId) ?? null,

    /** What a cable is known by. */
    line: (row: number): CableName | null => {
      const found = line.get(row);
      return found
        ? { id: found.id, title: found.title, number: found.number, date: found.date }
        : null;
    },

    /** The cables in whose titles some words stand. */
    titled: (words: string): Set<number> =>
      new Set(titled.all(`%${words.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`)),

    /** How many writings there have been since the library was opened. */
    changes: (): number => changes,
  };
}

export type ReferenceTable = ReturnType<typeof referenceTable>;

function rowOf(reference: Reference, { name, other, since, until, surely }: Sought): ReferenceRow {
  const { kind, series, number, side, from, to, words, post, date, edition } = reference;
  return {
    ...{ kind, series, number, side, words, date, edition, name, since, until, surely },
    from_at: from,
    to_at: to,
    post: post && `${post.way} ${post.name}`,
    other: other ?? '',
  };
}

function storedOf(row: ReferenceRow): StoredReference {
  const { kind, series, number, side, from_at, to_at, words, date, edition } = row;
  const { name, other, since, until, surely } = row;
  const [, way, post] = /^(from|to) (.+)$/u.exec(row.post ?? '') ?? [];
  const told =
    post === undefined ? null : ({ way: way === 'to' ? 'to' : 'from', name: post } as const);
  return {
    reference: {
      ...{ kind, series, number, side, words, date, edition },
      from: from_at,
      to: to_at,
      post: told,
    },
    sought: { name, other: other === '' ? null : other, since, until, surely },
  };
}
