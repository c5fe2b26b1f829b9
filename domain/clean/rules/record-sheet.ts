import { bannerLevel } from '../../metadata/classification.ts';
import { FORM_HEADING } from '../form.ts';
import type { Line } from '../../text/lines.ts';
import { leave, type Rule, state, type Finding } from '../rule.ts';
import type { MetadataField } from '../../metadata/metadata.ts';

const LABEL =
  /^(AGENCY(?: INFORMATION)?|RECORD NUMBER|RECORD SERIES|AGENCY FILE NUMBER|DOCUMENT TYPE|DOCUMENT INFORMATION|ORIGINATOR|FROM|TO|TITLE|DATE|PAGES|SUBJECTS?|CLASSIFICATION|RESTRICTIONS|CURRENT STATUS|DATE OF LAST REVIEW|OPENING CRITERIA|COMMENTS)(?: ?: ?(.*))?$/;
const HEADING = /^(?:.{0,30}ASSASSINATION SYSTEM|(?:[A-Z]+ )?IDENTIFICATION FORM)$/;
/** Labels no message has: with two of them the sheet is sure. */
const TELLING =
  /^(?:RECORD NUMBER|RECORD SERIES|AGENCY FILE NUMBER|CURRENT STATUS|DATE OF LAST REVIEW|OPENING CRITERIA)\b/;
/** Labels that can still come after one of the last. */
const SHEET_ONLY =
  /^(?:OPENING CRITERIA|COMMENTS|DATE OF LAST REVIEW|CURRENT STATUS|RESTRICTIONS)\b/;
const LAST = /^(?:OPENING CRITERIA|COMMENTS|DATE OF LAST REVIEW)\b/;
/** Lines a value may take, and a list of subjects; lines of the whole sheet. */
const VALUE = 3;
const SUBJECTS = 12;
const LONGEST = 60;

/** The sheet with which an archive describes a paper, before the paper itself (TEI msDesc). */
export const recordSheet: Rule = {
  name: 'record-sheet',
  explanation:
    'The sheet with which an archive describes the paper; it stands before the document.',
  certainty: 'certain',
  examples: [
    'AGENCY : CIA⏎RECORD NUMBER : 104-10001-10001⏎RECORD SERIES : DOE⏎⏎ORIGINATOR : CIA⏎FROM : ROE⏎TITLE : CABLE⏎DATE : 01/02/1963⏎PAGES : 1⏎⏎CURRENT STATUS : OPEN⏎DATE OF LAST REVIEW : 07/07/93⏎⏎SECRET⏎⏎One. → One.',
    'FROM: ROE⏎TO: DOE⏎DATE: 3 MAY → =',
  ],
  *find({ staying }) {
    const first = staying.findIndex((line) => HEADING.test(line.text) || LABEL.test(line.text));
    if (first < 0 || first > 12) return;
    const end = endOfSheet(staying, first);
    const sheet = staying.slice(first, end);
    if (sheet.filter((line) => TELLING.test(line.text)).length < 2) return;
    for (const line of sheet) {
      yield leave(line.index, 'formField');
      yield* described(line);
    }
  },
};

/** Where the sheet ends: after its last label, with the lines between two labels as their values. */
function endOfSheet(staying: readonly Line[], first: number): number {
  let end = first;
  let reach = first + VALUE;
  for (let at = first; at <= reach && at < staying.length; at++) {
    const text = staying[at]?.text ?? '';
    if (bannerLevel(text) || FORM_HEADING.test(text)) break;
    if (!LABEL.test(text) && !HEADING.test(text)) continue;
    end = at + 1;
    reach = Math.min(at + (text.startsWith('SUBJECT') ? SUBJECTS : VALUE), first + LONGEST);
    if (LAST.test(text) && !SHEET_ONLY.test(staying[at + 1]?.text ?? '')) break;
  }
  return end;
}

const FIELDS: ReadonlyMap<string, MetadataField> = new Map([
  ['RECORD NUMBER', 'archiveNumber'],
  ['AGENCY FILE NUMBER', 'fileNumber'],
]);

function* described(line: Line): Generator<Finding> {
  const [, label = '', value = ''] = LABEL.exec(line.text) ?? [];
  const field = FIELDS.get(label);
  const words = value.trim();
  if (!field || !words) return;
  const from = line.end - words.length;
  yield state(field, words, from, line.end);
}
