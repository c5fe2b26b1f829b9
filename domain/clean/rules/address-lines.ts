import { PRECEDENCE, precedenceOf } from '../../metadata/precedence.ts';
import type { MetadataField } from '../../metadata/metadata.ts';
import { type HeadingLine, headingLine } from '../heading.ts';
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
    'TO : DIRECTOR⏎FROM : BONN⏎ACTION: WE 8⏎INFO : DCI, DDP, S/C 2 → =',
  ],
  *find(reading) {
    const lines = addressed(reading);
    const hasTo = lines.some(({ label }) => label === 'TO');
    for (const each of lines) yield* addressees(each, hasTo);
  },
};

/** The lines of the heading that hold addresses, each with what goes on below it. */
function addressed({ staying, running }: Reading): HeadingLine[] {
  const found: HeadingLine[] = [];
  let label: string | null = null;
  let before = -2;
  for (const line of staying) {
    if (line.index >= running) break;
    const heading = headingLine(line);
    if (heading) label = FIELDS.has(heading.label) ? heading.label : null;
    else if (line.index !== before + 1) label = null;
    if (heading && label) found.push(heading);
    else if (label && label !== 'FROM')
      found.push({ line, label, content: line.text, from: line.start });
    before = line.index;
  }
  return found;
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
  yield* names(content, from, field);
}

/** The names of a line, at commas, without words of precedence and what is struck out. */
function* names(content: string, from: number, field: MetadataField): Generator<Finding> {
  const blank = (words: string) => ' '.repeat(words.length);
  const kept = content
    .replace(/~~[^~]*~~/g, blank)
    .replace(WORD, blank)
    .replace(/\*\*/g, blank);
  for (const part of kept.matchAll(field === 'from' ? /.+/g : /[^,;]+/g)) {
    const name = /[^\s.:].*[^\s.]|\p{L}/u.exec(part[0]);
    if (!name || /^CIRCULAR\b/.test(name[0]) || !/[\p{L}\p{N}]/u.test(name[0])) continue;
    const start = from + part.index + name.index;
    yield state(field, name[0].replace(/\s+/g, ' '), start, start + name[0].length);
  }
}
