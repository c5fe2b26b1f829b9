import type { Side } from '../../domain/annotation/annotation.ts';
import type { Range } from '../../domain/text/range.ts';
import { counterpart } from '../../domain/transcription/transcription.ts';
import type { Edition } from './edition.ts';
import { highlightsOn } from './highlights.ts';
import { escaped, when } from './html.ts';
import { notesSection } from './notes.ts';
import { type Painter, painter } from './painter.ts';
import { originalMarks, transcriptionMarks } from './text-marks.ts';

/** Both texts side by side, and the deepest lane in which a highlight is drawn (from 0; -1 without any). */
export interface BothSides {
  readonly html: string;
  readonly deepest: number;
}

/** Both texts as a table with a row a paragraph; the notes of the edition at the foot of the transcription. */
export function bothSides(edition: Edition): BothSides {
  const highlights = {
    original: highlightsOn(edition, 'original'),
    transcription: highlightsOn(edition, 'transcription'),
  };
  const told = { original: originalMarks(edition), transcription: transcriptionMarks(edition) };
  const painterOf = (side: Side) =>
    painter(
      edition.texts[side],
      [...told[side].marks, ...highlights[side].marks],
      [...told[side].signs, ...highlights[side].signs],
    );
  const painters = { original: painterOf('original'), transcription: painterOf('transcription') };
  const classes = lineClasses(edition);
  const rows = edition.rows.map(({ original, transcription, number }, index) => {
    const last = index === edition.rows.length - 1;
    return `<tr id="s${index + 1}"${when(number === null, ' class="alone"')}>
<td class="original"><pre>
${stretch(painters.original, original, last)}</pre></td>
${gutter(index, number)}
<td class="transcription">${lines(edition, painters.transcription, { range: transcription, classes, last })}${last ? notesSection(edition) : ''}</td>
</tr>`;
  });
  const html = `<table class="pair">
<colgroup><col class="wide"><col class="narrow"><col class="wide"></colgroup>
<thead><tr><th scope="col" class="original">Original</th><th scope="col" class="gutter"><span class="by-ear">Paragraph</span></th><th scope="col" class="transcription">Transcription</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
  return { html, deepest: Math.max(highlights.original.deepest, highlights.transcription.deepest) };
}

/** The number of a paragraph, between both sides; a row without words of the transcription has none. */
function gutter(index: number, number: number | null): string {
  if (number === null) return '<td class="gutter"></td>';
  return `<th scope="row" class="gutter"><a href="#s${index + 1}">${number}</a></th>`;
}

/** A stretch of the original as it stands. */
function stretch({ paint, signs }: Painter, { from, to }: Range, last: boolean): string {
  return paint(from, to) + (last ? signs(to) : '');
}

interface Lines {
  readonly range: Range;
  readonly classes: ReadonlyMap<number, string>;
  /** Whether nothing of the text comes after it. */
  readonly last: boolean;
}

/**
 * A stretch of the transcription, each of its lines a paragraph. What lies between the words of two lines
 * stands there unseen, so that what is read out of the page is the text to the letter.
 */
function lines({ texts }: Edition, { paint, signs }: Painter, stretched: Lines): string {
  const { range, classes, last } = stretched;
  let html = '';
  let blank = false;
  let at = range.from;
  for (const line of texts.transcription.slice(range.from, range.to).split(/(?<=\n)/u)) {
    const words = line.trimEnd();
    const end = at + words.length;
    const next = at + line.length;
    const rest = line === words ? '' : `<span hidden>${escaped(line.slice(words.length))}</span>`;
    if (words === '') {
      html += rest;
    } else {
      const names = [classes.get(at), blank && 'after-blank'].filter(Boolean).join(' ');
      const written = paint(at, end) + signs(line.endsWith('\n') ? next - 1 : next);
      html += `<p${when(names, ` class="${names}"`)}>${written}${rest}</p>`;
    }
    blank = words === '';
    at = next;
  }
  return html + (last ? signs(range.to) : '');
}

/** The class of a line of the transcription, by its first position: headings, signatures, items. */
function lineClasses({ record, transcription }: Edition): Map<number, string> {
  const classes = new Map<number, string>();
  for (const piece of record.cable.structure) {
    if (piece.type !== 'heading' && piece.type !== 'signature' && piece.type !== 'listItem')
      continue;
    const { from, to } = counterpart(transcription, 'original', piece);
    for (let at = from; at < to;) {
      const line = transcription.text.lineAt(at);
      classes.set(line.from, piece.type);
      at = line.to + 1;
    }
  }
  return classes;
}
