import { quoteOf, type Side } from '../annotation/annotation.ts';
import type {
  Coming,
  ComingAnnotation,
  ComingRelation,
  ComingSource,
  ComingTarget,
} from '../exchange/coming.ts';
import type { Loss } from '../exchange/loss.ts';
import { contentIn, idIn, timeIn } from './content.ts';
import { foreignContent, foreignRelation } from './foreign.ts';
import { type Features, isMachinery, layers, shortName } from './layers.ts';

/** An annotation of a layer on a text of a file: `[from, to)` in UTF-16 code units. */
export interface Span {
  readonly id: string;
  readonly layer: string;
  readonly text: FoundText;
  readonly from: number;
  readonly to: number;
  readonly features: Features;
}

/** A text of a file, and which of a cable's it is, where the file says that. */
export interface FoundText {
  readonly side: Side | null;
  readonly text: string;
}

/** What leads from one annotation of a file to another, by their ids. */
export interface Line {
  readonly layer: string;
  readonly from: string;
  readonly to: string;
  readonly features: Features;
}

/** What a file has of annotations, whatever it is written in. */
export interface Found {
  readonly format: string;
  readonly source: ComingSource;
  readonly spans: readonly Span[];
  readonly lines: readonly Line[];
  /** Annotations and passages without a place, and relations between annotations by the ids of ours. */
  readonly unplaced: readonly Features[];
  readonly links: readonly Features[];
  readonly losses: readonly Loss[];
}

/** A passage of an annotation on its way to become one. */
interface Member {
  readonly id: string | null;
  readonly features: Features;
  readonly target: ComingTarget | null;
}

/** Puts together what a file has: passages become annotations again, and lines between them relations. */
export function gathered(found: Found): Coming {
  const { format, source, losses } = found;
  const said = found.spans.filter(({ layer }) => layer !== layers.structure && !isMachinery(layer));
  const spans = said.filter(isInText);
  const own = spans.filter(({ layer }) => layer === layers.annotation);
  const foreign = spans.filter(({ layer }) => layer !== layers.annotation);
  const groups = groupsOf(own, found.lines, found.unplaced);
  const keys = new Map<string, string>();
  for (const [key, members] of groups)
    for (const { id } of members) if (id !== null) keys.set(id, key);
  for (const { id } of foreign) keys.set(id, id);
  const { relations, dangling } = relationsOf(found, keys);
  return {
    format,
    annotations: [
      ...[...groups].map(([key, members]) => annotationOf(key, members, source)),
      ...foreign.map((span) => foreignAnnotation(span, source)),
    ],
    relations,
    losses: [
      ...losses,
      ...dangling,
      ...said.filter((span) => !isInText(span)).map(outsideLoss),
      ...machineryLosses(found.spans),
    ],
  };
}

/** Whether an annotation stands on a stretch of its text. */
function isInText({ from, to, text: { text } }: Span): boolean {
  return Number.isInteger(from) && 0 <= from && from <= to && to <= text.length;
}

function outsideLoss({ layer, from, to }: Span): Loss {
  return {
    kind: 'outside',
    sentence: 'An annotation that stands outside the text of its file is left out.',
    what: `${shortName(layer)}, ${from}–${to}`,
    cableId: null,
    annotationId: null,
  };
}

/** The passages of each annotation in their order, by the id of ours, or else by what chains them together. */
function groupsOf(
  spans: readonly Span[],
  lines: readonly Line[],
  unplaced: readonly Features[],
): Map<string, Member[]> {
  const before = new Map(
    lines.flatMap(({ layer, from, to }) => (layer === layers.passage ? [[to, from]] : [])),
  );
  const byId = new Map(spans.map((span) => [span.id, span]));
  const keyOf = (span: Span): string => {
    const id = idIn(span.features.get('annotationId'));
    if (id !== null) return id;
    // Passages somebody has chained by hand are one annotation, called by its first one.
    let first = span;
    for (const met = new Set([span.id]); ; met.add(first.id)) {
      const previous = byId.get(before.get(first.id) ?? '');
      if (!previous || met.has(previous.id)) return first.id;
      const known = idIn(previous.features.get('annotationId'));
      if (known !== null) return known;
      first = previous;
    }
  };
  const groups = new Map<string, Member[]>();
  const add = (key: string, member: Member) => {
    const members = groups.get(key);
    if (members) members.push(member);
    else groups.set(key, [member]);
  };
  for (const span of spans)
    add(keyOf(span), { id: span.id, features: span.features, target: targetOf(span) });
  for (const [index, features] of unplaced.entries())
    add(idIn(features.get('annotationId')) ?? `unplaced-${index + 1}`, {
      id: null,
      features,
      target: lostTarget(features),
    });
  for (const members of groups.values()) members.sort((a, b) => passageOf(a) - passageOf(b));
  return groups;
}

