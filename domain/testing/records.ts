import fc from 'fast-check';
import { type Annotation, quoteOf, type Target } from '../annotation/annotation.ts';
import { type StoredChange, keyOf } from '../change/decision.ts';
import { type Emendation, EmendationReason, inReadingOrder } from '../emendation/emendation.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import { MetadataField } from '../metadata/metadata.ts';
import type { Relation, RelationType } from '../relation/relation.ts';
import { StructureType } from '../structure/structure.ts';
import { type Tag, TagColour } from '../tag/tag.ts';
import { transcribe } from '../transcription/transcription.ts';
import { newId, replacements } from './emendations.ts';

/** Signs that texts of every kind have, and those that are hard to write down. */
const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abc deN.,1[]~'.split('')) },
  { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', '\n\n\n', ' \n') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('&', '<', '>', '"', ']]>', '<!--', '&amp;', '</p>', '  '),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\f',
      '\0',
      '\t',
      '\r',
      '\u001B',
      '\u0085',
      '\u2028',
      '\uFFFE',
      '\uFEFF',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('😀', 'é', 'ʼ', '\u{1F1E6}', '’') },
);

/** Words of every kind. */
export const anyWords = (maxLength: number) =>
  fc.array(sign, { maxLength, size: 'max' }).map((signs) => signs.join(''));

const anyTime = fc
  .integer({ min: 0, max: 2_000_000_000_000 })
  .map((time) => new Date(time).toISOString());
const anyName = fc.constantFrom('kay', 'Ada & Bela', '', '李 <3>', 'x\fy');
const anyRule = fc.constantFrom('note-mark', 'page-marker', 'strange <rule>', 'tei-markup');

function rangeIn(length: number) {
  return fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
}

function anyChanges(length: number): fc.Arbitrary<StoredChange[]> {
  const decided = fc.record({
    ...{ rule: anyRule, reason: fc.option(anyWords(4)) },
    certainty: fc.constantFrom('certain' as const, 'likely' as const, 'unsure' as const),
    ...{ decidedBy: fc.option(anyName), decidedAt: fc.option(anyTime) },
  });
  const accepted = fc
    .tuple(
      replacements(length),
      fc.array(anyWords(5), { maxLength: 6 }),
      fc.array(decided, { minLength: 3 }),
    )
    .map(([all, inserts, said]) =>
      all.flatMap((one, index): StoredChange[] => {
        const more = said[index];
        if (!more) return [];
        return [{ ...one, insert: inserts[index] ?? one.insert, ...more, status: 'accepted' }];
      }),
    );
  const others = fc.array(
    fc
      .tuple(rangeIn(length), anyWords(4), decided, fc.boolean())
      .map(([range, insert, more, waits]): StoredChange => ({
        ...{ ...range, insert, ...more },
        status: waits ? 'proposed' : 'rejected',
      })),
    { maxLength: 4 },
  );
  return fc.tuple(accepted, others).map(([held, waiting]) => {
    const byKey = new Map([...waiting, ...held].map((change) => [keyOf(change), change]));
    return [...byKey.values()].toSorted(
      (a, b) => a.from - b.from || a.to - b.to || (a.rule < b.rule ? -1 : 1),
    );
  });
}

function anyEmendations(cleaned: string): fc.Arbitrary<Emendation[]> {
  const said = fc.record({
    ...{ author: anyName, time: anyTime, note: anyWords(4) },
    reason: fc.option(fc.constantFrom(...EmendationReason.options)),
    witness: fc.option(fc.constant(null).map(newId)),
  });
  const holding = fc
    .tuple(replacements(cleaned.length), fc.array(fc.tuple(said, anyWords(6)), { minLength: 3 }))
    .map(([all, told]) =>
      all.flatMap(({ from, to }, index): Emendation[] => {
        const one = told[index];
        if (!one) return [];
        return [{ id: newId(), from, to, rank: 0, insert: one[1], ...one[0], lost: null }];
      }),
    );
  const lost = fc.array(
    fc
      .tuple(fc.nat(cleaned.length), said, anyWords(4), anyWords(3))
      .map(([from, more, insert, words]): Emendation => ({
        ...{ id: newId(), from, to: from, rank: 0, insert, ...more },
        lost: { reason: `gone ${words}`, quote: { exact: words, prefix: '', suffix: 'b\n' } },
      })),
    { maxLength: 2 },
  );
  return fc.tuple(holding, lost).map((all) => all.flat().toSorted(inReadingOrder));
}

function anyTarget(
  texts: Readonly<Record<Target['side'], string>>,
  version: number,
): fc.Arbitrary<Target[]> {
  return fc.constantFrom('original' as const, 'transcription' as const).chain((side) =>
    fc.tuple(rangeIn(texts[side].length), anyWords(3)).map(([{ from, to }, words]): Target[] => {
      const place = { side, version: side === 'original' ? 0 : version };
      if (from < to)
        return [{ ...place, from, to, quote: quoteOf(texts[side], from, to), lost: null }];
      const quote = { exact: `x${words}`, prefix: words, suffix: '' };
      return [{ ...place, from, to, quote, lost: `lost ${words}` }];
    }),
  );
}

