import type { Coming, ComingSource } from '../exchange/coming.ts';
import type { Side } from '../annotation/annotation.ts';
import { fail } from '../failure.ts';
import { idIn } from '../uima/content.ts';
import { type Found, type FoundText, gathered, type Line, type Span } from '../uima/gathering.ts';
import { type Body, bodyIn, type Row } from './body.ts';
import { numbered, partedAt, unescapedValue } from './escaping.ts';
import { type Column, type Layer, layersIn } from './schema.ts';

const FORMAT = /^\uFEFF?#FORMAT=WebAnno TSV 3\.(\d+)[ \t\r]*$/u;

/** Whether a text is WebAnno TSV 3, by its first line. */
export function isTsv(text: string): boolean {
  return FORMAT.test(text.slice(0, 100).split('\n')[0] ?? '');
}

/** Reads the annotations in WebAnno TSV 3.0 to 3.3, as we, WebAnno or INCEpTION write it. */
export function readTsv(text: string): Coming {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const [, minor] = FORMAT.exec(lines[0] ?? '') ?? [];
  if (minor === undefined)
    fail(
      'file-not-annotations',
      'This file is not WebAnno TSV 3: its first line does not say so. Export it again as “WebAnno TSV v3.3”.',
    );
  const head = lines.findIndex((line, index) => index > 0 && !line.startsWith('#T_'));
  const begin = head === -1 ? lines.length : head;
  const body = bodyIn(lines.slice(begin), begin + 1, Number(minor));
  return gathered(foundIn(layersIn(lines.slice(1, begin)), body));
}

/** What our sentences are called: the side, the cable, and a number. */
const OURS = /^(original|transcription)-([0-9a-f-]{36})-\d+$/u;

function foundIn(layers: readonly Layer[], body: Body): Found {
  const [, side, cableId] = OURS.exec(body.sentenceIds[0] ?? '') ?? [];
  const source: ComingSource = { cableId: idIn(cableId), sha256: null, name: null };
  const isSide = side === 'original' || side === 'transcription';
  const text: FoundText = { side: isSide ? (side satisfies Side) : null, text: body.text };
  const spans = new SpanTable(text);
  for (const row of body.rows)
    for (const layer of layers) {
      if (layer.kind === 'span') spans.add(layer, row);
      if (layer.kind === 'chain') spans.addChain(layer, row);
    }
  const lines = body.rows.flatMap((row) =>
    layers.flatMap((layer) =>
      layer.kind === 'relation'
        ? relationsIn(layer, row, spans)
        : layer.kind === 'span'
          ? slotsIn(layer, row, spans)
          : [],
    ),
  );
  return {
    format: 'WebAnno TSV',
    source,
    spans: spans.all(),
    lines: [...once(lines), ...spans.chainLines()],
    unplaced: [],
    links: [],
    losses: [],
  };
}

/** Lines without those that stand again in every line in which their annotation goes on. */
function once(lines: readonly Line[]): Line[] {
  const met = new Set<string>();
  return lines.filter(({ layer, from, to, features }) => {
    const key = JSON.stringify([layer, from, to, ...features]);
    return !met.has(key) && met.add(key);
  });
}

/** What a cell has of each annotation that stands there, one above the other. */
function stacked(row: Row, at: number): string[] {
  const cell = row.cells[at] ?? '_';
  return cell === '_' ? [] : partedAt(cell, '|');
}

/** The annotations of a file while its lines are read: they grow line by line. */
class SpanTable {
  readonly #text: FoundText;
  readonly #spans = new Map<string, Growing>();
  /** Annotations of a layer in a line, in the order in which they stand there. */
  readonly #inLine = new Map<string, string[]>();
  /** The same, each with its line, to know at once whether it stands there. */
  readonly #met = new Set<string>();
  readonly #chains = new Map<string, Map<number, string>>();
  /** The first annotation with a number. */
  readonly #numbers = new Map<string, string>();

  constructor(text: FoundText) {
    this.#text = text;
  }

