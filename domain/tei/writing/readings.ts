import type { Change } from '../../change/change.ts';
import { type Emendation, holds } from '../../emendation/emendation.ts';
import type { Cable } from '../../library/cable.ts';
import type { Structure } from '../../structure/structure.ts';
import { type Mapping, mappingOf } from '../../transcription/mapping.ts';
import type { Transcription } from '../../transcription/transcription.ts';
import { wordsIn } from '../searchable.ts';
import type { Piece } from './blocks.ts';
import type { InlinePoint, InlineSpan } from './inline.ts';
import type { Scribe } from './scribe.ts';
import { tag } from './xml.ts';

/** What stands within the blocks of a transcription, those that matter most first, and where its structure stands. */
export interface Readings {
  readonly spans: InlineSpan[];
  readonly points: InlinePoint[];
  readonly pieces: Piece[];
}

/** What is needed to write the readings of a cable. */
export interface ReadingSource {
  readonly cable: Pick<Cable, 'original' | 'changes' | 'structure' | 'emendations'>;
  readonly transcription: Transcription;
  readonly scribe: Scribe;
}

/**
 * What a reader of the text is shown in place: emendations, what cleaning changed, and structure. It is
 * drawn from the lists that stand off the text, which alone have all of it: what crosses the bounds of a block or
 * another reading stands in them only.
 */
export function readingsOf(source: ReadingSource): Readings {
  const { cable, transcription } = source;
  const emended = emendationReadings(source);
  const structure = structureReadings(source, mappingOf(transcription.map));
  const cleaned =
    cable.original.format === 'text' ? changeReadings(source, structure.gone) : NOTHING;
  return {
    spans: [...emended.spans, ...cleaned.spans, ...structure.spans],
    points: [...structure.points, ...cleaned.points, ...emended.points],
    pieces: structure.pieces,
  };
}

const NOTHING: Pick<Readings, 'spans' | 'points'> = { spans: [], points: [] };

/** What editors wrote, by the reason they gave: what the typist wrote wrong is `sic`, what cannot be read is `unclear`. */
function emendationReadings({ cable, transcription, scribe }: ReadingSource) {
  const spans: InlineSpan[] = [];
  const points: InlinePoint[] = [];
  let shift = 0;
  for (const one of cable.emendations.filter(holds)) {
    const from = one.from + shift;
    const to = from + one.insert.length;
    shift += one.insert.length - (one.to - one.from);
    const before = transcription.cleaned.sliceString(one.from, one.to);
    const { open, close } = emendationTags(one, before, scribe);
    if (from < to) spans.push({ from, to, open, close });
    else points.push({ at: from, xml: open + close });
  }
  return { spans, points };
}

function emendationTags(emendation: Emendation, before: string, scribe: Scribe) {
  const { id, reason, author } = emendation;
  const words = scribe.words(before);
  const resp = scribe.person(author);
  const corresp = `#emendation-${id}`;
  if (reason === 'typist' || reason === 'conjecture') {
    const cert = reason === 'conjecture' ? 'medium' : null;
    return {
      open: begin('choice', { corresp }) + tag('sic', {}, words) + begin('corr', { resp, cert }),
      close: '</corr></choice>',
    };
  }
  const isUnclear = reason === 'illegible';
  return {
    open:
      begin('app', { type: 'emendation', corresp }) +
      begin('lem', { resp }) +
      (isUnclear ? begin('unclear', { reason: 'illegible' }) : ''),
    close: `${isUnclear ? '</unclear>' : ''}</lem>${tag('rdg', {}, words)}</app>`,
  };
}

/** What cleaning changed, where no editor has been since; `gone` is what structure shows already. */
function changeReadings(
  { cable, transcription, scribe }: ReadingSource,
  gone: readonly Structure[],
): Pick<Readings, 'spans' | 'points'> {
  const spans: InlineSpan[] = [];
  const points: InlinePoint[] = [];
  const held = cable.emendations.filter(holds);
  const shown = coverOf(gone);
  const { text } = cable.original;
  let next = 0;
  let shift = 0;
  let cleaning = 0;
  for (const change of acceptedOf(cable.changes)) {
    const at = change.from + cleaning;
    const end = at + change.insert.length;
    cleaning += change.insert.length - (change.to - change.from);
    for (let one = held[next]; one && one.to <= at; one = held[++next])
      shift += one.insert.length - (one.to - one.from);
    if ((held[next]?.from ?? Infinity) < Math.max(end, at + 1)) continue;
    const words = text.slice(change.from, change.to);
    if (words.trim() === '' && change.insert.trim() === '') continue;
    if (change.insert.trim() === '' && shown(change)) continue;
    const tags = changeTags(change, words, scribe);
    const from = at + shift;
    const to = end + shift;
    const isWhole = from < to && !transcription.text.sliceString(from, to).includes('\n\n');
    if (isWhole) spans.push({ from, to, ...tags.standing });
    else points.push({ at: from, xml: tags.apart });
  }
  return { spans, points };
}

