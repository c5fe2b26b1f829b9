import { PRECEDENCE, precedenceOf } from '../../metadata/precedence.ts';
import type { MetadataField } from '../../metadata/metadata.ts';
import type { Line } from '../../text/lines.ts';
import { type HeadingLine, headingsOn } from '../heading.ts';
import type { Reading } from '../reading.ts';
import { type Finding, type Rule, state } from '../rule.ts';

const WORD = new RegExp(`\\b(?:${PRECEDENCE})\\b`, 'g');
const FIELDS: ReadonlyMap<string, MetadataField> = new Map<string, MetadataField>([
  ['TO', 'to'],
  ['FROM', 'from'],
  ['ACTION', 'to'],
  ['INFO', 'info'],
  ['RPTD INFO', 'info'],
  ['INFORMATION', 'info'],
  ['CONF', 'distribution'],
  ['DISTRIBUTION', 'distribution'],
]);

/** From whom and to whom a message goes, for action and for information, and with what precedence. */
export const addressLines: Rule = {
  name: 'address-lines',
  explanation: 'Sender, addressees and precedence stay in the heading and stand in the metadata.',
  certainty: 'certain',
  examples: [
    'ACTION: CIRCULAR 938⏎ALL POSTS. NIACT⏎RPTD INFO: BONN, ROME → =',
    'FM BONN⏎TO DIRECTOR⏎INFO ROME⏎⏎1. HE LEFT ON MONDAY MORNING. → =',
    'FROM : Amembassy BONN      DATE: May 3, 1963⏎TO : ROME → =',
    'TO : DIRECTOR⏎FROM : BONN⏎ACTION: WE 8⏎INFO : DCI, DDP, S/C 2 → =',
  ],
  *find(reading) {
    const lines = addressed(reading);
    const hasTo = lines.some(({ label }) => label === 'TO');
    for (const each of lines) yield* addressees(each, hasTo);
  },
};

/** What ends the addresses above it: a label of another kind, a date-time group, the sender's number. */
const NO_ADDRESS = /^BT$|^\W{0,4}[A-Z][A-Za-z. ]{1,20} ?:|\b\d{6}Z\b|\bCITE\b/;

/** What stands in a further column of the line: a date, the sender's number. */
const OTHER_COLUMN =
  /(?<=\S) {2,}(?:CITE\b|(?:\d{1,2} )?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.? \d|DESP(?:ATCH)?\b|NO\.).*$/i;

/** The lines of the heading that hold addresses, each with what goes on below it. */
function addressed({ staying, running }: Reading): HeadingLine[] {
  const found: HeadingLine[] = [];
  const onWire = staying.some(({ text, index }) => index < running && /^FM [A-Z]/.test(text));
  let label: string | null = null;
  let before = -2;
  for (const line of staying) {
    if (line.index >= running) break;
    const headings = [...headingsOn(line), ...(onWire ? wireAddress(line) : [])];
    const last = headings.at(-1);
    if (last) label = FIELDS.has(last.label) ? last.label : null;
    else if (line.index !== before + 1 || NO_ADDRESS.test(line.text)) label = null;
    if (!last && label && label !== 'FROM')
      found.push({ line, label, content: line.text, from: line.start });
    for (const heading of headings) if (FIELDS.has(heading.label)) found.push(heading);
    before = line.index;
  }
  return found;
}

/** `FM BONN`, `TO DIRECTOR`: addresses as they go over the wire, without a colon. */
function wireAddress(line: Line): HeadingLine[] {
  const [whole = '', label] = /^(FM|TO|INFO) (?=[A-Z])/.exec(line.text) ?? [];
  if (!label || line.text.length > 120) return [];
  const content = line.text.slice(whole.length);
  return [
    { line, label: label === 'FM' ? 'FROM' : label, content, from: line.start + whole.length },
  ];
}

function* addressees({ label, content, from }: HeadingLine, hasTo: boolean): Generator<Finding> {
  for (const word of content.matchAll(WORD)) {
    const at = from + word.index;
    const value = precedenceOf(word[0]);
    if (value) yield state('precedence', value, at, at + word[0].length);
  }
  const circular = /\bCIRCULAR (\d{1,5})\b/.exec(content);
  if (circular?.[1]) {
    const to = from + circular.index + circular[0].length;
    yield state('telegramNumber', circular[1], to - circular[1].length, to);
  }
  const field = label === 'ACTION' && hasTo ? 'distribution' : (FIELDS.get(label) ?? 'to');
  const words = content.replace(OTHER_COLUMN, '');
  const info = field === 'to' ? words.search(/ {2,}INFO /) : -1;
  yield* names(info < 0 ? words : words.slice(0, info), from, field);
  if (info < 0) return;
  const begin = words.indexOf('INFO ', info) + 5;
  yield* names(words.slice(begin), from + begin, 'info');
}

/** Addressees stand between commas; the comma after a chief is part of his title. */
const PARTS = /(?:(?<![^,;:\s])(?:Deputy )?Chief(?: of [A-Z][a-z]+)?, (?=[A-Z])|[^,;])+/g;

/** The number of the message to a post, behind the precedence (which is blanked). */
const NUMBER_BESIDE = /(?<=\S)\s{3,}\d{1,5}\s*$/;

/** The names of a line, at commas, without words of precedence and what is struck out. */
function* names(content: string, from: number, field: MetadataField): Generator<Finding> {
  const blank = (words: string) => ' '.repeat(words.length);
  const kept = content
    .replace(/~~[^~]*~~/g, blank)
    .replace(WORD, blank)
    .replace(/\*\*/g, blank);
  for (const part of kept.matchAll(field === 'from' ? /.+/g : PARTS)) {
    const words = part[0].replace(NUMBER_BESIDE, '');
    const name = /[^\s.:].*[^\s.]|\p{L}/u.exec(words);
    const number = words === part[0] ? null : /\d+\s*$/.exec(part[0]);
    if (number && field === 'to') {
      const at = from + part.index + number.index;
      yield state('telegramNumber', number[0].trim(), at, at + number[0].trimEnd().length);
    }
    if (!name || /^CIRCULAR\b/.test(name[0]) || !/[\p{L}\p{N}]/u.test(name[0])) continue;
    const start = from + part.index + name.index;
    yield state(field, name[0].replace(/\s+/g, ' '), start, start + name[0].length);
  }
}
