import type { Side } from '../annotation/annotation.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import type { Writer } from '../exchange/writer.ts';
import { valuesOf } from '../metadata/effective.ts';
import { MetadataField } from '../metadata/metadata.ts';
import { pieces, transcribe } from '../transcription/transcription.ts';
import { contentOf, relationContent, tellingOf, type Telling } from './content.ts';
import { type Features, featuresOf, layers, views } from './layers.ts';
import { xmiLosses } from './losses.ts';
import { byAnnotation, endsOf, nextPassages, passagesOf, type Passage } from './passages.ts';
import { sentencesIn, tokensOf } from './segments.ts';
import { typeSystem } from './type-system.ts';
import { hasControls, xmlValue } from './xml.ts';

/**
 * UIMA CAS XMI (UIMA References, “XMI CAS Serialization”): a file a cable with both texts as views, and the
 * type system of all. What reads the first view only has the transcription. Positions are UTF-16 code units.
 */
export const xmi: Writer = {
  write: (frame) => ({
    begin: () => [{ path: 'TypeSystem.xml', content: typeSystem() }],
    cable: (record, name) => [{ path: `${name}.xmi`, content: casOf(record, frame) }],
    end: () => [],
  }),

  losses: xmiLosses,
};

/** A feature structure: its element, and the view it is a member of. */
interface Structure {
  readonly id: number;
  readonly view: Side;
  readonly layer: string;
  readonly features: Features;
}

/** The ids of the two texts; what is said of them comes after. */
const SOFAS = { transcription: 1, original: 2 } as const;

const SIDES = ['transcription', 'original'] as const;

/** Gathers what is said of both texts, and gives it ids. */
function casBuilder() {
  const all: Structure[] = [];
  return {
    all: all as readonly Structure[],

    /** Something about a text as a whole. */
    onText(view: Side, layer: string, features: Features): void {
      all.push({ id: all.length + 3, view, layer, features });
    },

    /** Something about a stretch of a text; its id comes back. */
    on(
      view: Side,
      layer: string,
      { from, to }: { readonly from: number; readonly to: number },
      features: Features,
    ): number {
      const id = all.length + 3;
      const place = [
        ['begin', String(from)],
        ['end', String(to)],
      ] as const;
      all.push({ id, view, layer, features: new Map([...place, ...features]) });
      return id;
    },
  };
}

type Builder = ReturnType<typeof casBuilder>;

function casOf(record: CableRecord, frame: LibraryFrame): string {
  const { original, changes, emendations, structure } = record.cable;
  const transcription = transcribe(original.text, changes, emendations);
  const texts = { original: original.text, transcription: transcription.text.toString() };
  const telling = tellingOf(frame.tags, frame.relationTypes, record.origins);
  const builder = casBuilder();
  for (const side of SIDES) segment(builder, side, texts[side], record);
  builder.onText('transcription', layers.cable, cableFeatures(record, frame));
  for (const { from, to, type, label, note } of structure)
    builder.on('original', layers.structure, { from, to }, featuresOf({ kind: type, label, note }));
  for (const piece of pieces(transcription)) {
    if (piece.kept) continue;
    const value = texts.transcription.slice(piece.fromTranscription, piece.toTranscription);
    const range = { from: piece.fromOriginal, to: piece.toOriginal };
    const operation = range.from === range.to ? 'insert' : value === '' ? 'delete' : 'replace';
    builder.on('original', layers.change, range, featuresOf({ value, operation }));
  }
  annotate(builder, record, texts, telling);
  return document(builder.all, texts);
}

/** Words, sentences and the name of a text. */
function segment(builder: Builder, side: Side, text: string, { cable }: CableRecord): void {
  const none = featuresOf({});
  const { id, title } = cable.summary;
  const named = featuresOf({ language: 'x-unspecified', documentTitle: title, documentId: id });
  builder.on(side, layers.document, { from: 0, to: text.length }, named);
  const tokens = tokensOf(text);
  for (const { first, end } of sentencesIn(text, tokens)) {
    const from = tokens[first]?.from ?? 0;
    builder.on(side, layers.sentence, { from, to: tokens[end - 1]?.to ?? from }, none);
  }
  for (const token of tokens) builder.on(side, layers.token, token, none);
}

