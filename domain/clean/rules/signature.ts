import { damagedLevel } from '../../metadata/classification.ts';
import { mark, type Rule, state } from '../rule.ts';
import type { Line } from '../../text/lines.ts';

const NAME =
  /^(?:\p{Lu}[\p{L}'’-]*\.?)(?: (?:\p{Lu}[\p{L}'’-]*\.?|de|del|la|von|van|der|di|du)){0,3}$/u;
const NO_NAME =
  /\b(?:END|UNQUOTE|STOP|FYI|MESSAGE|SECRET|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED|PAGE|COPY|DISTRIBUTION|ATTACHMENT|ENCLOSURE|TELEGRAM|BT|NNNN|INFO|ACTION|PRIORITY|ROUTINE|NIACT)\b|\d/i;

/** The address that an older letter has below its signature. */
const ADDRESSEE = /^(?:The Hon|Hon\.|The Right Hon|His Excellency|To the|The Secretary)\b.{4,90}$/;

/** The name with which a message closes (TEI signed). Where none stands, none is invented. */
export const signature: Rule = {
  name: 'signature',
  explanation: 'The message closes with this name; it stays and stands in the metadata.',
  certainty: 'certain',
  examples: ['The talks between the two governments go on as before.⏎⏎Rusk → ='],
  *find({ staying, running, bodyEnd, claimed }) {
    const text = staying.filter((line) => line.end <= bodyEnd && !claimed(line.index));
    const last = text.length - 1;
    const place = ADDRESSEE.test(text[last]?.text ?? '') ? last - 1 : last;
    const line = text[place];
    if (!line || line.index <= running || !standsAlone(text, place) || !isName(line.text)) return;
    yield mark('signature', line.start, line.end);
    yield state('signatory', line.text, line.start, line.end);
  },
};

function isName(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 40 &&
    NAME.test(text) &&
    !NO_NAME.test(text) &&
    !endsSentence(text) &&
    damagedLevel(text) === null
  );
}

/** A word with a full stop is a sentence (`ADVISE.`), unless initials before it show a name (`G. M. DALE.`). */
function endsSentence(text: string): boolean {
  return /[^.]{3}\.$/.test(text) && !/^\p{Lu}\. /u.test(text);
}

function standsAlone(staying: readonly Line[], place: number): boolean {
  const line = staying[place];
  const before = staying[place - 1];
  const after = staying[place + 1];
  if (!line || !before || line.index < before.index + 2) return false;
  return !after || after.index > line.index + 1 || /^\d{1,3}\. /.test(after.text);
}
