import { applyAccepted } from '../change/compose.ts';
import type { Change } from '../change/change.ts';
import type { MetadataEntry, MetadataField } from '../metadata/metadata.ts';
import type { OriginalFormat } from '../library/cable.ts';
import type { Structure } from '../structure/structure.ts';
import { wordsIn } from '../tei/searchable.ts';
import type { Range } from '../text/range.ts';
import type { Cleaning, Warning } from './cleaning.ts';

/** `[from, to)` of the original, in UTF-16 code units. */
export type Span = readonly [from: number, to: number];

/** The metadata of a cable in one value a field, as a program outside reads them; null or empty where nothing is known. */
export interface ReportedMetadata {
  readonly number: string | null;
  readonly title: string | null;
  readonly kind: string | null;
  readonly telegramNumber: string | null;
  /** ISO 8601, as exact as the evidence. */
  readonly date: string | null;
  /** The words of the original that show the date. */
  readonly dateEvidence: string | null;
  readonly place: string | null;
  readonly from: string | null;
  readonly to: readonly string[];
  readonly info: readonly string[];
  readonly classification: string | null;
  readonly handling: readonly string[];
  readonly precedence: string | null;
  readonly distribution: string | null;
  readonly drafter: string | null;
  readonly clearances: readonly string[];
  readonly approver: string | null;
  readonly signatory: string | null;
  readonly received: string | null;
  readonly repeatedTo: string | null;
  readonly controlNumber: string | null;
  readonly fileNumber: string | null;
  readonly archiveNumber: string | null;
  readonly sourceNote: string | null;
}

/** All that cleaning says of one text, as JSON. `at` is a position in the transcription. */
export interface CleaningReport {
  readonly metadata: ReportedMetadata;
  readonly original: string;
  readonly transcription: string;
  readonly changes: readonly Change[];
  readonly pages: readonly { label: string | null; at: number; original: Span }[];
  /** `note` is the number under which the list has the note, null where it has none. */
  readonly noteReferences: readonly {
    mark: string | null;
    at: number;
    original: Span;
    note: number | null;
  }[];
  readonly notes: readonly { number: number; text: string; original: Span }[];
  readonly structure: readonly Omit<Structure, 'note'>[];
  readonly warnings: readonly Warning[];
}

/** The report on the cleaning of one text; `format` is how it is written. */
export function reportOf(
  original: string,
  cleaning: Cleaning,
  format: OriginalFormat = 'text',
): CleaningReport {
  const words = (range: Range) => wordsIn({ text: original, format }, range);
  const { changes, structure, metadata, warnings } = cleaning;
  const at = mapper(changes);
  const notes = structure.filter((piece) => piece.type === 'note');
  return {
    metadata: metadataOf(words, metadata),
    original,
    transcription: applyAccepted(original, changes),
    changes,
    pages: structure
      .filter((piece) => piece.type === 'pageBreak')
      .map((piece) => ({
        label: piece.label,
        at: at(piece.from),
        original: [piece.from, piece.to],
      })),
    noteReferences: structure
      .filter((piece) => piece.type === 'noteReference')
      .map(({ label, from, to, note }) => {
        const number = note === null ? null : numberOf(notes[note], note);
        return { mark: label, at: at(from), original: [from, to], note: number };
      }),
    notes: notes.map((piece, index) => ({
      number: numberOf(piece, index),
      text: words(piece),
      original: [piece.from, piece.to],
    })),
    structure: structure.map(({ type, from, to, label }) => ({ type, from, to, label })),
    warnings,
  };
}

function numberOf(note: Structure | undefined, index: number): number {
  return Number(note?.label ?? index + 1);
}

/**
 * Where positions of the original stand after the accepted changes; what lies in text that left
 * stands where that text was. To be asked in rising order of positions or in any: each answer is a
 * bisection.
 */
function mapper(changes: readonly Change[]): (position: number) => number {
  const accepted = changes.filter((change) => change.status === 'accepted');
  const shifts = [0];
  for (const { from, to, insert } of accepted)
    shifts.push((shifts.at(-1) ?? 0) + insert.length - (to - from));
  return (position) => {
    let low = 0;
    let high = accepted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((accepted[middle]?.to ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    const inside = accepted[low];
    const held = inside && inside.from < position ? inside.from : position;
    return held + (shifts[low] ?? 0);
  };
}

function metadataOf(
  words: (range: Range) => string,
  entries: readonly MetadataEntry[],
): ReportedMetadata {
  const all = (field: MetadataField) =>
    entries.filter((entry) => entry.field === field).map((entry) => entry.value);
  const first = (field: MetadataField) => all(field)[0] ?? null;
  const date = entries.find((entry) => entry.field === 'date')?.evidence;
  const repeatedTo = first('repeatedTo');
  return {
    number: first('number'),
    title: first('title'),
    kind: first('kind'),
    telegramNumber: first('telegramNumber'),
    date: first('date'),
    dateEvidence: date ? words(date) : null,
    place: first('place'),
    from: first('from'),
    to: all('to'),
    info: [...all('info'), ...(repeatedTo ? posts(repeatedTo) : [])],
    classification: first('classification'),
    handling: all('handling'),
    precedence: first('precedence'),
    distribution: first('distribution'),
    drafter: first('drafter'),
    clearances: all('clearance'),
    approver: first('approver'),
    signatory: first('signatory'),
    received: first('received'),
    repeatedTo,
    controlNumber: first('controlNumber'),
    fileNumber: first('fileNumber'),
    archiveNumber: first('archiveNumber'),
    sourceNote: first('sourceNote'),
  };
}

/** The posts of a list as a source note words it: `London, Paris, and USUN`. */
function posts(words: string): string[] {
  return words
    .split(/,\s*(?:and (?:to )?)?|\s+and (?:to )?/)
    .map((post) => post.trim())
    .filter((post) => post !== '');
}
