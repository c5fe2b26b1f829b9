import { type Rule, state } from '../rule.ts';

const NUMBER = /^(?!\W*REF).{0,60}?(?<![\w-])\(?(IN[ -]\d{4,6})\)?\W{0,3}$/;

/** The number under which the receiving office entered a message: `IN 12345`. */
export const controlNumber: Rule = {
  name: 'control-number',
  explanation:
    'The number the receiving office gave the message; it stays and stands in the metadata.',
  certainty: 'certain',
  examples: ['SECRET 272207Z IN 12345⏎DIR CITE BONN 1234⏎⏎1. HE LEFT ON MONDAY. → ='],
  *find({ staying, running }) {
    for (const line of staying) {
      if (line.index >= running) return;
      const number = line.text.length <= 90 ? NUMBER.exec(line.text)?.[1] : undefined;
      if (!number) continue;
      const from = line.start + line.text.lastIndexOf(number);
      yield state('controlNumber', number, from, from + number.length);
      return;
    }
  },
};
