import { type Rule, state } from '../rule.ts';

const NUMBER = /^\W{0,3}(?:(?:CS )?FILE(?: NO)?\W{0,3} ?)?(201-\d{5,7})\W{0,3}$/;

/** The number of the file in which an office kept the paper. */
export const fileNumber: Rule = {
  name: 'file-number',
  explanation:
    'The number of the file in which the paper was kept; it stays and stands in the metadata.',
  certainty: 'certain',
  examples: ['201-000000⏎⏎TO: BONN → ='],
  *find({ staying }) {
    for (const line of staying) {
      const number = line.text.length <= 40 ? NUMBER.exec(line.text)?.[1] : undefined;
      if (!number) continue;
      const from = line.start + line.text.indexOf(number);
      yield state('fileNumber', number, from, from + number.length);
      return;
    }
  },
};
