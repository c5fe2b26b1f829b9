import type { Line } from '../../text/lines.ts';
import { leave, type Rule } from '../rule.ts';

const OFFICES = new Set(
  (
    'SS S/S S/P SP G L H P U E EUR ARA FE NEA AF INR IO IOP SAL SCA NSC NSCE NSA CIA OSD ARMY NAVY AIR USIA AID RMR ' +
    'RMR/R JCS DCI DDP ADDP COP CI FI WH SAS TFW OCR ONE DIA PX STR GER SO RF VR M A O OC TRSY COM HEW FAA XMB ' +
    'S/AL S/B S/O ICA P/M USUN REP NIC OES PM CU EB'
  ).split(' '),
);
const ENOUGH = 4;

/** The column of offices in the margin of a telegram, read into its text line by line. */
export const marginColumn: Rule = {
  name: 'margin-column',
  explanation: 'An office from the column in the margin, which the machine read into the text.',
  certainty: 'likely',
  examples: [
    'SS⏎⏎He said that he would⏎⏎ARA⏎⏎leave.⏎⏎INR⏎⏎CIA⏎⏎Two. → He said that he would⏎⏎leave.⏎⏎Two.',
    'One.⏎⏎CIA⏎⏎Two. → =',
  ],
  *find({ staying, claimed }) {
    const column = staying.filter((line) => !claimed(line.index) && isOffice(line));
    if (column.length < ENOUGH) return;
    const reason = 'One of several lines that hold nothing but the symbol of an office.';
    for (const line of column) yield leave(line.index, 'routing', { reason });
  },
};

function isOffice({ text }: Line): boolean {
  return text.length <= 6 && OFFICES.has(text);
}
