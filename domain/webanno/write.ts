import type { Side } from '../annotation/annotation.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import type { ExportedPiece, Writer } from '../exchange/writer.ts';
import { transcribe } from '../transcription/transcription.ts';
import { contentOf, relationContent, tellingOf, type Telling } from '../uima/content.ts';
import { contentFeatures, type Features, layers, relationFeatures } from '../uima/layers.ts';
import { byAnnotation, endsOf, nextPassages, passagesOf, type Passage } from '../uima/passages.ts';
import { typeSystem } from '../uima/type-system.ts';
import { escapedText, escapedValue } from './escaping.ts';
import { tsvLosses } from './losses.ts';
import { sentencesOf, type Unit } from './units.ts';

const SIDES = ['transcription', 'original'] as const;

/**
 * WebAnno TSV 3.3 (INCEpTION user guide, “WebAnno TSV 3.3 File format”): a file for each text of a cable, a
 * line a word. Every passage has a number, so that passages of any overlap stay apart; the passages of one
 * annotation are chained by a layer of relations, which a person sees as lines and any reader of relations
 * reads. The sentences' ids tell of which cable a text is.
 */
export const tsv: Writer = {
  write: (frame) => ({
    begin: () => [{ path: 'TypeSystem.xml', content: typeSystem() }],
    cable: (record, name) => filesOf(record, frame, name),
    end: () => [],
  }),

  losses: tsvLosses,
};

/** A passage in a file: its number there, and what it says. */
interface Placed extends Passage {
  readonly number: number;
  readonly features: Features;
}

/** A relation in a file. */
interface Line {
  readonly from: Placed;
  readonly to: Placed;
  readonly features: Features;
}

function filesOf(record: CableRecord, frame: LibraryFrame, name: string): ExportedPiece[] {
  const { original, changes, emendations, summary } = record.cable;
  const text = transcribe(original.text, changes, emendations).text.toString();
  const texts = { original: original.text, transcription: text };
  const telling = tellingOf(frame.tags, frame.relationTypes, record.origins);
  const { placed } = passagesOf(record.annotations, texts);
  return SIDES.filter((side) => texts[side] !== '').map((side) => {
    const here = placed
      .filter(({ target }) => target.side === side)
      .map((passage, index): Placed => ({
        ...passage,
        number: index + 1,
        features: contentOf(passage.annotation, passage, telling),
      }));
    const content = fileOf(texts[side], here, record, telling, `${side}-${summary.id}`);
    return { path: `${name}.${side satisfies Side}.tsv`, content };
  });
}

function fileOf(
  text: string,
  passages: readonly Placed[],
  { relations }: CableRecord,
  telling: Telling,
  sentenceId: string,
): string {
  const known = byAnnotation(passages);
  const chained = nextPassages(passages).map(([from, to]): Line => ({
    from,
    to,
    features: new Map(),
  }));
  const related = relations.flatMap((relation): Line[] => {
    const ends = endsOf(known, relation.from, relation.to);
    if (!ends) return [];
    return [{ from: ends[0], to: ends[1], features: relationContent(relation, telling) }];
  });
  const sentences = sentencesOf(
    text,
    passages.map(({ target }) => target),
  );
  const columns = columnsOf(passages, chained, related, firstUnits(sentences));
  const body = sentences.map(({ text: own, units }, index) =>
    [
      '',
      `#Sentence.id=${sentenceId}-${index + 1}`,
      ...own.split('\n').map((line) => `#Text=${escapedText(line)}`),
      ...units.map((unit) => lineOf(unit, text, columns)),
    ].join('\n'),
  );
  const head = ['#FORMAT=WebAnno TSV 3.3', ...columns.map(({ head: own }) => own), ''];
  return `${[...head, ...body].join('\n')}\n`;
}

