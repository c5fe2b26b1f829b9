import { z } from 'zod';
import type { Side } from '../annotation/annotation.ts';

/** What begins every IRI of ours that is not a UUID alone (RFC 8141; names of vocabularies and tags begin so, too). */
const OWN = 'urn:x-cablewright:';

/** A text that annotations are about, as an IRI names it: a side of a cable in a version, or the whole cable. */
export interface NamedText {
  readonly cableId: string;
  /** The SHA-256 of the bytes of the original, in hexadecimal. */
  readonly sha256: string;
  /** Null for the whole cable. */
  readonly side: Side | null;
  /** The version of that side's text; 0 for an original, and for the whole cable. */
  readonly version: number;
}

/**
 * The IRI of a text: `urn:x-cablewright:cable:<id of the cable>:<SHA-256 of its original>` for the whole cable, with
 * `:original:0` or `:transcription:<version>` behind it for one side.
 */
export function textIri({ cableId, sha256, side, version }: NamedText): string {
  const cable = `${OWN}cable:${cableId}:${sha256}`;
  return side === null ? cable : `${cable}:${side}:${version}`;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TEXT = new RegExp(
  `^${OWN}cable:(${UUID}):([0-9a-f]{64})(?::(original|transcription):(\\d{1,9}))?(?:#.*)?$`,
  'iu',
);

/** The text that an IRI of ours names, whatever stretch of it is meant; null for any other IRI. */
export function namedText(iri: string): NamedText | null {
  const [, cableId, sha256, side, version] = TEXT.exec(iri) ?? [];
  if (cableId === undefined || sha256 === undefined || !Id.safeParse(cableId).success) return null;
  return {
    cableId: cableId.toLowerCase(),
    sha256: sha256.toLowerCase(),
    side:
      side === undefined ? null : side.toLowerCase() === 'original' ? 'original' : 'transcription',
    version: Number(version ?? 0),
  };
}

const Id = z.uuid();

/** A stretch of a text, in code points (RFC 5147: `#char=12,18`). */
export interface CharacterRange {
  readonly from: number;
  readonly to: number;
}

/** The IRI of a stretch of a text. Positions are code points, whatever the file counts in elsewhere. */
export function stretchIri(text: string, { from, to }: CharacterRange): string {
  return `${text}#char=${from},${to}`;
}

const CHARACTERS = /(?:^|[#&])char=(\d{1,12}),(\d{1,12})(?:$|[;&])/u;

/** The stretch that the fragment of an IRI names; null where it has none of that kind. */
export function stretchIn(iri: string): CharacterRange | null {
  const [, from, to] = CHARACTERS.exec(iri) ?? [];
  return from === undefined || to === undefined ? null : { from: Number(from), to: Number(to) };
}

/** The parts an annotation is told in where it does not stand on one side alone; *unplaced* are the words it has lost. */
export const PARTS = ['original', 'transcription', 'unplaced'] as const;
export type Part = (typeof PARTS)[number];

/** The IRI of one of several parts of an annotation. */
export function partIri(annotationId: string, part: Part): string {
  return `${OWN}annotation:${annotationId}:${part}`;
}

const PART = new RegExp(`^${OWN}annotation:(${UUID}):(${PARTS.join('|')})$`, 'iu');

/** The annotation that an IRI names a part of; null where it names none. */
export function wholeOfPart(iri: string): string | null {
  const [, id] = PART.exec(iri) ?? [];
  return id !== undefined && Id.safeParse(id).success ? id.toLowerCase() : null;
}

/** The IRI of what somebody has said of an annotation. */
export function verdictIri(annotationId: string): string {
  return `${OWN}verdict:${annotationId}`;
}

/** The IRI of the page that holds the annotations of a cable. */
export function pageIri(cableId: string): string {
  return `${OWN}annotations:${cableId}`;
}
