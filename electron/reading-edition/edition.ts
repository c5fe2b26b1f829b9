import type { Annotation, Side, Target } from '../../domain/annotation/annotation.ts';
import { inReadingOrder } from '../../domain/annotation/order.ts';
import { type ApparatusEntry, apparatus } from '../../domain/apparatus/apparatus.ts';
import type { CableRecord, LibraryFrame } from '../../domain/exchange/record.ts';
import type { Structure } from '../../domain/structure/structure.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { tagsById } from '../../domain/tag/tree.ts';
import { TEI_MARKUP } from '../../domain/tei/rules.ts';
import { wordsIn } from '../../domain/tei/searchable.ts';
import type { Range } from '../../domain/text/range.ts';
import { counterparts } from '../../domain/transcription/alignment.ts';
import { type Mapping, mappingOf } from '../../domain/transcription/mapping.ts';
import {
  type MapPiece,
  pieces,
  transcribe,
  type Transcription,
} from '../../domain/transcription/transcription.ts';
import { type Row, rowsOf } from './rows.ts';

/** A note of the edition that a cable was taken from. `number` counts the notes of the page from 1. */
export interface EditionNote {
  readonly number: number;
  readonly piece: Structure;
  /** The mark that refers to it, or the number it is listed under. */
  readonly mark: string;
  readonly text: string;
}

/** An annotation with its number on the page, counted from 1 in reading order. */
export interface Numbered {
  readonly number: number;
  readonly annotation: Annotation;
}

/** An entry of the apparatus with its number on the page, counted from 1 in reading order. */
export interface NumberedEntry {
  readonly number: number;
  readonly entry: ApparatusEntry;
}

/** A cable as its page shows it: both texts in rows, and all that stands on them. */
export interface Edition {
  readonly record: CableRecord;
  readonly frame: LibraryFrame;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly transcription: Transcription;
  readonly texts: Readonly<Record<Side, string>>;
  readonly map: readonly MapPiece[];
  /** From the original to the transcription. */
  readonly mapping: Mapping;
  readonly rows: readonly Row[];
  readonly notes: readonly EditionNote[];
  readonly annotations: readonly Numbered[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly entries: readonly NumberedEntry[];
  /** How many changes only read the markup of an edition; they have no entries. */
  readonly readings: number;
}

/** All that the page of a cable shows, worked out once. */
export function editionOf(record: CableRecord, frame: LibraryFrame): Edition {
  const { cable } = record;
  const transcription = transcribe(cable.original.text, cable.changes, cable.emendations);
  const map = pieces(transcription);
  const texts = { original: cable.original.text, transcription: transcription.text.toString() };
  const annotations = inReadingOrder(map, record.annotations).map((annotation, index) => ({
    number: index + 1,
    annotation,
  }));
  const { format } = cable.original;
  const all = apparatus(transcription, cable.changes, cable.emendations, format);
  const entries = all.filter((entry) => entry.kind === 'emendation' || entry.rule !== TEI_MARKUP);
  return {
    record,
    frame,
    tags: tagsById(frame.tags),
    transcription,
    texts,
    map,
    mapping: mappingOf(transcription.map),
    rows: rowsOf({ original: texts.original, text: texts.transcription, map }),
    notes: notesOf(record),
    annotations,
    numberOf: new Map(annotations.map(({ number, annotation }) => [annotation.id, number])),
    entries: entries.map((entry, index) => ({ number: index + 1, entry })),
    readings: all.length - entries.length,
  };
}

function notesOf({ cable }: CableRecord): EditionNote[] {
  const marks = cable.structure.filter(({ type }) => type === 'noteReference');
  return cable.structure
    .filter(({ type }) => type === 'note')
    .map((piece, index) => ({
      number: index + 1,
      piece,
      mark: marks.find(({ note }) => note === index)?.label ?? piece.label ?? '*',
      text: wordsIn(cable.original, piece).trim(),
    }));
}

/** Whether a target stands on its words: it is not lost, and was placed in the text as it is now. */
export function stands({ lost, side, version }: Target, { record }: Edition): boolean {
  return lost === null && version === (side === 'original' ? 0 : record.cable.version);
}

/** The stretches of one side that a target of either side stands on. */
export function stretchesOn(edition: Edition, side: Side, target: Target): readonly Range[] {
  if (!stands(target, edition)) return [];
  return target.side === side
    ? [{ from: target.from, to: target.to }]
    : counterparts(edition.map, target.side, target);
}

/** The row in which a position of one side stands, as its place in the list of rows. */
function rowAt({ rows }: Edition, side: Side, at: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.[side].to ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A paragraph of the page as it is referred to. */
export interface ParagraphPlace {
  /** “¶ 4”, or where no words of the transcription stand “below ¶ 4”. */
  readonly words: string;
  /** Its name on the page. */
  readonly id: string;
}

/** The paragraph in which a position of one side stands. */
export function paragraphAt(edition: Edition, side: Side, at: number): ParagraphPlace {
  const index = rowAt(edition, side, at);
  const id = `s${index + 1}`;
  const number = edition.rows[index]?.number ?? null;
  if (number !== null) return { words: `¶\u{a0}${number}`, id };
  const before = edition.rows.slice(0, index).findLast((row) => row.number !== null);
  return { words: before ? `below ¶\u{a0}${before.number}` : 'head', id };
}
