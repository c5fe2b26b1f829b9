import { isOffice } from '../offices.ts';
import { leave, type Rule } from '../rule.ts';

const SYMBOL = /^[A-Z]{1,4}(?:\/[A-Z]{1,4})?$/;
const LABEL = /^(?:Origin|Info|Action)\W{0,2}$/i;

/** The offices a form names below "Origin", "Action" and "Info", in the margin of its heading. */
export const officeSymbol: Rule = {
  name: 'office-symbol',
  explanation: 'The symbol of an office, filled in on the form.',
  certainty: 'certain',
  placed: 'all',
  examples: [
    'OUTGOING TELEGRAM⏎⏎Origin⏎⏎ARA⏎⏎You should tell him today that we agree. → OUTGOING TELEGRAM⏎⏎You should tell him today that we agree.',
    'INCOMING TELEGRAM⏎⏎Info⏎⏎SS⏎G⏎EUR⏎INR⏎⏎You should tell him today that we agree. → INCOMING TELEGRAM⏎⏎You should tell him today that we agree.',
    'OUTGOING TELEGRAM⏎⏎EXCOM⏎⏎You should tell him today that we agree. → =',
    'OUTGOING TELEGRAM⏎⏎Info⏎⏎SS⏎EXCOM⏎⏎You should tell him today that we agree. → OUTGOING TELEGRAM⏎⏎EXCOM⏎⏎You should tell him today that we agree.',
  ],
  *find({ lines, running, heading, claimed }) {
    if (heading !== 'form') return;
    let below: 'label' | 'office' | null = null;
    for (const line of lines.slice(0, running)) {
      if (line.start === line.end) continue;
      const office: boolean =
        (below === 'label' && SYMBOL.test(line.text)) ||
        (below === 'office' && isOffice(line.text));
      if (office && !claimed(line.index)) yield leave(line.index, 'routing');
      below = LABEL.test(line.text) ? 'label' : office ? 'office' : null;
    }
  },
};