/** Which passage of its annotation one is, counted from 1; one that was put in by hand comes last. */
function passageOf({ features }: Member): number {
  const passage = Number(features.get('passage'));
  return Number.isSafeInteger(passage) && passage > 0 ? passage : Infinity;
}

function annotationOf(
  key: string,
  members: readonly Member[],
  source: ComingSource,
): ComingAnnotation {
  const [first] = members;
  const told = members.find(({ features }) => features.has('created')) ?? first;
  const all = Number(first?.features.get('passages') ?? 0);
  return {
    key,
    id: idIn(key),
    source,
    targets: members.flatMap(({ target }) => target ?? []),
    ...contentIn(told?.features ?? new Map()),
    ...(members.length < all ? { partial: true } : {}),
  };
}

function targetOf({ text: { side, text }, from, to }: Span): ComingTarget {
  return { side, positions: [{ from, to, unit: 'utf-16' }], quote: quoteOf(text, from, to) };
}

/** A passage whose words are lost; null for what is on the whole cable. */
function lostTarget(features: Features): ComingTarget | null {
  const side = features.get('side');
  if (side !== 'original' && side !== 'transcription') return null;
  const quote = {
    exact: features.get('exact') ?? '',
    prefix: features.get('prefix') ?? '',
    suffix: features.get('suffix') ?? '',
  };
  const lost = features.get('lost');
  return { side, positions: [], quote, ...(lost === undefined ? {} : { lost }) };
}

function foreignAnnotation(span: Span, source: ComingSource): ComingAnnotation {
  return {
    key: span.id,
    id: null,
    iri: null,
    source,
    targets: [targetOf(span)],
    ...foreignContent(span.layer, span.features),
    creator: '',
    created: null,
    modified: null,
  };
}

/** The relations of a file, and what of it leads to nothing. */
function relationsOf({ lines, links }: Found, keys: ReadonlyMap<string, string>) {
  const relations: ComingRelation[] = [];
  const dangling: Loss[] = [];
  for (const line of lines) {
    if (line.layer === layers.passage || isMachinery(line.layer)) continue;
    const [from, to] = [keys.get(line.from), keys.get(line.to)];
    const said =
      line.layer === layers.relation
        ? relationIn(line.features)
        : foreignRelation(line.layer, line.features);
    if (from === undefined || to === undefined || from === to)
      dangling.push(danglingLoss(said.type));
    else relations.push({ ...said, from, to });
  }
  for (const features of links) {
    const [from, to] = [idIn(features.get('fromId')), idIn(features.get('toId'))];
    const said = relationIn(features);
    if (from === null || to === null || from === to) dangling.push(danglingLoss(said.type));
    else relations.push({ ...said, from, to });
  }
  return { relations, dangling };
}

function relationIn(features: Features): Omit<ComingRelation, 'from' | 'to'> {
  const type = features.get('label') ?? '';
  const reverse = features.get('reverse');
  return {
    id: idIn(features.get('relationId')),
    typeId: idIn(features.get('typeId')),
    type,
    ...(reverse === undefined ? {} : { reverse: reverse === type ? null : reverse }),
    note: features.get('note') ?? '',
    creator: features.get('creator') ?? '',
    created: timeIn(features.get('created')),
  };
}

function danglingLoss(type: string): Loss {
  return {
    kind: 'dangling',
    sentence:
      'A relation that does not lead from one annotation of the file to another is left out.',
    what: type === '' ? 'A relation without a name' : `“${type}”`,
    cableId: null,
    annotationId: null,
  };
}

/** What programs have said of single words; it is told by layer. */
function machineryLosses(spans: readonly Span[]): Loss[] {
  const counts = new Map<string, number>();
  for (const { layer } of spans)
    if (isMachinery(layer)) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  for (const quiet of [layers.token, layers.sentence, layers.document, layers.change])
    counts.delete(quiet);
  return [...counts].map(([layer, count]) => ({
    kind: 'machinery',
    sentence:
      'What programs say of single words (parts of speech, lemmas, dependencies) is left out.',
    what: `${layer}: ${count}`,
    cableId: null,
    annotationId: null,
  }));
}