function acceptedOf(changes: readonly Change[]): Change[] {
  return changes
    .filter(({ status }) => status === 'accepted')
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** The tags around what a change has put in, and what tells of it where that is nothing. */
function changeTags(change: Change, words: string, scribe: Scribe) {
  const ana = scribe.rule(change.rule);
  const reading = tag('rdg', {}, scribe.words(words));
  const app = begin('app', { type: 'cleaning', ana });
  const standing =
    words.trim() === ''
      ? { open: `${app}<lem>`, close: `</lem>${reading}</app>` }
      : {
          open: `${begin('choice', { ana })}${tag('orig', {}, scribe.words(words))}<reg>`,
          close: '</reg></choice>',
        };
  return { standing, apart: `${app}${reading}</app>` };
}

/** Tells whether a stretch of the original shares signs with one of some pieces. */
function coverOf(pieces: readonly Structure[]): (range: Change) => boolean {
  const sorted = pieces.toSorted((a, b) => a.from - b.from);
  let reach = 0;
  const reached = sorted.map(({ to }) => (reach = Math.max(reach, to)));
  return ({ from, to }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.from ?? Infinity) < to) low = middle + 1;
      else high = middle;
    }
    return (reached[low - 1] ?? 0) > from;
  };
}

/** A piece of structure with its words and where it stands in the transcription. */
interface Found {
  readonly piece: Structure;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** The structure: what stands in the text, and what has left it, each in its place. */
function structureReadings({ cable, scribe }: ReadingSource, mapping: Mapping) {
  const spans: InlineSpan[] = [];
  const points: InlinePoint[] = [];
  const pieces: Piece[] = [];
  const gone: Structure[] = [];
  const { original, structure } = cable;
  const notes = structure.filter(({ type }) => type === 'note');
  const set = new Set<number>();
  const noted = (index: number, at: number, label: string | null) => {
    const note = notes[index];
    const id = scribe.id(`note-${index + 1}`);
    if (!note || set.has(index)) {
      const target = note ? `#${id}` : null;
      return points.push({
        at,
        xml: target
          ? tag('ref', { type: 'note', n: label, target })
          : tag('ref', { type: 'note', n: label }),
      });
    }
    set.add(index);
    const words = scribe.words(wordsIn(original, note));
    return points.push({
      at,
      xml: tag('note', { 'xml:id': id, place: 'bottom', n: label ?? note.label }, words),
    });
  };

  for (const piece of structure) {
    const { type, label, note } = piece;
    const from = mapping.at(piece.from, 1);
    const to = Math.max(from, mapping.at(piece.to, -1));
    const found = { piece, words: wordsIn(original, piece), from, to };
    if (from < to) {
      const tags = STANDING[type]?.(found);
      if (tags) spans.push({ from, to, ...tags });
      pieces.push({ type, from, to });
      if (type === 'noteReference' && note !== null) noted(note, to, label);
      if (type === 'pageBreak') points.push({ at: from, xml: tag('pb', { n: label }) });
      continue;
    }
    const at = mapping.at(piece.from, -1);
    if (type === 'noteReference') {
      if (note === null) points.push({ at, xml: tag('ref', { type: 'note', n: label }) });
      else noted(note, at, label);
      gone.push(piece);
    } else if (type === 'note') gone.push(piece);
    else {
      const xml = LEFT[type]?.(found, scribe) ?? null;
      if (xml === null) continue;
      points.push({ at, xml });
      gone.push(piece);
    }
  }
  // Notes to which nothing refers stand at the end.
  const end = mapping.at(original.text.length, 1);
  for (const index of notes.keys()) if (!set.has(index)) noted(index, end, null);
  return { spans, points, pieces, gone };
}

type Tags = Pick<InlineSpan, 'open' | 'close'>;

/** An element around words that stand in the text. */
function around(name: string, attributes: Parameters<typeof tag>[1]): Tags {
  return { open: begin(name, attributes), close: `</${name}>` };
}

/** How structure is shown whose words stand in the text. */
const STANDING: Readonly<Partial<Record<Structure['type'], (found: Found) => Tags>>> = {
  person: ({ piece }) => around('persName', { key: piece.label }),
  organisation: ({ piece }) => around('orgName', { key: piece.label }),
  place: ({ piece }) => around('placeName', { key: piece.label }),
  term: ({ piece }) => around('term', { key: piece.label }),
  date: () => around('date', {}),
  supplied: () => around('supplied', {}),
  illegible: () => around('unclear', { reason: 'illegible' }),
  formField: () => around('seg', { type: 'formField' }),
  stamp: () => around('seg', { type: 'stamp' }),
  deletion: () => around('seg', { type: 'deletion' }),
};

/** How structure is shown whose words have left the text. */
const LEFT: Readonly<Partial<Record<Structure['type'], (found: Found, scribe: Scribe) => string>>> =
  {
    pageBreak: ({ piece }) => tag('pb', { n: piece.label }),
    runningHead: ({ words }, scribe) => tag('fw', { type: 'head' }, scribe.words(words)),
    formField: ({ words }, scribe) => tag('fw', { type: 'form' }, scribe.words(words)),
    stamp: ({ words }, scribe) => tag('stamp', {}, scribe.words(words)),
    deletion: ({ words }, scribe) =>
      /\p{L}/u.test(words.replace(/X/giu, ''))
        ? tag('del', { rend: 'strikethrough' }, scribe.words(words))
        : tag('del', { rend: 'overtyped' }, tag('gap', { reason: 'illegible' })),
    illegible: () => tag('gap', { reason: 'illegible' }),
  };

/** The first tag of an element. */
function begin(name: string, attributes: Parameters<typeof tag>[1]): string {
  return tag(name, attributes).replace(/\/>$/u, '>');
}
