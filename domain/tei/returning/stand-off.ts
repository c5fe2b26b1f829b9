import { Annotation, Target } from '../../annotation/annotation.ts';
import { FieldEmendation } from '../../metadata/field-emendation.ts';
import { MetadataEntry } from '../../metadata/metadata.ts';
import { Relation } from '../../relation/relation.ts';
import { Structure } from '../../structure/structure.ts';
import { type Element, valueOf } from '../tree.ts';
import { childOf, childrenOf, type Document, idIn, named, wordsIn } from './document.ts';
import { originalAt, quoteIn } from './layers.ts';
import type { Leaving } from './leaving.ts';
import type { Places } from './texts.ts';
import { wordsOf } from './words.ts';

/** The spans of a kind. */
function spansOf(standOff: Element | null, type: string): Element[] {
  return childrenOf(standOff, 'spanGrp', type).flatMap((group) => childrenOf(group, 'span'));
}

/** What can be read of a document beside its texts, and where its anchors stand. */
export interface Beside {
  readonly document: Document;
  readonly standOff: Element | null;
  readonly places: Places;
  readonly leaving: Leaving;
}

/** The structure over the original. */
export function readStructure({ document, standOff, places, leaving }: Beside): Structure[] {
  return spansOf(standOff, 'structure').flatMap((span) => {
    const note = childOf(span, 'num', 'note');
    const parsed = Structure.safeParse({
      type: valueOf(span, 'type'),
      from: originalAt(places.get(valueOf(span, 'from') ?? '')),
      to: originalAt(places.get(valueOf(span, 'to') ?? '')),
      label: wordsIn(document, span, 'term', 'label'),
      note: note && Number(valueOf(note, 'value')),
    });
    if (parsed.success && parsed.data.from <= parsed.data.to) return [parsed.data];
    leaving.leave('structure');
    return [];
  });
}

/** What cleaning found of the cable. */
export function readMetadata({ document, standOff, places, leaving }: Beside): MetadataEntry[] {
  return spansOf(standOff, 'metadata').flatMap((span) => {
    const [from, to] = [valueOf(span, 'from'), valueOf(span, 'to')];
    const evidence =
      from === null || to === null
        ? null
        : { from: originalAt(places.get(from)), to: originalAt(places.get(to)) };
    const parsed = MetadataEntry.safeParse({
      field: valueOf(span, 'type'),
      value: wordsIn(document, span, 'term', 'value'),
      evidence,
      rule: named(document, span, 'ana'),
    });
    if (parsed.success) return [parsed.data];
    leaving.leave('metadata');
    return [];
  });
}

/** What editors read in the place of the metadata, one a field. */
export function readFieldEmendations({ document, standOff, leaving }: Beside): FieldEmendation[] {
  const fields = new Set<string>();
  return spansOf(standOff, 'emendedMetadata').flatMap((span) => {
    const parsed = FieldEmendation.safeParse({
      field: valueOf(span, 'type'),
      values: childrenOf(span, 'term', 'value').map((value) => wordsOf(document.xml, value)),
      author: named(document, span, 'resp'),
      time: document.time(childOf(span, 'date')),
    });
    if (parsed.success && !fields.has(parsed.data.field)) {
      fields.add(parsed.data.field);
      return [parsed.data];
    }
    leaving.leave('metadata');
    return [];
  });
}

/** The texts that annotations stand on, and the version of the transcription. */
export interface Annotated {
  readonly cableId: string;
  readonly texts: Readonly<Record<Target['side'], string>>;
  readonly version: number;
}

/** What is said of a passage whose words are not where the file says. */
const NOT_THERE = 'Its words were not at their place in the file it came back from.';

/** The annotations, with what those were called that had come from elsewhere. */
export function readAnnotations(beside: Beside, annotated: Annotated) {
  const { document, standOff, leaving } = beside;
  const passages = new Map(
    spansOf(standOff, 'passages').map((span) => [`#${valueOf(span, 'xml:id') ?? ''}`, span]),
  );
  const annotations: Annotation[] = [];
  const origins: [string, string][] = [];
  const ids = new Set<string>();
  for (const element of childrenOf(childOf(standOff, 'listAnnotation'), 'annotation')) {
    const annotation = annotationIn(beside, element, passages, annotated);
    if (!annotation || ids.has(annotation.id)) {
      leaving.leave('annotation');
      continue;
    }
    ids.add(annotation.id);
    annotations.push(annotation);
    const origin = wordsIn(document, element, 'note', 'origin');
    if (origin !== null) origins.push([annotation.id, origin]);
  }
  return { annotations, origins };
}

