import type { Target } from '../../../domain/annotation/annotation.ts';
import { transcribe } from '../../../domain/transcription/transcription.ts';
import { textIn } from '../../import/decode.ts';
import type { Library } from '../library.ts';
import { sha256Of } from '../originals.ts';
import { facets, facetValues, lineFields, sortKey } from '../search/fields.ts';
import type { Searched } from '../search/index-table.ts';
import type { Blamed, Finding } from './faults.ts';

/** The checks that go through the library cable by cable. */
export interface CableChecks {
  readonly originals: Finding;
  readonly transcriptions: Finding;
  readonly annotations: Finding;
  readonly index: Finding;
  readonly journal: Finding;
}

interface OriginalRow {
  readonly sha256: string;
  readonly file_name: string;
  readonly encoding: Parameters<typeof textIn>[1];
  readonly bytes: Buffer;
  readonly text: string;
}

interface LineRow {
  readonly row: number;
  readonly sort_key: string;
  readonly title: string;
  readonly annotations: number;
  readonly proposals: number;
  readonly discarded: number;
  readonly facets: string | null;
  readonly reading: string | null;
  readonly reading_version: number | null;
}

/** Looks through one cable after the other; gives what its words are to be searched by, null where that cannot be told. */
export function cableChecker(
  library: Library,
  checks: CableChecks,
): (id: string) => (Searched & { readonly row: number }) | null {
  const { db, cables, annotations, discarded } = library;
  const original = db.prepare<[string], OriginalRow>(
    'SELECT sha256, file_name, encoding, bytes, text FROM original WHERE cable_id = ?',
  );
  const lists = facets.map((facet) => `(SELECT list FROM facet_list WHERE id = f.${facet})`);
  const line = db.prepare<[string], LineRow>(
    `SELECT line.row, sort_key, title, annotations, proposals, discarded,
        f.row AS faceted, json_array(${lists.join(', ')}) AS facets,
        reading.text AS reading, reading.version AS reading_version
       FROM cable_line AS line LEFT JOIN cable_facet AS f ON f.row = line.row
       LEFT JOIN reading ON reading.row = line.row WHERE cable_id = ?`,
  );
  const states = db
    .prepare<[string], string>('SELECT id FROM revision WHERE cable_id = ? ORDER BY number')
    .pluck();

  return (id) => {
    let blamed: Blamed = { id, title: id };
    let text: string | null = null;
    let read = '';
    let words: (Searched & { row: number }) | null = null;

    checks.originals.look();
    checks.originals.attempt(
      'An original',
      () => {
        const found = original.get(id);
        if (!found) return checks.originals.fault('The original of this cable is gone.', blamed);
        blamed = { id, title: found.file_name };
        read = found.text;
        if (sha256Of(found.bytes) !== found.sha256)
          checks.originals.fault(
            `The bytes of ${found.file_name} do not give the SHA-256 they were imported with.`,
            blamed,
          );
        if (textIn(found.bytes, found.encoding).replace(/\r\n?/gu, '\n') !== found.text)
          checks.originals.fault(
            `The text of ${found.file_name} is not what its bytes say.`,
            blamed,
          );
      },
      blamed,
    );

    checks.transcriptions.look();
    checks.transcriptions.attempt(
      'A transcription',
      () => {
        const changes = cables.changes(id);
        text = transcribe(read, changes, cables.emendations.list(id)).text.toString();
        for (const { type, from, to } of cables.findings(id).structure)
          if (from > to || to > read.length)
            checks.transcriptions.fault(`A ${type} reaches beyond the text of its cable.`, blamed);
      },
      blamed,
    );

    checks.index.look();
    checks.index.attempt(
      'The line of a cable in the list',
      () => {
        const found = line.get(id);
        if (!found) return checks.index.fault('This cable is not in the list.', blamed);
        blamed = { id, title: found.title };
        checkReading(found);
        const known = cables.known(id);
        const { file_name: fileName = '' } = original.get(id) ?? {};
        const fields = lineFields(known, fileName);
        const proposals = cables.changes(id).filter(({ status }) => status === 'proposed').length;
        const isInStep =
          found.title === fields.title &&
          found.sort_key === sortKey(fields) &&
          found.proposals === proposals &&
          found.annotations === annotations.countOf(id) &&
          (found.discarded === 1) === discarded.has(id);
        if (!isInStep)
          checks.index.fault('The line in the list is not what the cable says.', blamed);
        const counted = facets.map((facet) => {
          const values = facetValues(known, facet);
          return values.length === 0 ? null : JSON.stringify(values);
        });
        if (found.facets !== JSON.stringify(counted))
          checks.index.fault('What this cable is counted by is not what it says.', blamed);
        words = {
          ...{ row: found.row, original: cables.searchedOriginal(id), known, fileName },
          ...{ transcription: text ?? '', version: cables.version(id) },
        };
      },
      blamed,
    );

    checks.annotations.attempt('The annotations of a cable', () => checkAnnotations(), blamed);
    checks.journal.attempt(
      'The history of a cable',
      () => {
        for (const revision of states.all(id)) library.revisions.state(revision);
      },
      blamed,
    );
    return words;

    /** What was last written as the transcription is what emendations and changes make of the original today. */
    function checkReading({ reading, reading_version: version }: LineRow): void {
      if (text === null || reading === null) return;
      if (reading !== text || version !== cables.version(id))
        checks.transcriptions.fault(
          'The transcription is not what its emendations and accepted changes make of the original.',
          blamed,
        );
    }

    function checkAnnotations(): void {
      const version = cables.version(id);
      for (const { id: annotation, targets } of annotations.list(id)) {
        checks.annotations.look();
        for (const target of targets) {
          const said = wrongWith(target, { original: read, transcription: text }, version);
          if (said !== null) checks.annotations.fault(`Annotation ${annotation} ${said}.`, blamed);
        }
      }
    }
  };
}

/** What is wrong with the place of an annotation; null where its words stand there. */
function wrongWith(
  { side, from, to, version, quote, lost }: Target,
  texts: Readonly<Record<Target['side'], string | null>>,
  current: number,
): string | null {
  const text = texts[side];
  if (text === null) return null;
  if (version !== (side === 'original' ? 0 : current))
    return `belongs to version ${version} of a text that has version ${current}`;
  if (lost !== null) return from === to ? null : 'is lost and has a place all the same';
  return text.slice(from, to) === quote.exact
    ? null
    : `stands on “${shortened(text.slice(from, to))}”, not on “${shortened(quote.exact)}”`;
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
