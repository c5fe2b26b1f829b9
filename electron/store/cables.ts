import type { Cleaning } from '../../domain/clean/cleaning.ts';
import type { Side } from '../../domain/annotation/annotation.ts';
import type { ChangeKey, StoredChange } from '../../domain/change/decision.ts';
import type { Cable, CableName, CableSummary } from '../../domain/library/cable.ts';
import type { FieldEmendation } from '../../domain/metadata/field-emendation.ts';
import type { MetadataEntry, MetadataField } from '../../domain/metadata/metadata.ts';
import type { Review, ReviewState, Vouch } from '../../domain/review/review.ts';
import type { Structure } from '../../domain/structure/structure.ts';
import { transcribe, type Transcription } from '../../domain/transcription/transcription.ts';
import { changeTable, type Replaced } from './changes.ts';
import type { Database } from './database.ts';
import { kept } from './discarded.ts';
import { firstValue, metadataTable } from './metadata.ts';
import { emendationTable, type EmendationsReplaced } from './emendations.ts';
import { noSuchCable, originalTable, type NewOriginal } from './originals.ts';
import { structureTable } from './structures.ts';
import { vouchTable } from './vouches.ts';

/** What a cable is called in a list: its title, or the name of its file. */
export const TITLE = `coalesce(${firstValue('title')}, (SELECT file_name FROM original WHERE cable_id = cable.id))`;

const SUMMARY = `
  SELECT id,
    ${TITLE} AS title,
    ${firstValue('number')} AS number,
    ${firstValue('telegramNumber')} AS telegramNumber,
    ${firstValue('kind')} AS kind,
    ${firstValue('date')} AS date,
    ${firstValue('signatory')} AS signatory,
    ${firstValue('classification')} AS classification,
    (SELECT count(*) FROM annotation WHERE cable_id = cable.id) AS annotations,
    (SELECT count(*) FROM change WHERE cable_id = cable.id AND status = 'proposed') AS proposals,
    state,
    (SELECT author FROM vouch WHERE cable_id = cable.id) AS author,
    (SELECT time FROM vouch WHERE cable_id = cable.id) AS time
  FROM cable`;

/** Chooses cables by their states, a JSON list; the plus keeps to the order of the list, in which their index stands. */
const CHOSEN = '+state IN (SELECT value FROM json_each(?))';

type SummaryRow = Omit<CableSummary, 'review'> & Review;

function whole({ state, author, time, ...row }: SummaryRow): CableSummary {
  return { ...row, review: { state, author, time } };
}

/** What cleaning finds beside the changes. */
export interface Findings {
  readonly structure: Structure[];
  readonly metadata: MetadataEntry[];
}

