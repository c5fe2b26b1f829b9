import { fail } from '../failure.ts';
import { unescapedText } from './escaping.ts';

/** A line of a file with what stands in its columns. Positions are UTF-16 code units of the whole text. */
export interface Row {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly cells: readonly string[];
}

/** The text of a file, its lines, and the ids of its sentences. */
export interface Body {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly sentenceIds: readonly string[];
}

const PLACE = /^(\d+)-(\d+)$/u;
const UNIT = /^\d+-\d+(?:\.\d+)?$/u;

/** Reads what follows the head of a file. `first` is the number of its first line; `minor` is of the version of the format, 3.`minor`. */
export function bodyIn(lines: readonly string[], first: number, minor: number): Body {
  const rows: Row[] = [];
  const sentenceIds: string[] = [];
  let text = '';
  let sentence = '';
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#Text=')) sentence += `${unescapedText(line.slice(6), minor)}\n`;
    else if (line.startsWith('#Sentence.id='))
      sentenceIds.push(unescapedText(line.slice('#Sentence.id='.length), minor));
    else if (line !== '' && !line.startsWith('#')) {
      const row = rowIn(line, first + index);
      if (sentence !== '') {
        text = `${fitted(text, row.from, first + index)}${sentence}`;
        sentence = '';
      }
      rows.push(row);
    }
  }
  // What ends the last sentence is no part of the text.
  return { text: `${text}${sentence}`.replace(/\n$/u, ''), rows, sentenceIds };
}

/** How many blanks between two sentences are filled in; more is no text, but a wrong number. */
const WIDEST_GAP = 1_000_000;

/** The text before a sentence that begins at a place: the line end of the one before goes where there is no room, blanks fill what is between. */
function fitted(text: string, begin: number, number: number): string {
  const before = text.length === begin + 1 && text.endsWith('\n') ? text.slice(0, -1) : text;
  if (before.length > begin)
    fail(
      'file-not-annotations',
      `This file of WebAnno TSV contradicts itself in line ${number}: a sentence begins at ${begin}, before the end of the one before at ${before.length}. Export it again from where it came.`,
    );
  if (begin - before.length > WIDEST_GAP)
    fail(
      'file-not-annotations',
      `This file of WebAnno TSV contradicts itself in line ${number}: a sentence begins at ${begin}, and the one before ends at ${before.length}. Export it again from where it came.`,
    );
  return before.padEnd(begin);
}

function rowIn(line: string, number: number): Row {
  const cells = line.split('\t');
  const [id = '', place = ''] = cells;
  const [, from, to] = PLACE.exec(place) ?? [];
  if (!UNIT.test(id) || from === undefined || to === undefined || Number(from) > Number(to))
    fail(
      'file-not-annotations',
      `This file of WebAnno TSV cannot be read in line ${number}: it begins with neither a number of a word nor a sentence. Export it again from where it came.`,
    );
  return { id, from: Number(from), to: Number(to), cells };
}
