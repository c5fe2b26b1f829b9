import { v7 as newId } from 'uuid';
import type { CableEdition, EditionName, NewEdition } from '../../domain/edition/edition.ts';
import type { Database } from './database.ts';
import { storedStrings } from './stored.ts';

interface EditionRow {
  readonly sha256: string;
  readonly file_name: string;
  readonly title: string;
  readonly series: string;
  readonly volume: string;
  readonly editors: string;
  readonly publisher: string;
  readonly published: string;
  readonly document: string;
}

/** The editions that cables were taken from. They are only ever added, as originals are. */
export function editionTable(db: Database) {
  const add = db.prepare<Omit<EditionRow, 'document'> & { readonly id: string }>(
    `INSERT INTO edition (id, sha256, file_name, title, series, volume, editors, publisher, published)
     VALUES (@id, @sha256, @file_name, @title, @series, @volume, @editors, @publisher, @published)`,
  );
  const find = db.prepare<[string], { id: string }>('SELECT id FROM edition WHERE sha256 = ?');
  const addName = db.prepare<[string, string, string, string]>(
    'INSERT OR IGNORE INTO edition_name (edition_id, pointer, name, description) VALUES (?, ?, ?, ?)',
  );
  const link = db.prepare<[string, string, string]>(
    'INSERT INTO cable_edition (cable_id, edition_id, document) VALUES (?, ?, ?)',
  );
  const own = db.prepare<[string], { id: string }>(
    'SELECT edition_id AS id FROM cable_edition WHERE cable_id = ?',
  );
  const of = db.prepare<[string], EditionRow>(
    `SELECT sha256, file_name, title, series, volume, editors, publisher, published, document
       FROM cable_edition JOIN edition ON edition.id = edition_id WHERE cable_id = ?`,
  );
  const names = db.prepare<[string], EditionName>(
    `SELECT DISTINCT pointer, name, description
       FROM cable_edition
       JOIN structure ON structure.cable_id = cable_edition.cable_id
       JOIN edition_name ON edition_name.edition_id = cable_edition.edition_id AND pointer = label
      WHERE cable_edition.cable_id = ? AND type IN ('person', 'organisation', 'place', 'term')
      ORDER BY name, pointer`,
  );

  const put = ({ fileName, editors, names: listed, ...rest }: NewEdition): string => {
    const known = find.get(rest.sha256);
    if (known) return known.id;
    const id = newId();
    add.run({ ...rest, id, file_name: fileName, editors: JSON.stringify(editors) });
    for (const { pointer, name, description } of listed)
      addName.run(id, pointer, name, description);
    return id;
  };

  return {
    /** Says which document of an edition a cable is. Only within the transaction that adds the cable. */
    add(cableId: string, edition: NewEdition, document: string): void {
      link.run(cableId, put(edition), document);
    },

    /** Adds what the lists of the edition of a cable say of more names. Only within a transaction. */
    addNames(cableId: string, more: readonly EditionName[]): void {
      const known = own.get(cableId);
      if (!known) return;
      for (const { pointer, name, description } of more)
        addName.run(known.id, pointer, name, description);
    },

    /** Where a cable comes from; null where it was no document of an edition. */
    of(cableId: string): CableEdition | null {
      const row = of.get(cableId);
      if (!row) return null;
      const { file_name: fileName, editors, document, ...rest } = row;
      const edition = { ...rest, fileName, editors: storedStrings(editors) };
      return { edition, document, names: names.all(cableId) };
    },
  };
}
