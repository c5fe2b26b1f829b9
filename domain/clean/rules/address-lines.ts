import { PRECEDENCE, precedenceOf } from '../../metadata/precedence.ts';
import type { Line } from '../../text/lines.ts';
import { type Finding, type Rule, state } from '../rule.ts';

const ACTION = /^ACTION: ?/;
const INFO = /^(?:RPTD )?INFO: ?/;
const WORD = new RegExp(`\\b(?:${PRECEDENCE})\\b`, 'g');

/** To whom the message goes for action and for information, and with what precedence. */
export const addressLines: Rule = {
  name: 'address-lines',
  explanation: 'Addressees and precedence stay in the heading and stand in the metadata as well.',
  certainty: 'certain',
  examples: ['ACTION: CIRCULAR 938⏎ALL POSTS. NIACT⏎RPTD INFO: BONN, ROME → ='],
  *find({ staying, running }) {
    let field: 'to' | 'info' | null = null;
    let before: Line | undefined;
    for (const line of staying) {
      if (line.index >= running) return;
      if (ACTION.test(line.text)) field = 'to';
      else if (INFO.test(line.text)) field = 'info';
      else if (before && line.index > before.index + 1) field = null;
      if (field && line.text.length < 200) yield* addressees(line, field);
      before = line;
    }
  },
};

function* addressees(line: Line, field: 'to' | 'info'): Generator<Finding> {
  for (const word of line.text.matchAll(WORD)) {
    const from = line.start + word.index;
    const value = precedenceOf(word[0]);
    if (value) yield state('precedence', value, from, from + word[0].length);
  }
  const label = (ACTION.exec(line.text) ?? INFO.exec(line.text))?.[0].length ?? 0;
  const circular = /\bCIRCULAR (\d{1,5})\b/.exec(line.text);
  if (circular?.[1]) {
    const to = line.start + circular.index + circular[0].length;
    yield state('telegramNumber', circular[1], to - circular[1].length, to);
  }
  yield* names(line, label, field);
}

/** The names of a line of addressees, at commas, without words of precedence and struck-out text. */
function* names(line: Line, label: number, field: 'to' | 'info'): Generator<Finding> {
  const parts = /[^,;]+/g;
  parts.lastIndex = label;
  for (let part = parts.exec(line.text); part; part = parts.exec(line.text)) {
    const kept = part[0].replace(WORD, (word) => ' '.repeat(word.length));
    const name = /[^\s~].*[^\s.]|[A-Z]/.exec(
      kept.replace(/~~[^~]*~~/g, (del) => ' '.repeat(del.length)),
    );
    if (!name || /^CIRCULAR\b/.test(name[0])) continue;
    const from = line.start + part.index + name.index;
    yield state(field, name[0].replace(/\s+/g, ' '), from, from + name[0].length);
  }
}
