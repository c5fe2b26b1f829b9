import { latinLookAlike } from '../../text/look-alikes.ts';
import { replace, type Rule, type Finding } from '../rule.ts';

const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const LETTER = /\p{L}/u;
const LONGEST = 60;

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
    if (!/[\u0370-\u052f\u1f00-\u1fff]/.test(text)) return;
    let reached = 0;
    for (const match of text.matchAll(FOREIGN)) {
      if (match.index < reached) continue;
      const from = wordStart(text, match.index);
      reached = wordEnd(text, match.index);
      yield* lettersOf(text.slice(from, reached), from);
    }
  },
};

function wordStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < LONGEST && LETTER.test(text[from - 1] ?? '')) from--;
  return from;
}

function wordEnd(text: string, at: number): number {
  let to = at + 1;
  while (to < text.length && to - at < LONGEST && LETTER.test(text[to] ?? '')) to++;
  return to;
}

/** The letters of a word that are not Latin though others are, each with what it is taken for. */
function* lettersOf(word: string, from: number): Generator<Finding> {
  const letters = [...word.matchAll(FOREIGN)];
  if (letters.length === word.length) return;
  const right = word.replace(FOREIGN, (letter) => latinLookAlike(letter) ?? letter);
  for (const letter of letters) {
    const latin = latinLookAlike(letter[0]);
    if (!latin) continue;
    const reason = `Read as “${right}”: the file has a letter of another script that looks like ${latin}.`;
    const at = from + letter.index;
    yield replace(at, at + letter[0].length, latin, { reason });
  }
}