/** Tags, some below others. */
export const anyTags: fc.Arbitrary<Tag[]> = fc
  .array(
    fc.record({
      ...{ name: anyWords(5), description: anyWords(4), above: fc.nat(6) },
      colour: fc.constantFrom(...TagColour.options),
      ...{ key: fc.option(fc.constantFrom('a', '7')), iri: fc.option(fc.webUrl()) },
    }),
    { maxLength: 6 },
  )
  .map((all) => {
    const ids = all.map(() => newId());
    return all.map(({ above, name, ...rest }, index): Tag => ({
      ...rest,
      name: `${index} ${name}`.slice(0, 80),
      id: ids[index] ?? newId(),
      parentId: above < index ? (ids[above] ?? null) : null,
    }));
  });

/** Types of relations of a library. */
export const someTypes: readonly RelationType[] = [
  { id: newId(), name: 'quotes', reverse: 'is quoted by', description: 'Words & <more>' },
  { id: newId(), name: 'same event', reverse: null, description: '' },
];

/** What two cables of a library share. */
export function frameWith(tags: readonly Tag[]): LibraryFrame {
  return {
    ...{ id: newId(), name: 'Archive & <Co>', tags, relationTypes: someTypes },
    ...{ exported: '2026-01-02T03:04:05.678Z', program: '1.2.3-beta' },
  };
}

/** A cable with whatever can be done to one: every layer, both sides, any overlap. `encode` gives the bytes of its text and their digest. */
export function anyRecord(
  tags: readonly Tag[],
  encode: (text: string) => { readonly bytes: Uint8Array; readonly sha256: string },
): fc.Arbitrary<CableRecord> {
  return anyWords(60).chain((text) =>
    anyChanges(text.length).chain((changes) => {
      const cleaned = transcribe(text, changes).cleaned.toString();
      return anyEmendations(cleaned).chain((emendations) =>
        restOf({ text, changes, emendations, tags, encode }),
      );
    }),
  );
}

interface Begun {
  readonly text: string;
  readonly changes: StoredChange[];
  readonly emendations: Emendation[];
  readonly tags: readonly Tag[];
  readonly encode: (text: string) => { readonly bytes: Uint8Array; readonly sha256: string };
}

function restOf({ text, changes, emendations, tags, encode }: Begun): fc.Arbitrary<CableRecord> {
  const cableId = newId();
  const transcription = transcribe(text, changes, emendations).text.toString();
  const place = rangeIn(text.length);
  const structure = fc.array(
    fc
      .tuple(
        place,
        fc.constantFrom(...StructureType.options),
        fc.option(anyWords(3)),
        fc.option(fc.nat(3)),
      )
      .map(([range, type, label, note]) => ({ type, ...range, label, note })),
    { maxLength: 8 },
  );
  const metadata = fc.array(
    fc
      .tuple(fc.constantFrom(...MetadataField.options), anyWords(5), fc.option(place), anyRule)
      .map(([field, value, evidence, rule]) => ({ field, value: `v${value}`, evidence, rule })),
    { maxLength: 6 },
  );
  const fieldEmendations = fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(...MetadataField.options),
      values: fc.array(
        anyWords(4).map((words) => `w${words}`),
        { maxLength: 3 },
      ),
      ...{ author: anyName, time: anyTime },
    }),
    { maxLength: 3, selector: ({ field }) => field },
  );
  const version = 7;
  const texts = { original: text, transcription };
  const annotations = fc.array(
    fc
      .record({
        targets: fc.array(anyTarget(texts, version), { maxLength: 3 }),
        tagIds: fc.subarray(tags.map(({ id }) => id)),
        ...{ note: anyWords(8), creator: anyName, created: anyTime, modified: anyTime },
        verdict: fc.option(
          fc.record({
            value: fc.constantFrom('accepted' as const, 'rejected' as const, 'merged' as const),
            ...{ by: anyName, time: anyTime },
          }),
        ),
      })
      .map(({ targets, ...rest }): Annotation => ({
        ...{ id: newId(), cableId, targets: targets.flat(), ...rest },
      })),
    { maxLength: 5, size: 'max' },
  );
  const vouch = fc.option(fc.record({ author: anyName, time: anyTime }));
  const { bytes, sha256 } = encode(text);
  return fc
    .record({ structure, metadata, fieldEmendations, annotations, vouch, words: anyWords(3) })
    .map(({ annotations: all, vouch: said, words, ...known }): CableRecord => ({
      cable: {
        ...{ ...known, changes, emendations, version, place: 0, edition: null },
        summary: {
          ...{ id: cableId, title: words, number: null, telegramNumber: null, kind: null },
          ...{ date: null, from: null, to: null, signatory: null, classification: null },
          ...{ annotations: all.length, proposals: 0, imported: '2026-01-01T00:00:00.000Z' },
          review: said
            ? { state: 'corrected', ...said }
            : { state: 'cleaned', author: null, time: null },
        },
        original: {
          ...{ text, fileName: `${words}.txt`, sha256, byteLength: bytes.length },
          ...{ encoding: 'utf-8', format: 'text', importedAt: '2026-01-01T00:00:00.000Z' },
        },
      },
      bytes,
      annotations: all,
      relations: relationsOf(all),
      revisions: [],
      origins: new Map(all.slice(0, 1).map(({ id }) => [id, `urn:x ${words}`])),
      others: new Map(),
    }));
}

/** A relation from each annotation to the next, and one to another cable. */
function relationsOf(annotations: readonly Annotation[]): Relation[] {
  return annotations.flatMap(({ id: from, note, creator, created }, index): Relation[] => {
    const to = annotations[index + 1]?.id ?? newId();
    const typeId = someTypes[index % 2]?.id ?? newId();
    return [{ id: newId(), typeId, from, to, note, creator, created }];
  });
}
