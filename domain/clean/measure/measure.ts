import type { MetadataField } from '../../metadata/metadata.ts';
import { applyAccepted } from '../../change/compose.ts';
import type { Cleaning } from '../cleaning.ts';
import { distance } from './distance.ts';
import type { SourceFields, Truth } from './truth.ts';

/** How many things a cleaning found, how many there are, and how many of those it found are right. */
export interface Tally {
  readonly found: number;
  readonly expected: number;
  readonly right: number;
}

/** What was counted in one document, by kind. */
export interface Score {
  readonly pages: Tally;
  readonly references: Tally;
  readonly notes: Tally;
  readonly fields: Tally;
  /** Whether the value is right, or rightly missing. */
  readonly number: boolean;
  readonly title: boolean;
  readonly telegramNumber: boolean;
  readonly signatory: boolean;
  /** Characters of the reading text, blanks apart, and how many of them differ from the edition's. */
  readonly characters: number;
  readonly differing: number;
}

/** Compares the cleaning of a text with what the edition says. */
export function score(original: string, cleaning: Cleaning, truth: Truth): Score {
  const value = (field: MetadataField) => valuesOf(cleaning, field)[0] ?? null;
  const text = applyAccepted(original, cleaning.changes);
  const expected = plain(truth.reading_text.map((block) => block.text).join('\n\n'));
  return {
    pages: pages(cleaning, truth),
    references: references(cleaning, truth),
    notes: notes(original, cleaning, truth),
    fields: fields(cleaning, truth),
    number: value('number') === numberIn(original, truth),
    title: value('title') === truth.title.replace(/^(?:No\. )?\d+\.? /, ''),
    telegramNumber: value('telegramNumber') === (truth.telegram_number?.text ?? null),
    signatory: value('signatory') === (truth.signatory?.text ?? null),
    characters: expected.length,
    differing: distance(plain(text), expected),
  };
}

function valuesOf({ metadata }: Cleaning, field: MetadataField): string[] {
  return metadata.filter((entry) => entry.field === field).map((entry) => entry.value);
}

/** The text without blanks, its three apostrophes folded into one: what is measured is the words. */
function plain(text: string): string {
  return text.replace(/\s+/g, '').replace(/[ʼ’]/g, "'");
}

/** The document's number, if the text itself shows it: older volumes number in the table of contents only. */
function numberIn(original: string, truth: Truth): string | null {
  const number = truth.document_number;
  if (!number) return null;
  const shown = new RegExp(`^(?:${number}\\. |No\\. ${number}$)`, 'm').test(original.slice(0, 400));
  return shown ? number : null;
}

function pages({ structure }: Cleaning, truth: Truth): Tally {
  const found = structure
    .filter((piece) => piece.type === 'pageBreak')
    .map((piece) => `${piece.from}-${piece.to} ${piece.label}`);
  const expected = truth.page_markers.map((p) => `${p.start_utf16}-${p.end_utf16} ${p.page}`);
  return countOf(found, expected);
}

function references({ structure }: Cleaning, truth: Truth): Tally {
  const found = structure
    .filter((piece) => piece.type === 'noteReference')
    .map((piece) => `${piece.from}-${piece.to} ${piece.note === null ? null : piece.note + 1}`);
  const expected = truth.footnote_references
    .filter((ref) =>
      truth.notes.every((n) => ref.start_utf16 < n.start_utf16 || ref.end_utf16 > n.end_utf16),
    )
    .map((ref) => `${ref.start_utf16}-${ref.end_utf16} ${ref.listed_as}`);
  return countOf(found, expected);
}

function notes(original: string, { structure }: Cleaning, truth: Truth): Tally {
  const found = structure
    .filter((piece) => piece.type === 'note')
    .map((piece) => `${piece.label} ${original.slice(piece.from, piece.to)}`);
  return countOf(
    found,
    truth.notes.map((note) => `${note.listed_as} ${note.text}`),
  );
}

/** The fields of a source note and those of the metadata that hold them. */
const FIELDS: readonly (readonly [keyof SourceFields, MetadataField])[] = [
  ['file_number', 'fileNumber'],
  ['classification', 'classification'],
  ['drafted_by', 'drafter'],
  ['cleared_by', 'clearance'],
  ['repeated_to', 'repeatedTo'],
  ['received', 'received'],
];

function fields(cleaning: Cleaning, truth: Truth): Tally {
  const note = truth.source_note?.fields;
  const found: string[] = [];
  const expected: string[] = [];
  for (const [source, field] of FIELDS) {
    for (const entry of cleaning.metadata)
      if (entry.field === field && entry.rule === 'source-note')
        found.push(`${field} ${names(entry.value)}`);
    const value = note?.[source];
    if (value)
      expected.push(
        ...(field === 'clearance' ? value.split(/,? and |, /) : [value]).map(
          (one) => `${field} ${names(one)}`,
        ),
      );
  }
  return countOf(found, expected);
}

function names(value: string): string {
  return value.trim().replace(/^by /, '').toLowerCase();
}

/** Counts matches one to one: the same thing found twice is right once. */
function countOf(found: readonly string[], expected: readonly string[]): Tally {
  const left = new Map<string, number>();
  for (const each of expected) left.set(each, (left.get(each) ?? 0) + 1);
  let right = 0;
  for (const each of found) {
    const count = left.get(each) ?? 0;
    if (count === 0) continue;
    left.set(each, count - 1);
    right++;
  }
  return { found: found.length, expected: expected.length, right };
}

/** Several tallies as one. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({
      found: a.found + b.found,
      expected: a.expected + b.expected,
      right: a.right + b.right,
    }),
    { found: 0, expected: 0, right: 0 },
  );
}

/** The share of what was found that is right; 1 where nothing was found. */
export function precision({ found, right }: Tally): number {
  return found === 0 ? 1 : right / found;
}

/** The share of what there is that was found; 1 where there is nothing. */
export function recall({ expected, right }: Tally): number {
  return expected === 0 ? 1 : right / expected;
}

/** The harmonic mean of precision and recall. */
export function f1(tally: Tally): number {
  const p = precision(tally);
  const r = recall(tally);
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
