import type { Annotation } from '../annotation/annotation.ts';
import { MetadataField } from '../metadata/metadata.ts';
import { valuesOf } from '../metadata/effective.ts';
import { acrossAt, counterparts } from '../transcription/alignment.ts';
import { mappingOf } from '../transcription/mapping.ts';
import { pieces, transcribe } from '../transcription/transcription.ts';
import { wordsIn } from '../tei/searchable.ts';
import {
  blocksOf,
  edgeless,
  indented,
  plainLine,
  plainText,
  plainWords,
} from '../text/markdown.ts';
import type { Loss } from './loss.ts';
import { markdownLosses } from './markdown-losses.ts';
import { tellingOf } from './markdown-notes.ts';
import type { CableRecord, LibraryFrame } from './record.ts';
import { onOneLine } from './telling.ts';
import type { Writer } from './writer.ts';

/**
 * Markdown with footnotes (Pandoc, GFM): a file a cable, with what is known of it as YAML, the
 * transcription, its own notes and the annotations as footnotes. It is for reading and writing on.
 */
export const markdown: Writer = {
  write: (frame) => ({
    begin: () => [],
    cable: (record, name) => [{ path: `${name}.md`, content: fileOf(record, frame) }],
    end: () => [],
  }),

  losses: (record): readonly Loss[] => markdownLosses(record),
};

function fileOf(record: CableRecord, frame: LibraryFrame): string {
  const { summary } = record.cable;
  const told = tellingOf(record, frame);
  const { onCable, lost, placed } = sorted(record.annotations);
  const { text, marks, notes, apart } = readingOf(record, placed);
  const list = (title: string, annotations: readonly Annotation[]) =>
    annotations.length === 0 ? [] : [`## ${title}`, ...annotations.map((one) => listed(told(one)))];
  const headings = headingsOf(record);
  const titled = headings.has(text.length - text.trimStart().length);
  const parts = [
    head(record),
    titled ? '' : `# ${plainWords(onOneLine(summary.title, 200)) || 'Untitled'}`,
    bodyOf(text, headings, marks),
    ...(apart.length === 0 ? [] : ['## Notes', ...apart.map((note) => listed(note))]),
    ...list('On the whole cable', onCable),
    ...list('Annotations whose words are lost', lost),
    ...notes.map(({ label, words }) => footnote(label, words)),
    ...placed.map((annotation, index) => footnote(`a${index + 1}`, told(annotation))),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What is known of a cable, as YAML (1.2, which takes JSON for its own). */
function head({ cable }: CableRecord): string {
  const lines = MetadataField.options.flatMap((field) => {
    const values = valuesOf(cable, field).map((value) => yaml(value));
    if (values.length === 0) return [];
    return `${field}: ${values.length === 1 ? values.join('') : `[${values.join(', ')}]`}`;
  });
  return ['---', ...lines, `cable: ${yaml(cable.summary.id)}`, '---'].join('\n');
}

function yaml(words: string): string {
  return JSON.stringify(words).replace(
    /[\u0085\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Annotations by where they stand: in the text in the order of their footnotes, on the whole cable, nowhere any more. */
function sorted(annotations: readonly Annotation[]) {
  const isPlaced = ({ targets }: Annotation) => targets.some(({ lost }) => lost === null);
  return {
    onCable: annotations.filter(({ targets }) => targets.length === 0),
    lost: annotations.filter((one) => one.targets.length > 0 && !isPlaced(one)),
    placed: annotations.filter(isPlaced),
  };
}

/** A footnote's mark: it stands before the character at `at` of the transcription. */
interface Mark {
  readonly at: number;
  readonly label: string;
}

/** A transcription with the places of all footnotes; `apart` are notes of the cable that no mark points to. */
function readingOf({ cable }: CableRecord, placed: readonly Annotation[]) {
  const { original, changes, emendations, structure } = cable;
  const transcription = transcribe(original.text, changes, emendations);
  const text = transcription.text.toString();
  const map = pieces(transcription);
  const mapping = mappingOf(transcription.map);
  const notes = structure
    .filter(({ type }) => type === 'note')
    .map((note, index) => ({ label: `n${index + 1}`, words: plainText(wordsIn(original, note)) }));
  const references = structure.flatMap(({ type, from, note }): Mark[] =>
    type === 'noteReference' && note !== null && notes[note]
      ? [{ at: mapping.at(from, 1), label: `n${note + 1}` }]
      : [],
  );
  const end = ({ targets }: Annotation): number => {
    const ends = targets.flatMap(({ side, from, to, lost }) => {
      if (lost !== null) return [];
      if (side === 'transcription') return to;
      return counterparts(map, 'original', { from, to }).at(-1)?.to ?? acrossAt(map, side, from);
    });
    return Math.max(...ends);
  };
  const own = placed.map((one, index): Mark => ({ at: end(one), label: `a${index + 1}` }));
  const pointedTo = new Set(references.map(({ label }) => label));
  return {
    text,
    marks: [...references, ...own].map((mark) => ({ ...mark, at: behindWords(text, mark.at) })),
    notes: notes.filter(({ label }) => pointedTo.has(label)),
    apart: notes.filter(({ label }) => !pointedTo.has(label)).map(({ words }) => words),
  };
}

/** The last place up to `at` that is behind a word; where none is, behind the first one. */
function behindWords(text: string, at: number): number {
  const before = text.slice(0, at).trimEnd().length;
  return before > 0 ? before : (/^\s*\S+/u.exec(text)?.[0].length ?? 0);
}

/** Where the headings of a cable stand in its transcription, as the positions at which their lines begin. */
function headingsOf({ cable }: CableRecord): ReadonlySet<number> {
  const { original, changes, emendations, structure } = cable;
  const mapping = mappingOf(transcribe(original.text, changes, emendations).map);
  return new Set(
    structure.flatMap(({ type, from }) => (type === 'heading' ? mapping.at(from, 1) : [])),
  );
}

/** The text with its marks; lines that begin where a heading does are headings. */
function bodyOf(text: string, headings: ReadonlySet<number>, marks: readonly Mark[]): string {
  const waiting = marks.toSorted((a, b) => a.at - b.at);
  let next = 0;
  let at = 0;
  const lines = text.split('\n').flatMap((line) => {
    const [from, to] = [at, at + line.length];
    at = to + 1;
    let [written, reached] = ['', from];
    for (let mark = waiting[next]; mark && mark.at <= to; mark = waiting[++next]) {
      written += `${plainWords(text.slice(reached, mark.at))}[^${mark.label}]`;
      reached = mark.at;
    }
    const whole = edgeless(written + plainWords(text.slice(reached, to)));
    // What ends a line for Markdown, and not for the program, ends one here as well.
    const parts = whole.split(/\r/u).map(edgeless);
    if (!headings.has(from) || whole === '') return parts.map(plainLine);
    const level = text.slice(0, from).trim() === '' ? '#' : '##';
    // A sign of a heading at its end would be left out.
    return ['', `${level} ${parts.join(' ').replace(/#$/u, String.raw`\#`)}`, ''];
  });
  return blocksOf(lines);
}

function footnote(label: string, words: string): string {
  return `[^${label}]: ${indented(words).trimStart()}`;
}

function listed(words: string): string {
  return `-   ${indented(words).trimStart()}`;
}
