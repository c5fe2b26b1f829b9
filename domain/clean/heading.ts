import type { Line } from '../text/lines.ts';
import type { Reading } from './reading.ts';

/** What a line of a heading says: its label in capitals and where its content begins and ends. */
export interface HeadingLine {
  readonly line: Line;
  readonly label: string;
  /** The content in the line's text; empty where the line holds only the label. */
  readonly content: string;
  readonly from: number;
}

const LABEL =
  /(?:^(?:\*\*|[^\p{L}\p{N}(]{0,4})| {2,40})(TO|FROM|ACTION|INFO|RPTD INFO|INFORMATION|DATE|SUBJECT|SUBJ|CONTROL(?: NO\.?| NUMBER)?|NO|REC['’]?D|RECEIVED|CONF|CITE|PRECEDENCE|CLASSIFICATION|ORIG|DISTRIBUTION)(?:\*\*)? {0,12}[:;](?:\*\*)? {0,12}/giu;
const LONGEST = 240;

/** What a line of a heading says, label by label: a form may print two of them side by side. */
export function headingsOn(line: Line): HeadingLine[] {
  if (line.text.length > LONGEST) return [];
  const labels = [...line.text.matchAll(LABEL)].filter(([, label = '']) => /^\p{Lu}/u.test(label));
  if (labels[0]?.index !== 0) return [];
  return labels.map((match, at) => {
    const begin = match.index + match[0].length;
    const content = line.text.slice(begin, labels[at + 1]?.index).trimEnd();
    return { line, label: (match[1] ?? '').toUpperCase(), content, from: line.start + begin };
  });
}

/** The first label of a line with its content, or null where the line is none of a heading. */
export function headingLine(line: Line): HeadingLine | null {
  return headingsOn(line)[0] ?? null;
}

/** The labelled lines of the heading, in reading order. */
export function headingLines({ staying, running }: Reading): HeadingLine[] {
  const found: HeadingLine[] = [];
  for (const line of staying) {
    if (line.index >= running) break;
    found.push(...headingsOn(line));
  }
  return found;
}

const CITE = /^(.{0,100}?)\bCITE:? {1,3}([A-Z]{2,12}(?:\/[A-Z]{1,8})?)[ -]{1,3}(\d{3,6})\b/;

/** The line of a message that names sender and number: `PRITY DIR INFO WAVE CITE BONN 1234`. */
export interface CiteLine {
  readonly line: Line;
  /** What stands before CITE: precedence and addressees. */
  readonly before: string;
  readonly sender: string;
  readonly number: string;
  /** Where sender and number begin and end in the text. */
  readonly from: number;
  readonly to: number;
}

/** The first CITE line of the heading, or null. */
export function citeLine({ staying, running }: Reading): CiteLine | null {
  for (const line of staying) {
    if (line.index > running) return null;
    const match = line.text.length <= LONGEST ? CITE.exec(line.text) : null;
    const [whole = '', before = '', sender = '', number = ''] = match ?? [];
    if (!match || before !== before.toUpperCase()) continue;
    const to = line.start + whole.length;
    const from = line.start + whole.lastIndexOf(sender);
    return { line, before, sender, number, from, to };
  }
  return null;
}
