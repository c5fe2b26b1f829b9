import fc from 'fast-check';
import { type Annotation, quoteOf, type Side, type Target } from '../annotation/annotation.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import type { Cable } from '../library/cable.ts';
import type { Tag } from '../tag/tag.ts';
import { partsCharacter } from '../text/characters.ts';
import { transcribe } from '../transcription/transcription.ts';
import { acceptedChangesOf, newId } from './emendations.ts';

const TIME = '2026-01-01T00:00:00.000Z';

/** A tag, for tests. */
export function testTag(some: Partial<Tag>): Tag {
  return {
    id: newId(),
    name: 'Tag',
    colour: 'sky',
    description: '',
    parentId: null,
    key: null,
    iri: null,
    ...some,
  };
}

/** What all cables of an export share, for tests. */
export function testFrame(some: Partial<LibraryFrame> = {}): LibraryFrame {
  return {
    id: newId(),
    name: 'Library',
    tags: [],
    relationTypes: [],
    exported: TIME,
    program: '0.1.0',
    ...some,
  };
}

/** A cable without annotations and bytes, for tests; its transcription is the original unless changes say otherwise. */
export function testRecord(text: string, some: Partial<Cable> = {}): CableRecord {
  const id = newId();
  const cable: Cable = {
    summary: {
      id,
      title: 'Telegram From the Embassy',
      number: '170',
      telegramNumber: null,
      kind: null,
      date: '1962-10-16',
      from: null,
      to: null,
      signatory: null,
      classification: null,
      annotations: 0,
      proposals: 0,
      review: { state: 'cleaned', author: null, time: null },
      imported: TIME,
    },
    original: {
      text,
      fileName: '170.txt',
      sha256: 'a'.repeat(64),
      byteLength: text.length,
      encoding: 'utf-8',
      format: 'text',
      importedAt: TIME,
    },
    changes: [],
    structure: [],
    metadata: [],
    fieldEmendations: [],
    emendations: [],
    version: 0,
    place: 0,
    edition: null,
    ...some,
  };
  return {
    cable,
    bytes: new Uint8Array(),
    annotations: [],
    relations: [],
    revisions: [],
    origins: new Map(),
    others: new Map(),
  };
}

/** Both texts of a cable. */
export function textsOf({ cable }: CableRecord): Readonly<Record<Side, string>> {
  const { original, changes, emendations } = cable;
  const { text } = transcribe(original.text, changes, emendations);
  return { original: original.text, transcription: text.toString() };
}

/** A passage of a cable, for tests. */
export function testTarget(record: CableRecord, side: Side, from: number, to: number): Target {
  const version = side === 'original' ? 0 : record.cable.version;
  return { side, from, to, version, quote: quoteOf(textsOf(record)[side], from, to), lost: null };
}

/** An annotation of a cable, for tests. */
export function testAnnotation(record: CableRecord, some: Partial<Annotation>): Annotation {
  return {
    id: newId(),
    cableId: record.cable.summary.id,
    targets: [],
    tagIds: [],
    note: '',
    creator: 'A. Reader',
    created: TIME,
    modified: TIME,
    verdict: null,
    ...some,
  };
}

/** Texts with what is difficult in them: white space of all kinds, characters of two units, combining marks. */
export const difficultText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'Cuba',
          'missiles',
          'e\u0301',
          '😀',
          '👩🏽‍🚀',
          'Khrushchevʼs',
          'U.S.',
          '-',
          '_',
          '*',
          '[1]',
          '|',
        ],
        ...[
          '\\',
          '->',
          ';',
          '#',
          '\t',
          '\n',
          '\n\n',
          '  ',
          ' ',
          '\u00A0',
          '\f',
          '𝔞',
          '&lt;',
          '"',
          '<p>',
        ],
        ...['\u2028', '\u0085', '\u200D', '\uFEFF', 'ﷺ', '1-1', '§', '“”'],
      ),
      fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('').replaceAll('\r', '').replaceAll('\0', ''));

/** Ranges of whole characters of a text, of any overlap. */
function rangesIn(text: string, longest = 300) {
  const whole = (at: number) => (partsCharacter(text, at) ? at + 1 : at);
  return fc
    .tuple(fc.nat(text.length), fc.nat(Math.min(longest, text.length)))
    .map(([from, length]) => ({
      from: whole(from),
      to: whole(Math.min(from + length, text.length)),
    }))
    .filter(({ from, to }) => from < to);
}

/** Cables whose transcription differs from the original, with annotations of any overlap on both sides. */
export function annotatedRecords(tags: readonly Tag[], most = 12): fc.Arbitrary<CableRecord> {
  return difficultText
    .filter((text) => text.length > 0)
    .chain((text) => acceptedChangesOf(text.length).map((changes) => ({ text, changes })))
    .filter(({ text, changes }) =>
      changes.every(
        ({ from, to, insert }) =>
          !partsCharacter(text, from) && !partsCharacter(text, to) && !/[\r\0\p{Cs}]/u.test(insert),
      ),
    )
    .chain(({ text, changes }) => {
      const bare = testRecord(text, { changes });
      return annotationsOf(bare, tags, { maxLength: most }).map((annotations) => ({
        ...bare,
        annotations,
      }));
    });
}

/** Annotations of a cable, of any overlap on both sides. */
export function annotationsOf(
  bare: CableRecord,
  tags: readonly Tag[],
  many: { readonly minLength?: number; readonly maxLength: number },
): fc.Arbitrary<Annotation[]> {
  const texts = textsOf(bare);
  const sides = (['original', 'transcription'] as const).filter((side) => texts[side] !== '');
  const version = bare.cable.version;
  const target = fc.constantFrom(...sides).chain((side) =>
    rangesIn(texts[side]).map(({ from, to }): Target => {
      const quote = quoteOf(texts[side], from, to);
      return { side, from, to, version: side === 'original' ? 0 : version, quote, lost: null };
    }),
  );
  const annotation = fc.record({
    targets: fc.array(target, { minLength: 1, maxLength: 4 }),
    tagIds: fc.subarray(tags.map(({ id }) => id)),
    note: fc.oneof(fc.constant(''), difficultText),
    creator: fc.constantFrom('A. Reader', 'Б; "[1]|\\', ''),
  });
  return fc.array(annotation, many).map((all) => all.map((one) => testAnnotation(bare, one)));
}
