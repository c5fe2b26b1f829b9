import { leave, type Rule } from '../rule.ts';

const SYMBOL = /^[A-Z]{1,4}(?:\/[A-Z]{1,4})?$/;
const LABEL = /^(?:Origin|Info|Action)\W{0,2}$/i;

/** The office a form names below "Origin", "Action" or "Info". */
export const officeSymbol: Rule = {
  name: 'office-symbol',
  explanation: 'The symbol of an office, filled in on the form.',
  certainty: 'certain',
  examples: [
    'OUTGOING TELEGRAM⏎⏎Origin⏎⏎ARA⏎⏎You should tell him today that we agree. → OUTGOING TELEGRAM⏎⏎You should tell him today that we agree.',
    'OUTGOING TELEGRAM⏎⏎EXCOM⏎⏎You should tell him today that we agree. → =',
  ],
  *find({ lines, running, form, claimed }) {
    if (!form) return;
    let before = '';
    for (const line of lines.slice(0, running)) {
      if (line.start === line.end) continue;
      if (LABEL.test(before) && SYMBOL.test(line.text) && !claimed(line.index))
        yield leave(line.index, 'routing');
      before = line.text;
    }
  },
};
