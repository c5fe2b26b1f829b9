import type { Line } from '../../text/lines.ts';
import { type Rule, state } from '../rule.ts';

const NUMBER = /^((?:[A-Z][a-z]{2,10} |[A-Z]{1,3}[–-])?\d{1,6})\.(?=\s|\d{1,2}\s)/;
/** What stands between title and text: brackets, place and date, classification and precedence. */
const OPENER =
  /^\[|^No\. |^[^.]{0,40}\b1[789]\d\d\b|,$|^\p{Ll}[\p{Ll} ]{3,30}$|^(?:Secret|Top Secret|Confidential|Niact|Priority)$/u;
const OPENERS = 8;
const TELEGRAM = /telegram|airgram|cable/i;

/** The number of the message itself, with which its text begins. */
export const telegramNumber: Rule = {
  name: 'telegram-number',
  explanation: 'The message begins with its own number; it stays and stands in the metadata.',
  certainty: 'certain',
  examples: [
    '7. Telegram From the Embassy in Chile to the Department of State⏎⏎109. Reports. → =',
    '7. Telegram From the Embassy in Chile to the Department of State⏎⏎Deptel 5.⏎⏎1. Reports.⏎⏎2. More. → =',
  ],
  *find({ staying, title, lines, notes, text }) {
    if (!title) return;
    const source = notes?.notes[0];
    const heading = lines.slice(0, title.line + 1).map((line) => line.text.slice(0, 400));
    if (source) heading.push(text.slice(source.from, Math.min(source.to, source.from + 400)));
    const below = staying.filter((line) => line.index > title.line);
    const openers = below.slice(0, OPENERS);
    const telegram = [...heading, ...openers.map((line) => line.text.slice(0, 40))];
    if (!telegram.some((words) => TELEGRAM.test(words))) return;
    const first = openers.find((line) => !OPENER.test(line.text.slice(0, 80)));
    const number = first ? NUMBER.exec(first.text)?.[1] : undefined;
    if (!first || !number || (number === '1' && hasSecond(below))) return;
    yield state('telegramNumber', number, first.start, first.start + number.length);
  },
};

/** Whether a paragraph 2 shows that the 1 before it counted paragraphs. */
function hasSecond(below: readonly Line[]): boolean {
  return below.some((line) => line.text.startsWith('2. '));
}