function cableFeatures({ cable }: CableRecord, frame: LibraryFrame): Features {
  const { summary, original, version } = cable;
  const metadata = MetadataField.options.flatMap((field) =>
    valuesOf(cable, field).map((value) => `${field}: ${value}`),
  );
  return featuresOf({
    cableId: summary.id,
    sha256: original.sha256,
    fileName: original.fileName,
    title: summary.title,
    metadata: metadata.join('\n'),
    version,
    library: frame.name,
    exported: frame.exported,
    program: frame.program,
  });
}

/** A passage that is in the CAS, with its id there. */
interface Placed extends Passage {
  readonly cas: number;
}

function annotate(
  builder: Builder,
  { annotations, cable, others, relations }: CableRecord,
  texts: Readonly<Record<Side, string>>,
  telling: Telling,
): void {
  const { placed, unplaced, onCable } = passagesOf(annotations, texts);
  const inCas = placed.map((passage): Placed => {
    const { annotation, target } = passage;
    const content = contentOf(annotation, passage, telling);
    return { ...passage, cas: builder.on(target.side, layers.annotation, target, content) };
  });
  for (const [here, next] of nextPassages(inCas)) line(builder, layers.passage, here, next, []);
  for (const passage of unplaced) {
    const { side, quote, lost } = passage.target;
    const place = featuresOf({ side, ...quote, lost });
    builder.onText(
      'transcription',
      layers.unplaced,
      new Map([...contentOf(passage.annotation, passage, telling), ...place]),
    );
  }
  for (const annotation of onCable)
    builder.onText(
      'transcription',
      layers.unplaced,
      contentOf(annotation, { passage: 1, whole: true }, telling),
    );
  const known = byAnnotation(inCas);
  for (const relation of relations) {
    const content = relationContent(relation, telling);
    const ends = endsOf(known, relation.from, relation.to);
    if (ends) {
      line(builder, layers.relation, ...ends, content);
      continue;
    }
    const { from, to } = relation;
    const own = cable.summary.id;
    const [fromCable, toCable] = [others.get(from) ?? own, others.get(to) ?? own];
    const place = featuresOf({ fromId: from, toId: to, fromCable, toCable });
    builder.onText('transcription', layers.link, new Map([...content, ...place]));
  }
}

/** A line from a passage to another one of the same text. It stands where the second does (DKPro Core, Dependency). */
function line(
  builder: Builder,
  layer: string,
  from: Placed,
  to: Placed,
  content: Iterable<readonly [string, string]>,
): void {
  const ends = featuresOf({ Governor: from.cas, Dependent: to.cas });
  builder.on(to.target.side, layer, to.target, new Map([...content, ...ends]));
}

/** The prefixes of the packages of types: each has a namespace of its own. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.values(layers).map((layer) => {
    const path = layer.split('.').slice(0, -1);
    return [path.join('.'), path.at(-1) === 'type' ? (path.at(-2) ?? '') : (path.at(-1) ?? '')];
  }),
);

function document(structures: readonly Structure[], texts: Readonly<Record<Side, string>>): string {
  const body = [
    ...structures.map(elementOf),
    ...SIDES.map(
      (side) =>
        `<cas:Sofa xmi:id="${SOFAS[side]}" sofaNum="${SOFAS[side]}" sofaID="${views[side]}" mimeType="text" sofaString="${xmlValue(texts[side])}"/>`,
    ),
    ...SIDES.map((side) => {
      const members = structures.filter(({ view }) => view === side).map(({ id }) => id);
      return `<cas:View sofa="${SOFAS[side]}" members="${members.join(' ')}"/>`;
    }),
  ];
  const names = [...PREFIXES].map(
    ([path, prefix]) => ` xmlns:${prefix}="http:///${path.replaceAll('.', '/')}.ecore"`,
  );
  const controls =
    SIDES.some((side) => hasControls(texts[side])) ||
    structures.some(({ features }) => [...features.values()].some(hasControls));
  return `<?xml version="1.${controls ? 1 : 0}" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"${names.join('')} xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${body.join('\n')}
</xmi:XMI>
`;
}

function elementOf({ id, view, layer, features }: Structure): string {
  const dot = layer.lastIndexOf('.');
  const prefix = PREFIXES.get(layer.slice(0, dot)) ?? '';
  const values = [...features].map(([name, value]) => ` ${name}="${xmlValue(value)}"`);
  return `<${prefix}:${layer.slice(dot + 1)} xmi:id="${id}" sofa="${SOFAS[view]}"${values.join('')}/>`;
}
