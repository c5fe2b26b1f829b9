import type { Cleaning } from '../../domain/clean/cleaning.ts';
import type { Side } from '../../domain/annotation/annotation.ts';
import type { ChangeKey, StoredChange } from '../../domain/change/decision.ts';
import type { Cable, CableName } from '../../domain/library/cable.ts';
import type { FieldEmendation } from '../../domain/metadata/field-emendation.ts';
import type { Known } from '../../domain/metadata/effective.ts';
import type { MetadataEntry, MetadataField } from '../../domain/metadata/metadata.ts';
import type { Vouch } from '../../domain/review/review.ts';
import type { Structure } from '../../domain/structure/structure.ts';
import { searchableOriginal } from '../../domain/tei/searchable.ts';
import { transcribe, type Transcription } from '../../domain/transcription/transcription.ts';
import { changeTable, type Replaced } from './changes.ts';
import type { Database } from './database.ts';
import { metadataTable } from './metadata.ts';
import { editionTable } from './editions.ts';
import { emendationTable, type EmendationsReplaced } from './emendations.ts';
import { noSuchCable, originalTable, type NewOriginal } from './originals.ts';
import type { IndexTable } from './search/index-table.ts';
import { structureTable } from './structures.ts';
import { vouchTable } from './vouches.ts';

/** What cleaning finds beside the changes. */
export interface Findings {
  readonly structure: Structure[];
  readonly metadata: MetadataEntry[];
}

/** The cables of a library. */
export function cableTable(db: Database, index: IndexTable) {
  const { lines } = index;
  const originals = originalTable(db);
  const editions = editionTable(db);
  const changes = changeTable(db);
  const structures = structureTable(db);
  const metadata = metadataTable(db);
  const emendations = emendationTable(db);
  const vouches = vouchTable(db);

  const add = db.prepare<[string, string]>('INSERT INTO cable (id, imported_at) VALUES (?, ?)');
  const everyId = db.prepare<[], { id: string }>('SELECT id FROM cable ORDER BY id');
  const since = db.prepare<[string], { id: string }>('SELECT id FROM cable WHERE imported_at >= ?');
  const timeOf = db.prepare<[string], { imported_at: string }>(
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
    index.settle(id);
    return replaced;
  };

  const knownOf = (id: string): Known => ({
    metadata: metadata.list(id),
    fieldEmendations: metadata.emendations.list(id),
  });

  /** Writes all that is searched of a cable as it is now. */
  const writeIndex = (id: string): void => {
    const { text, format } = originals.writtenOf(id);
    index.put(id, {
      original: searchableOriginal(text, format),
      transcription: transcription(id).text.toString(),
      version: versionOf(id),
      known: knownOf(id),
      fileName: originals.fileNameOf(id),
    });
  };

  return {
    /** Adds a cable with all that cleaning found in it; `text` is its transcription. Only within a transaction. */
    add(
      id: string,
      importedAt: string,
      original: NewOriginal,
      cleaning: Cleaning,
      text: string,
    ): void {
      add.run(id, importedAt);
      originals.add(id, original);
      changes.add(id, cleaning.changes);
      structures.add(id, cleaning.structure);
      metadata.add(id, cleaning.metadata);
      index.add({
        ...{ cableId: id, importedAt, version: 0 },
        original: searchableOriginal(original.text, original.format),
        ...{ transcription: text, fileName: original.fileName },
        known: { metadata: cleaning.metadata, fieldEmendations: [] },
        proposals: cleaning.changes.filter(({ status }) => status === 'proposed').length,
      });
    },

    /** Writes all that is searched of a cable anew. Only within a transaction. */
    writeIndex,

    /** What is known of a cable beside its text. */
    known: knownOf,

    /** How many cables there are, but for those that were deleted. */
    count: lines.count,

    /** How many cables are in each state. */
    counts: lines.counts,

    /** The line of one cable. */
    summary: lines.summary,

    /** What a cable is called in a list. */
    title: lines.title,

    /** What a cable is known by. */
    name: lines.name,

    /** What every cable is known by, one after the other, in the order of the list. */
    names: (): Iterable<CableName> => lines.names(),

    /** All cables in the order of the list. */
    ids: lines.ids,

    /** All cables in the order in which they came, those that were deleted among them. */
    everyId: (): string[] => everyId.all().map(({ id }) => id),

    /** The cables imported at a time or later, those that were deleted among them. */
    importedSince: (time: string): string[] => since.all(time).map(({ id }) => id),

    /** Who vouches for the state of a cable; null where nobody does. */
    vouchOf: vouches.find,

    /** Somebody vouches for the state of a cable; null leaves it to the cleaning. Only within a transaction. */
    putVouch(id: string, vouch: Vouch | null): void {
      if (vouch) vouches.put(id, vouch);
      else vouches.remove(id);
      index.settle(id);
    },

    /** How many states the transcription of a cable has had. */
    version: versionOf,

    /** The cable that holds an original with these bytes, null if there is none. */
    withOriginal: originals.cableWith,

    /** A whole cable. */
    get(id: string): Cable {
      return {
        summary: lines.summary(id),
        original: originals.get(id),
        changes: changes.list(id),
        structure: structures.list(id),
        metadata: metadata.list(id),
        fieldEmendations: metadata.emendations.list(id),
        emendations: emendations.list(id),
        version: versionOf(id),
        place: placeOf(id),
        edition: editions.of(id),
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
    importedAt: (id: string): string => (timeOf.get(id) ?? noSuchCable()).imported_at,

    /** Says that the transcription of a cable is another now; gives its new version. Only within a transaction. */
    newVersion(id: string): number {
      const { version: grown } = grow.get(id) ?? noSuchCable();
      writeIndex(id);
      return grown;
    },

    /** What cleaning found in a cable beside the changes. */
    findings: (id: string): Findings => ({
      structure: structures.list(id),
      metadata: metadata.list(id),
    }),

    /** Writes what cleaning found beside the changes in place of what was there. Only within a transaction. */
    putFindings(id: string, findings: Findings): void {
      structures.write(id, findings.structure);
      metadata.write(id, findings.metadata);
      writeIndex(id);
    },

    /** What an editor reads in a field; null where it is left to the cleaning. */
    fieldEmendation: metadata.emendations.find,

    /** Writes what an editor reads in a field; null leaves it to the cleaning. Only within a transaction. */
    emendField(id: string, field: MetadataField, emendation: FieldEmendation | null): void {
      metadata.emendations.put(id, field, emendation);
      writeIndex(id);
    },

    /** The editions that cables were taken from. */
    editions,

    /** The text of a cable's original, and how it is written. */
    writtenOf: originals.writtenOf,

    /** The words of a cable's original, each in its place: what marks them up is blank. */
    searchedOriginal(id: string): string {
      const { text, format } = originals.writtenOf(id);
      return searchableOriginal(text, format);
    },

    /** The transcription of a cable with its map. */
    transcription,

    /** The text of one side of a cable. */
    textOf: (id: string, side: Side): string =>
      side === 'original' ? originals.textOf(id) : transcription(id).text.toString(),

    /** Remembers the reader's place in a cable. */
    remember(id: string, position: number, time: string): void {
      versionOf(id);
      remember.run(id, position, time);
    },
  };
}
