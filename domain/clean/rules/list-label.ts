import type { Line } from '../../text/lines.ts';
import { join, type Rule } from '../rule.ts';

const LABEL = /^(?:\([a-z0-9]{1,3}\)|\([A-Z]\)|[A-Za-z]\.|\d{1,2}\.)$/;
const OPENING = /^(?:\([a-z0-9]{1,3}\)|\([A-Z]\)|[A-Za-z]\.|\d{1,2}\.)(?=\s|$)/;

/** The label of a list's item, which the plain text has on a line of its own (TEI list, label, item). */
export const listLabel: Rule = {
  name: 'list-label',
  explanation: 'The label stands before its item, as on the page.',
  certainty: 'certain',
  examples: [
    'Department desires:⏎⏎(a)⏎by return cable, your estimate.⏎(b)⏎All missions to act. → Department desires:⏎⏎(a) by return cable, your estimate.⏎(b) All missions to act.',
    '(a)⏎⏎Text → =',
    'The scores were:⏎⏎5.⏎7.⏎TOTAL 12 → =',
    'He signed with one letter:⏎⏎C.⏎He did not say more. → =',
    '(a)⏎One. → (a) One.',
  ],
  *find({ staying }) {
    const labels = labelsIn(staying);
    for (let at = 0; at < staying.length - 1; at++) {
      const line = staying[at];
      const next = staying[at + 1];
      if (!line || !next || next.index !== line.index + 1 || !LABEL.test(line.text)) continue;
      if (LABEL.test(next.text)) continue;
      const counted = neighbours(line.text).some((label) => labels.has(label));
      if (counted) yield join(line.index);
      else if (line.text.startsWith('(')) yield join(line.index, ALONE);
    }
  },
};

const ALONE = {
  certainty: 'likely',
  reason: 'It looks like the label of an item, but no other item counts on from it.',
} as const;

/** The labels that stand alone on a line with an item below, or before their item. */
function labelsIn(staying: readonly Line[]): ReadonlySet<string> {
  const labels = new Set<string>();
  staying.forEach(({ text, index }, at) => {
    const label = OPENING.exec(text)?.[0];
    const next = staying[at + 1];
    const alone = label === text;
    if (label && (!alone || (next && next.index === index + 1 && !LABEL.test(next.text))))
      labels.add(label);
  });
  return labels;
}

/** The labels before and after this one: `(a)` and `(c)` of `(b)`. */
function neighbours(label: string): string[] {
  const [sign = ''] = /[a-z0-9]+/i.exec(label) ?? [];
  const others = /^\d+$/.test(sign) ? around(Number(sign), String) : lettersAround(sign);
  return others.map((other) => label.replace(sign, other));
}

function lettersAround(sign: string): string[] {
  if (sign.length === 1) return around(sign.charCodeAt(0), (code) => String.fromCharCode(code));
  const at = ROMAN.indexOf(sign.toLowerCase());
  return at < 0 ? [] : around(at, (index) => ROMAN[index] ?? sign).filter((each) => each !== sign);
}

function around(at: number, named: (at: number) => string): string[] {
  return [named(at - 1), named(at + 1)];
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
