import { latinLookAlike } from '../../text/look-alikes.ts';
import { replace, type Rule, type Finding } from '../rule.ts';

const MIXED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,60}/gu;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** A letter of another script inside a Latin word: the machine misread it, the typist had no such key. */
export const foreignLetter: Rule = {
  name: 'foreign-letter',
  explanation: 'A letter of another script inside a Latin word: the machine misread it.',
  certainty: 'likely',
  examples: [
    'HAVАNA → HAVANA',
    'the SHIРMENT left → the SHIPMENT left',
    'τον and Москва → =',
    'Peña stays → =',
  ],
  *find({ text }) {
    if (!/[\u0370-\u052f]/.test(text)) return;
    for (const word of text.matchAll(MIXED)) yield* lettersOf(word[0], word.index);
  },
};

function* lettersOf(word: string, from: number): Generator<Finding> {
  const letters = [...word.matchAll(FOREIGN)];
  if (letters.length === 0 || letters.length === word.length) return;
  const right = word.replace(FOREIGN, (letter) => latinLookAlike(letter) ?? letter);
  for (const letter of letters) {
    const latin = latinLookAlike(letter[0]);
    if (!latin) continue;
    const reason = `Read as “${right}”: the file has a letter of another script that looks like ${latin}.`;
    const at = from + letter.index;
    yield replace(at, at + letter[0].length, latin, { reason });
  }
}