/** The line that each passage begins with, by its number. */
function firstUnits(
  sentences: readonly { readonly units: readonly Unit[] }[],
): Map<number, string> {
  const first = new Map<number, string>();
  for (const { units } of sentences)
    for (const { id, holds } of units)
      for (const index of holds) if (!first.has(index + 1)) first.set(index + 1, id);
  return first;
}

/** The columns of a layer: what declares them, and what they have in a line. */
interface Columns {
  readonly head: string;
  readonly cells: (unit: Unit) => readonly string[];
}

/** The columns of all layers that a file has something of. */
function columnsOf(
  passages: readonly Placed[],
  chained: readonly Line[],
  related: readonly Line[],
  first: ReadonlyMap<number, string>,
): Columns[] {
  const relation = (layer: string, features: readonly string[], lines: readonly Line[]) =>
    relationColumns(layer, used(features, lines), lines, first);
  return [
    ...(passages.length === 0
      ? []
      : [spanColumns(used(contentFeatures, passages), passages, first)]),
    ...(chained.length === 0 ? [] : [relation(layers.passage, [], chained)]),
    ...(related.length === 0 ? [] : [relation(layers.relation, relationFeatures, related)]),
  ];
}

/** The features that anything has. */
function used(
  features: readonly string[],
  all: readonly { readonly features: Features }[],
): string[] {
  return features.filter((name) => all.some((one) => one.features.has(name)));
}

/**
 * The columns of the passages. In the lines in which a passage goes on, its tags stand again, as many
 * readers expect of a label; all else stands where it begins (`*` is “no value”, and never takes one back).
 */
function spanColumns(
  names: readonly string[],
  passages: readonly Placed[],
  first: ReadonlyMap<number, string>,
): Columns {
  const value = ({ number, features }: Placed, name: string, { id }: Unit) => {
    const said = name === 'tags' || first.get(number) === id ? features.get(name) : undefined;
    return `${said === undefined ? '*' : escapedValue(said)}[${number}]`;
  };
  return {
    head: `#T_SP=${[layers.annotation, ...names].join('|')}`,
    cells: (unit) => {
      const here = unit.holds.flatMap((index) => passages[index] ?? []);
      return names.map((name) =>
        here.length === 0 ? '_' : here.map((one) => value(one, name, unit)).join('|'),
      );
    },
  };
}

/** The columns of relations: they stand where that begins to which they lead, with what they come from. */
function relationColumns(
  layer: string,
  names: readonly string[],
  lines: readonly Line[],
  first: ReadonlyMap<number, string>,
): Columns {
  const byUnit = new Map<string, Line[]>();
  for (const line of lines) {
    const unit = first.get(line.to.number) ?? '';
    const beside = byUnit.get(unit);
    if (beside) beside.push(line);
    else byUnit.set(unit, [line]);
  }
  const value = ({ features }: Line, name: string) => {
    const said = features.get(name);
    return said === undefined ? '*' : escapedValue(said);
  };
  return {
    head: `#T_RL=${[layer, ...names, `BT_${layers.annotation}`].join('|')}`,
    cells: ({ id }) => {
      const here = byUnit.get(id);
      if (!here) return [...names, layer].map(() => '_');
      return [
        ...names.map((name) => here.map((line) => value(line, name)).join('|')),
        here
          .map(({ from, to }) => `${first.get(from.number) ?? ''}[${from.number}_${to.number}]`)
          .join('|'),
      ];
    },
  };
}

function lineOf(unit: Unit, text: string, columns: readonly Columns[]): string {
  const { id, from, to } = unit;
  const cells = columns.flatMap((each) => each.cells(unit));
  // A line ends with a sign that parts columns, as those of INCEpTION do.
  return `${[id, `${from}-${to}`, wordIn(text.slice(from, to)), ...cells].join('\t')}\t`;
}

/** A word as it is shown; white space must not part lines or columns. */
function wordIn(word: string): string {
  return /\s/u.test(word) ? escapedText(word) : word;
}