/** The cables of a library. */
export function cableTable(db: Database) {
  const originals = originalTable(db);
  const changes = changeTable(db);
  const structures = structureTable(db);
  const metadata = metadataTable(db);
  const emendations = emendationTable(db);
  const vouches = vouchTable(db);

  const add = db.prepare<[string, string]>('INSERT INTO cable (id, imported_at) VALUES (?, ?)');
  const count = db.prepare<[], { total: number }>(
    'SELECT (SELECT count(*) FROM cable) - (SELECT count(*) FROM discarded_cable) AS total',
  );
  const list = db.prepare<[number, number], SummaryRow>(
    `${SUMMARY} WHERE ${kept('cable.id')} ORDER BY sort_key, id LIMIT ? OFFSET ?`,
  );
  const listChosen = db.prepare<[string, number, number], SummaryRow>(
    `${SUMMARY} WHERE ${CHOSEN} AND ${kept('cable.id')} ORDER BY sort_key, id LIMIT ? OFFSET ?`,
  );
  const summary = db.prepare<[string], SummaryRow>(`${SUMMARY} WHERE id = ?`);
  const title = db.prepare<[string], { title: string }>(
    `SELECT ${TITLE} AS title FROM cable WHERE id = ?`,
  );
  const names = db.prepare<[], CableName>(
    `SELECT id, ${TITLE} AS title, ${firstValue('number')} AS number, ${firstValue('date')} AS date
       FROM cable WHERE ${kept('cable.id')} ORDER BY sort_key, id`,
  );
  const everyId = db.prepare<[], { id: string }>('SELECT id FROM cable ORDER BY sort_key, id');
  const ids = db.prepare<[], { id: string }>(
    `SELECT id FROM cable WHERE ${kept('cable.id')} ORDER BY sort_key, id`,
  );
  const since = db.prepare<[string], { id: string }>('SELECT id FROM cable WHERE imported_at >= ?');
  const before = db.prepare<[string], { total: number }>(
    `SELECT count(*) AS total FROM cable
      WHERE (sort_key, id) < (SELECT sort_key, id FROM cable WHERE id = ?)
        AND ${kept('cable.id')}`,
  );
  const chosenBefore = db.prepare<[string, string], { total: number }>(
    `SELECT count(*) AS total FROM cable
      WHERE ${CHOSEN} AND ${kept('cable.id')} AND (sort_key, id) < (SELECT sort_key, id FROM cable WHERE id = ?)`,
  );
  const isGone = db.prepare<[string], { gone: 1 }>(
    'SELECT 1 AS gone FROM discarded_cable WHERE cable_id = ?',
  );
  const importedAt = db.prepare<[string], { imported_at: string }>(
    'SELECT imported_at FROM cable WHERE id = ?',
  );
  const version = db.prepare<[string], { version: number }>(
    'SELECT version FROM cable WHERE id = ?',
  );
  const grow = db.prepare<[string], { version: number }>(
    'UPDATE cable SET version = version + 1 WHERE id = ? RETURNING version',
  );
  const place = db.prepare<[string], { position: number }>(
    'SELECT position FROM place WHERE cable_id = ?',
  );
  const remember = db.prepare<[string, number, string]>(
    `INSERT INTO place (cable_id, position, left_at) VALUES (?, ?, ?) ON CONFLICT (cable_id)
     DO UPDATE SET position = excluded.position, left_at = excluded.left_at`,
  );

  const summaryOf = (id: string): CableSummary => whole(summary.get(id) ?? noSuchCable());
  const placeOf = (id: string): number => place.get(id)?.position ?? 0;
  const versionOf = (id: string): number => (version.get(id) ?? noSuchCable()).version;

  // While somebody types, one transcription is asked for again and again.
  let held: { id: string; version: number; transcription: Transcription } | null = null;
  const transcription = (id: string): Transcription => {
    const current = versionOf(id);
    if (held?.id === id && held.version === current) return held.transcription;
    const made = transcribe(originals.textOf(id), changes.list(id), emendations.list(id));
    held = { id, version: current, transcription: made };
    return made;
  };

  const replaceChanges = (
    id: string,
    gone: readonly ChangeKey[],
    put: readonly StoredChange[],
  ): Replaced => {
    const replaced = changes.replace(id, gone, put);
    vouches.settle(id);
    return replaced;
  };

  return {
    /** Adds a cable with all that cleaning found in it. Only within a transaction. */
    add(id: string, time: string, original: NewOriginal, cleaning: Cleaning): void {
      add.run(id, time);
      originals.add(id, original);
      changes.add(id, cleaning.changes);
      structures.write(id, cleaning.structure);
      metadata.write(id, cleaning.metadata);
      vouches.settle(id);
    },

    /** How many cables there are, in these states; none means all. */
    count(states: readonly ReviewState[] = []): number {
      if (states.length === 0) return count.get()?.total ?? 0;
      const counts = vouches.counts();
      return [...new Set(states)].reduce((total, state) => total + counts[state], 0);
    },

    /** How many cables are in each state. */
    counts: () => vouches.counts(),

    /** A stretch of the list in its order, of the cables in these states; none means all. */
    list: (offset: number, limit: number, states: readonly ReviewState[] = []): CableSummary[] =>
      (states.length === 0
        ? list.all(limit, offset)
        : listChosen.all(JSON.stringify(states), limit, offset)
      ).map(whole),

    /** The line of one cable. */
    summary: summaryOf,

    /** What a cable is called in a list. */
    title: (id: string): string => (title.get(id) ?? noSuchCable()).title,

    /** What every cable is known by, one after the other, in the order of the list. */
    names: (): Iterable<CableName> => names.iterate(),

    /** All cables in the order of the list. */
    ids: (): string[] => ids.all().map(({ id }) => id),

    /** All cables, those that were deleted among them. */
    everyId: (): string[] => everyId.all().map(({ id }) => id),

    /** The cables imported at a time or later, those that were deleted among them. */
    importedSince: (time: string): string[] => since.all(time).map(({ id }) => id),

    /** The place of a cable in the list, from 0; null where it is not among those chosen. */
    position(id: string, states: readonly ReviewState[] = []): number | null {
      const { state } = summaryOf(id).review;
      if (isGone.get(id)) return null;
      if (states.length === 0) return before.get(id)?.total ?? 0;
      if (!states.includes(state)) return null;
      return chosenBefore.get(JSON.stringify(states), id)?.total ?? 0;
    },

    /** Who vouches for the state of a cable; null where nobody does. */
    vouchOf: vouches.find,

    /** Somebody vouches for the state of a cable; null leaves it to the cleaning. Only within a transaction. */
    putVouch(id: string, vouch: Vouch | null): void {
      if (vouch) vouches.put(id, vouch);
      else vouches.remove(id);
    },

    /** How many states the transcription of a cable has had. */
    version: versionOf,

    /** The cable that holds an original with these bytes, null if there is none. */
    withOriginal: originals.cableWith,

    /** A whole cable. */
    get(id: string): Cable {
      return {
        summary: summaryOf(id),
        original: originals.get(id),
        changes: changes.list(id),
        structure: structures.list(id),
        metadata: metadata.list(id),
        fieldEmendations: metadata.emendations.list(id),
        emendations: emendations.list(id),
        version: versionOf(id),
        place: placeOf(id),
      };
    },

    /** The reader's place in a cable: where it was left, a position in its original. */
    place: placeOf,

    /** The changes of a cable in reading order. */
    changes(id: string): StoredChange[] {
      versionOf(id);
      return changes.list(id);
    },

    emendations,

    /** Puts changes in the place of others; returns what takes that back. Only within a transaction. */
    replaceChanges,

    /**
     * Puts changes and emendations in the place of others; returns what takes that back. Only within a
     * transaction, and before `newVersion`.
     */
    replaceLayers(
      id: string,
      replaced: Replaced,
      emended: EmendationsReplaced,
    ): { changes: Replaced; emendations: EmendationsReplaced } {
      const untouched = replaced.remove.length + replaced.put.length === 0;
      return {
        changes: untouched ? replaced : replaceChanges(id, replaced.remove, replaced.put),
        emendations: emendations.replace(id, emended.remove, emended.put),
      };
    },

    /** Forgets what was read of texts within a transaction that was rolled back. */
    forget(): void {
      held = null;
    },

    /** When a cable was imported. */
    importedAt: (id: string): string => (importedAt.get(id) ?? noSuchCable()).imported_at,

    /** Says that the transcription of a cable is another now; gives its new version. */
    newVersion: (id: string): number => (grow.get(id) ?? noSuchCable()).version,

    /** What cleaning found in a cable beside the changes. */
    findings: (id: string): Findings => ({
      structure: structures.list(id),
      metadata: metadata.list(id),
    }),

    /** Writes what cleaning found beside the changes in place of what was there. Only within a transaction. */
    putFindings(id: string, findings: Findings): void {
      structures.write(id, findings.structure);
      metadata.write(id, findings.metadata);
    },

    /** What an editor reads in a field; null where it is left to the cleaning. */
    fieldEmendation: metadata.emendations.find,

    /** Writes what an editor reads in a field; null leaves it to the cleaning. Only within a transaction. */
    emendField: (id: string, field: MetadataField, emendation: FieldEmendation | null): void =>
      metadata.emend(id, field, emendation),

    /** The transcription of a cable with its map. */
    transcription,

    /** The text of one side of a cable. */
    textOf: (id: string, side: Side): string =>
      side === 'original' ? originals.textOf(id) : transcription(id).text.toString(),

    /** Remembers the reader's place in a cable. */
    remember(id: string, position: number, time: string): void {
      summaryOf(id);
      remember.run(id, position, time);
    },
  };
}
