import { leave, type Rule } from '../rule.ts';

/** Figures that stand alone in the heading of a form: counters and codes of the telegraph room. */
export const strayNumber: Rule = {
  name: 'stray-number',
  explanation: 'A figure stamped or filled in on the heading, alone on its line.',
  certainty: 'certain',
  placed: 'all',
  examples: [
    'OUTGOING TELEGRAM⏎⏎4266⏎⏎001⏎⏎You should tell him today that we agree. → OUTGOING TELEGRAM⏎⏎You should tell him today that we agree.',
    'INCOMING TELEGRAM⏎FROM: ROME⏎Control:⏎7777⏎⏎You should tell him today that we agree. → =',
    'We counted them one by one and found this many:⏎⏎4266⏎⏎That is all. → =',
  ],
  *find({ running, heading, staying }) {
    if (heading !== 'form') return;
    let before = '';
    for (const line of staying) {
      if (line.index >= running) return;
      if (/^\d{1,5}$/.test(line.text) && !/[:;.#]$|\b(?:NO|NUMBER|CONTROL)$/i.test(before))
        yield leave(line.index, 'formField');
      before = line.text;
    }
  },
};
