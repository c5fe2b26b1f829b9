import { CableEdition } from '../../edition/edition.ts';
import { bytesOfText, type LineEnds, LINE_ENDS } from '../../import/encode.ts';
import { Original } from '../../library/cable.ts';
import { RelationType } from '../../relation/relation.ts';
import { Vouch } from '../../review/review.ts';
import { Tag } from '../../tag/tag.ts';
import { bytesOfBase64 } from '../../text/bytes.ts';
import { type Element, elementsIn, firstIn, valueOf } from '../tree.ts';
import { childOf, childrenOf, type Document, idIn, named, wordsIn } from './document.ts';
import { wordsOf } from './words.ts';

/** The description of a source of this type in the header. */
function biblOf({ root }: Document, type: string): Element | null {
  const source = firstIn(root, 'sourceDesc');
  if (!source) return null;
  for (const one of elementsIn(source))
    if (one.name === 'bibl' && valueOf(one, 'type') === type) return one;
  return null;
}

/** An original as the header describes it, with its text, and its bytes. */
export interface ReadOriginal {
  readonly original: Omit<Original, 'byteLength'>;
  readonly bytes: Uint8Array;
  /** Whether the bytes follow from the text. */
  readonly fromText: boolean;
}

const Described = Original.omit({ byteLength: true });

/** Reads what the header says of the original; null where it does not say enough. */
export function readOriginal(document: Document, text: string): ReadOriginal | null {
  const bibl = biblOf(document, 'original');
  const note = (type: string) => wordsIn(document, bibl, 'note', type)?.trim();
  const { data: original } = Described.safeParse({
    text,
    fileName: wordsIn(document, bibl, 'title', 'file'),
    sha256: wordsIn(document, bibl, 'idno', 'SHA-256')?.trim(),
    encoding: note('encoding'),
    format: note('format'),
    importedAt: document.time(childOf(bibl, 'date', 'imported')),
  });
  if (!original) return null;
  const source = firstIn(document.root, 'sourceDoc');
  const object = source && firstIn(source, 'binaryObject');
  if (object) {
    const bytes = bytesOfBase64(wordsOf(document.xml, object));
    return bytes && { original, bytes, fromText: false };
  }
  const lineEnds = note('lineEnds') ?? '';
  if (!isLineEnds(lineEnds)) return null;
  const { encoding } = original;
  const marked = note('byteOrderMark') === 'yes';
  const bytes = bytesOfText(text, { encoding, lineEnds, marked });
  return bytes && { original, bytes, fromText: true };
}

function isLineEnds(word: string): word is LineEnds {
  return word in LINE_ENDS;
}

/** How many states the transcription had had. */
export function readVersion({ root }: Document): number {
  const statement = firstIn(root, 'editionStmt');
  const edition = childOf(statement, 'edition');
  const version = Number((edition && valueOf(edition, 'n')) ?? 0);
  return Number.isSafeInteger(version) && version >= 0 ? version : 0;
}

/** Who vouched for the state of the cable; null where nobody did. */
export function readVouch(document: Document): Vouch | null {
  const header = childOf(document.root, 'teiHeader');
  const change = childOf(childOf(header, 'revisionDesc'), 'change', 'review');
  if (!change) return null;
  const parsed = Vouch.safeParse({
    state: valueOf(change, 'status'),
    author: named(document, change, 'who'),
    time: document.time(change),
  });
  return parsed.data ?? null;
}

/** The edition the cable was taken from; null where it was from none. */
export function readEdition(document: Document, standOff: Element | null): CableEdition | null {
  const bibl = biblOf(document, 'edition');
  if (!bibl) return null;
  const words = (name: string, type?: string) => wordsIn(document, bibl, name, type);
  const names = childrenOf(childOf(standOff, 'list', 'editionNames'), 'item').map((item) => ({
    pointer: wordsIn(document, item, 'idno', 'pointer') ?? '',
    name: wordsIn(document, item, 'name') ?? '',
    description: wordsIn(document, item, 'note', 'description') ?? '',
  }));
  const parsed = CableEdition.safeParse({
    edition: {
      title: words('title', 'complete'),
      series: words('title', 'series'),
      volume: words('title', 'volume'),
      editors: childrenOf(bibl, 'editor').map((editor) => wordsOf(document.xml, editor)),
      publisher: words('publisher'),
      published: words('date', 'published'),
      fileName: words('title', 'file'),
      sha256: words('idno', 'SHA-256'),
    },
    document: words('idno', 'document'),
    names,
  });
  return parsed.data ?? null;
}

/** The tags and types of relations that a file tells of, wherever in it. */
export interface ReadVocabulary {
  readonly tags: readonly Tag[];
  readonly relationTypes: readonly RelationType[];
}

/** Reads the taxonomies in the headers of a file. */
export function readVocabulary(xml: string, headers: readonly Element[]): ReadVocabulary {
  const tags = new Map<string, Tag>();
  const types = new Map<string, RelationType>();
  for (const one of headers.flatMap((header) => [...elementsIn(header)])) {
    if (one.name !== 'category') continue;
    const name = valueOf(one, 'xml:id') ?? '';
    if (name.startsWith('tag-')) {
      const { data: tag } = Tag.safeParse(tagIn(xml, one));
      if (tag) tags.set(tag.id, tag);
    } else if (name.startsWith('relation-type-')) {
      const { data: type } = RelationType.safeParse(typeIn(xml, one));
      if (type) types.set(type.id, type);
    }
  }
  return { tags: [...tags.values()], relationTypes: [...types.values()] };
}

/** What a category says, as a tag would have it. */
function tagIn(xml: string, category: Element) {
  const said = childOf(category, 'catDesc');
  const above = category.parent?.name === 'category' ? valueOf(category.parent, 'xml:id') : null;
  return {
    id: idIn(valueOf(category, 'xml:id')),
    name: wordsIn({ xml }, said, 'term'),
    colour: valueOf(category, 'rend'),
    description: wordsIn({ xml }, said, 'q', 'description') ?? '',
    parentId: idIn(above) || null,
    key: valueOf(category, 'n'),
    iri: wordsIn({ xml }, said, 'idno', 'IRI'),
  };
}

/** What a category says, as a type of relations would have it. */
function typeIn(xml: string, category: Element) {
  const said = childOf(category, 'catDesc');
  return {
    id: idIn(valueOf(category, 'xml:id')),
    name: wordsIn({ xml }, said, 'term'),
    reverse: wordsIn({ xml }, said, 'term', 'reverse'),
    description: wordsIn({ xml }, said, 'q', 'description') ?? '',
  };
}