function annotationIn(
  beside: Beside,
  element: Element,
  passages: ReadonlyMap<string, Element>,
  annotated: Annotated,
): Annotation | null {
  const { document } = beside;
  const history = childOf(element, 'revisionDesc');
  const change = (type: string) => childOf(history, 'change', type);
  const verdict = change('verdict');
  const pointers = wordsOfList(valueOf(element, 'target'));
  const whole = pointers.length === 1 && idIn(pointers[0] ?? '') === annotated.cableId;
  const targets = whole
    ? []
    : pointers.map((pointer) => {
        const span = passages.get(pointer);
        return span ? targetIn(beside, span, annotated) : null;
      });
  const parsed = Annotation.safeParse({
    id: idIn(valueOf(element, 'xml:id')),
    cableId: annotated.cableId,
    targets,
    tagIds: wordsOfList(valueOf(element, 'ana')).map(idIn),
    note: wordsIn(document, element, 'note', 'comment') ?? '',
    creator: named(document, element, 'resp'),
    created: document.time(change('created')),
    modified: document.time(change('modified')),
    verdict: verdict && {
      value: valueOf(verdict, 'status'),
      by: named(document, verdict, 'who'),
      time: document.time(verdict),
    },
  });
  return parsed.success ? parsed.data : null;
}

/**
 * A passage. Its words are looked for where its anchors stand, and where the names of the anchors say that
 * they stood when the file was written; where they are at neither place, the passage has lost them.
 */
function targetIn(beside: Beside, span: Element, annotated: Annotated): Target | null {
  const { document, places, leaving } = beside;
  const side = Target.shape.side.safeParse(valueOf(span, 'type')).data;
  if (side === undefined) return null;
  const text = annotated.texts[side];
  const version = side === 'original' ? 0 : annotated.version;
  const quote = quoteIn(document, span);
  const lost = wordsIn(document, span, 'note', 'lost');
  const [first, last] = [valueOf(span, 'from') ?? '', valueOf(span, 'to') ?? ''];
  const anchored = (pointer: string) => {
    const place = places.get(pointer);
    return place?.in === side ? place.at : null;
  };
  const written = (pointer: string) => {
    const number = /[ot](\d+)$/u.exec(pointer)?.[1];
    return number === undefined ? null : Number(number);
  };
  const made = (from: number, to: number, reason: string | null) =>
    Target.safeParse({ side, from, to, version, quote, lost: reason }).data ?? null;
  for (const at of [anchored, written]) {
    const [from, to] = [at(first), at(last)];
    if (from === null || to === null || to > text.length) continue;
    if (lost !== null && from === to) return made(from, to, lost);
    if (lost === null && text.slice(from, to) === quote.exact) return made(from, to, null);
  }
  leaving.lose();
  const from = Math.min(anchored(first) ?? written(first) ?? 0, text.length);
  return made(from, from, lost ?? NOT_THERE);
}

/** The relations of its annotations, also those to annotations of other cables. */
export function readRelations({ document, standOff, leaving }: Beside): Relation[] {
  const all = childrenOf(standOff, 'listRelation', 'annotations');
  return all.flatMap((list) =>
    childrenOf(list, 'relation').flatMap((element) => {
      const parsed = Relation.safeParse({
        id: idIn(valueOf(element, 'xml:id') ?? valueOf(element, 'corresp')),
        typeId: idIn(valueOf(element, 'ana')),
        from: idIn(valueOf(element, 'active')),
        to: idIn(valueOf(element, 'passive')),
        note: wordsIn(document, element, 'desc') ?? '',
        creator: named(document, element, 'resp'),
        created: document.time(element),
      });
      if (parsed.success) return [parsed.data];
      leaving.leave('relation');
      return [];
    }),
  );
}

function wordsOfList(list: string | null): string[] {
  return (list ?? '').split(/\s+/u).filter((word) => word !== '');
}