  add(layer: Layer, row: Row): void {
    const cells = layer.columns.map((column, index) =>
      // What a slot leads to has numbers of its own.
      stacked(row, layer.at + index).map((value) =>
        column.kind === 'targets' ? { value, numbers: null } : numbered(value),
      ),
    );
    const height = Math.max(0, ...cells.map(({ length }) => length));
    for (let index = 0; index < height; index += 1) {
      const told = cells.flatMap((cell) => cell[index]?.numbers ?? [])[0];
      const key =
        told === undefined ? `${row.id}/${index + 1} ${layer.name}` : `#${told} ${layer.name}`;
      const span = this.#grown(key, layer.name, row);
      if (told !== undefined && !this.#numbers.has(told)) this.#numbers.set(told, key);
      for (const [at, column] of layer.columns.entries())
        if (column.kind === 'feature') say(span, column.name, cells[at]?.[index]?.value);
    }
  }

  /** An element of a chain: its type has the number of the chain, its relation also its own (`coref->1-2`). */
  addChain(layer: Layer, row: Row): void {
    const cellsOf = (name: string) => {
      const at = layer.columns.findIndex((one) => one.kind === 'feature' && one.name === name);
      return at === -1 ? [] : stacked(row, layer.at + at);
    };
    const types = cellsOf('referenceType').map((value) => numbered(value).value);
    for (const [index, cell] of cellsOf('referenceRelation').entries()) {
      const [, label, chain, link] = /^(.*)->(\d+)-(\d+)$/su.exec(cell) ?? [];
      if (chain === undefined || link === undefined) continue;
      const key = `chain ${layer.name} ${chain}-${link}`;
      const span = this.#grown(key, layer.name, row);
      say(span, 'referenceType', types[index]);
      say(span, 'referenceRelation', label);
      const links = this.#chains.get(`${layer.name} ${chain}`) ?? new Map<number, string>();
      this.#chains.set(`${layer.name} ${chain}`, links.set(Number(link), key));
    }
  }

  /** The annotation that a line and a number tell; without a number the only one of a layer in that line. */
  find(unit: string, layer: string, number: string | undefined): string | null {
    if (number === undefined || number === '0') return this.at(unit, layer, 0);
    const own = `#${number} ${layer}`;
    // What leads to annotations of any layer tells them by their number alone.
    return this.#spans.has(own) ? own : (this.#numbers.get(number) ?? this.at(unit, layer, 0));
  }

  /** The annotation that stands at a place of the pile in a line. */
  at(unit: string, layer: string, index: number): string | null {
    return this.#inLine.get(`${unit} ${layer}`)?.[index] ?? null;
  }

  all(): Span[] {
    return [...this.#spans].map(([id, { layer, from, to, features }]) => ({
      ...{ id, layer, text: this.#text, from, to, features },
    }));
  }

  chainLines(): Line[] {
    return [...this.#chains].flatMap(([name, links]) => {
      const elements = [...links].toSorted(([a], [b]) => a - b).map(([, key]) => key);
      return elements.slice(1).map((to, index): Line => {
        const from = elements[index] ?? '';
        const label = this.#spans.get(from)?.features.get('referenceRelation') ?? 'next';
        const layer = name.slice(0, name.lastIndexOf(' '));
        return { layer, from, to, features: new Map([['label', label]]) };
      });
    });
  }

  #grown(key: string, layer: string, { id, from, to }: Row): Growing {
    const known = this.#spans.get(key);
    if (known) known.to = Math.max(known.to, to);
    const span = known ?? { layer, from, to, features: new Map<string, string>() };
    this.#spans.set(key, span);
    const here = this.#inLine.get(`${id} ${layer}`) ?? [];
    this.#inLine.set(`${id} ${layer}`, here);
    const met = `${id} ${key}`;
    if (!this.#met.has(met)) here.push(key);
    this.#met.add(met);
    return span;
  }
}

interface Growing {
  readonly layer: string;
  readonly from: number;
  to: number;
  readonly features: Map<string, string>;
}

/** Notes a value of a feature, unless it has one already; `*` is none. */
function say({ features }: Growing, name: string, value: string | undefined): void {
  if (value !== undefined && value !== '*' && value !== '' && !features.has(name))
    features.set(name, unescapedValue(value));
}

/** The relations that lead to what begins in a line. */
function relationsIn(layer: Layer, row: Row, spans: SpanTable): Line[] {
  const at = layer.columns.findIndex(({ kind }) => kind === 'source');
  const source = layer.columns[at];
  if (source?.kind !== 'source') return [];
  const cells = layer.columns.map((_, place) => stacked(row, layer.at + place));
  return (cells[at] ?? []).map((cell, index): Line => {
    const { value, numbers } = numbered(cell);
    const [from, to] = numbers?.split('_') ?? [];
    const features = new Map<string, string>();
    const growing = { layer: layer.name, from: 0, to: 0, features };
    for (const [place, column] of layer.columns.entries())
      if (column.kind === 'feature') say(growing, column.name, cells[place]?.[index]);
    return {
      layer: layer.name,
      from: spans.find(value, source.base, from) ?? '',
      to: spans.find(row.id, source.base, to) ?? '',
      features,
    };
  });
}

/** What the slots of the annotations in a line lead to. */
function slotsIn(layer: Layer, row: Row, spans: SpanTable): Line[] {
  return layer.columns.flatMap((column: Column, place): Line[] => {
    if (column.kind !== 'targets') return [];
    const roles = stacked(row, layer.at + place - 1);
    return stacked(row, layer.at + place).flatMap((cell, index) => {
      const host = spans.at(row.id, layer.name, index);
      const names = partedAt(numbered(roles[index] ?? '').value, ';');
      return partedAt(cell, ';').flatMap((target, slot): Line[] => {
        const { value, numbers } = numbered(target);
        const to = spans.find(value, column.target, numbers ?? undefined);
        if (host === null || to === null) return [];
        const name = names[slot] ?? '*';
        const role = name === '*' || name === '_' ? column.name : unescapedValue(name);
        const features = new Map([['role', role]]);
        return [{ layer: `${layer.name}.${column.name}`, from: host, to, features }];
      });
    });
  });
}
