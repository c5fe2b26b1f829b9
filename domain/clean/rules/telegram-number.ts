import { type Rule, state } from '../rule.ts';

const NUMBER = /^((?:[A-Z][a-z]{2,10} |[A-Z]{1,3}[–-])?\d{1,6})\.(?=\s|\d{1,2}\s)/;
const TELEGRAM = /telegram|airgram|cable/i;

/** The number of the message itself, with which its text begins. */
export const telegramNumber: Rule = {
  name: 'telegram-number',
  explanation: 'The message begins with its own number; it stays and stands in the metadata.',
  certainty: 'certain',
  examples: ['7. Telegram From the Embassy in Chile to the Department of State⏎⏎109. Reports. → ='],
  *find({ staying, title, lines, notes, text }) {
    if (!title) return;
    const source = notes?.notes[0];
    const heading = lines.slice(0, title.line + 1).map((line) => line.text.slice(0, 400));
    if (source) heading.push(text.slice(source.from, Math.min(source.to, source.from + 400)));
    const openers = staying.filter((line) => line.index > title.line).slice(0, 6);
    const telegram = [...heading, ...openers.map((line) => line.text.slice(0, 40))];
    if (!telegram.some((words) => TELEGRAM.test(words))) return;
    for (const line of openers) {
      const number = NUMBER.exec(line.text)?.[1];
      if (!number) continue;
      yield state('telegramNumber', number, line.start, line.start + number.length);
      return;
    }
  },
};
