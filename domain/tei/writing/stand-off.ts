import type { Annotation, Target } from '../../annotation/annotation.ts';
import type { CableEdition } from '../../edition/edition.ts';
import type { CableRecord } from '../../exchange/record.ts';
import type { FieldEmendation } from '../../metadata/field-emendation.ts';
import type { MetadataEntry } from '../../metadata/metadata.ts';
import type { Relation } from '../../relation/relation.ts';
import type { Structure } from '../../structure/structure.ts';
import { quoteNotes } from './apparatus.ts';
import { moment } from './moment.ts';
import type { Scribe } from './scribe.ts';
import { lines, tag } from './xml.ts';

/** The structure of the original: each piece over its stretch, with its label and the number of the note it refers to. */
export function structureSpans(pieces: readonly Structure[], scribe: Scribe): string[] {
  const spans = pieces.map(({ type, from, to, label, note }) =>
    tag(
      'span',
      { type, from: scribe.at('original', from), to: scribe.at('original', to) },
      (label === null ? '' : tag('term', { type: 'label' }, scribe.words(label))) +
        (note === null ? '' : tag('num', { type: 'note', value: note })),
    ),
  );
  return group('structure', spans);
}

/** What cleaning found of the cable, with the places that show it, and what editors read in its place. */
export function metadataSpans(
  entries: readonly MetadataEntry[],
  emendations: readonly FieldEmendation[],
  scribe: Scribe,
): string[] {
  const found = entries.map(({ field, value, evidence, rule }) =>
    tag(
      'span',
      {
        type: field,
        from: evidence && scribe.at('original', evidence.from),
        to: evidence && scribe.at('original', evidence.to),
        ana: scribe.rule(rule),
      },
      tag('term', { type: 'value' }, scribe.words(value)),
    ),
  );
  const emended = emendations.map(({ field, values, author, time }) =>
    tag(
      'span',
      { type: field, resp: scribe.person(author) },
      tag('date', moment(time)) +
        values.map((value) => tag('term', { type: 'value' }, scribe.words(value))).join(''),
    ),
  );
  return [...group('metadata', found), ...group('emendedMetadata', emended)];
}

function group(type: string, spans: readonly string[]): string[] {
  return spans.length === 0 ? [] : [tag('spanGrp', { type }, lines(spans))];
}

/**
 * The annotations: each with its passages, which are spans of their own, so that they may overlap in any
 * way and lie on either side. One about the whole cable has the cable as its target.
 */
export function annotationLists(
  { annotations, relations, origins, cable }: CableRecord,
  scribe: Scribe,
): string[] {
  const spans: string[] = [];
  const written = annotations.map((annotation) => {
    const targets = annotation.targets.map((target) => {
      const name = scribe.id(`passage-${spans.length + 1}`);
      spans.push(passage(target, name, scribe));
      return `#${name}`;
    });
    const all = targets.length > 0 ? targets.join(' ') : `#cable-${cable.summary.id}`;
    return annotationElement(annotation, all, origins.get(annotation.id) ?? null, scribe);
  });
  const own = new Set(annotations.map(({ id }) => id));
  const links = relations.map((relation) => relationElement(relation, own, scribe));
  return [
    ...group('passages', spans),
    ...(written.length > 0 ? [tag('listAnnotation', {}, lines(written))] : []),
    ...(links.length > 0 ? [tag('listRelation', { type: 'annotations' }, lines(links))] : []),
  ];
}

function passage({ side, from, to, quote, lost }: Target, name: string, scribe: Scribe): string {
  return tag(
    'span',
    {
      ...{ 'xml:id': name, type: side },
      ...{ from: scribe.at(side, from), to: scribe.at(side, to) },
    },
    quoteNotes(quote, scribe).join('') +
      (lost === null ? '' : tag('note', { type: 'lost' }, scribe.words(lost))),
  );
}

function annotationElement(
  { id, tagIds, note, creator, created, modified, verdict }: Annotation,
  target: string,
  origin: string | null,
  scribe: Scribe,
): string {
  const changes = [
    tag('change', { type: 'created', ...moment(created), who: scribe.person(creator) }),
    tag('change', { type: 'modified', ...moment(modified) }),
    ...(verdict
      ? [
          tag('change', {
            ...{ type: 'verdict', status: verdict.value, ...moment(verdict.time) },
            who: scribe.person(verdict.by),
          }),
        ]
      : []),
  ];
  const motivation = [
    ...(tagIds.length > 0 ? ['tagging'] : []),
    ...(note === '' ? [] : ['commenting']),
  ];
  return tag(
    'annotation',
    {
      ...{ 'xml:id': `annotation-${id}`, target },
      motivation: motivation.join(' ') || 'highlighting',
      resp: scribe.person(creator),
      ana: tagIds.map((each) => `#tag-${each}`).join(' ') || null,
    },
    tag('revisionDesc', {}, changes.join('')) +
      (note === '' ? '' : tag('note', { type: 'comment' }, scribe.words(note))) +
      (origin === null ? '' : tag('note', { type: 'origin' }, scribe.words(origin))),
  );
}

/** A relation. It is named where it begins, so that in a corpus it has one name, though it stands at both its ends. */
function relationElement(
  { id, typeId, from, to, note, creator, created }: Relation,
  own: ReadonlySet<string>,
  scribe: Scribe,
): string {
  const pointer = (end: string) => (own.has(end) ? `#annotation-${end}` : `urn:uuid:${end}`);
  const named = `relation-${id}`;
  return tag(
    'relation',
    {
      ...(own.has(from) ? { 'xml:id': named } : { corresp: `urn:uuid:${id}` }),
      ...{ type: 'annotations', name: 'linked', ana: `#relation-type-${typeId}` },
      ...{ active: pointer(from), passive: pointer(to) },
      ...{ resp: scribe.person(creator), ...moment(created) },
    },
    // A description itself may have neither line ends nor signs that XML cannot hold.
    note === '' ? '' : tag('desc', {}, tag('q', {}, scribe.words(note))),
  );
}

/** What the edition's lists say of the names in the cable. */
export function editionNames(edition: CableEdition | null, scribe: Scribe): string[] {
  if (!edition || edition.names.length === 0) return [];
  const items = edition.names.map(({ pointer, name, description }) =>
    tag(
      'item',
      {},
      tag('idno', { type: 'pointer' }, scribe.words(pointer)) +
        tag('name', {}, scribe.words(name)) +
        tag('note', { type: 'description' }, scribe.words(description)),
    ),
  );
  return [tag('list', { type: 'editionNames' }, lines(items))];
}
