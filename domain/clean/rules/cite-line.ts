import { PRECEDENCE, precedenceOf } from '../../metadata/precedence.ts';
import { citeLine, headingLines } from '../heading.ts';
import { type MetadataFinding, type Rule, state } from '../rule.ts';

const WORD = new RegExp(`\\b(?:${PRECEDENCE})\\b`, 'g');
const NO_NAME = new Set(['TO', 'INFO', 'FROM', 'PAGE', 'IN', 'OUT', 'AND', 'CITE', 'FOR']);

/** `PRITY DIR INFO WAVE CITE BONN 1234`: to whom, from whom, and the number of the message. */
export const citeLineRule: Rule = {
  name: 'cite-line',
  explanation: 'Sender, addressees and number of the message; they stay and stand in the metadata.',
  certainty: 'certain',
  examples: ['SECRET 272207Z⏎PRITY DIR INFO ROME CITE BONN 1234⏎⏎1. HE LEFT ON MONDAY. → ='],
  *find(reading) {
    const cite = citeLine(reading);
    if (!cite) return;
    yield state('telegramNumber', `${cite.sender} ${cite.number}`, cite.from, cite.to);
    yield state('title', `${cite.sender} ${cite.number}`, cite.from, cite.to);
    const labels = new Set(headingLines(reading).map(({ label }) => label));
    if (!labels.has('FROM'))
      yield state('from', cite.sender, cite.from, cite.from + cite.sender.length);
    for (const finding of addressees(cite.line.start, cite.before))
      if (finding.field !== 'to' || !labels.has('TO')) yield finding;
  },
};

function* addressees(start: number, before: string): Generator<MetadataFinding> {
  for (const word of before.matchAll(WORD)) {
    const value = precedenceOf(word[0]);
    if (value)
      yield state('precedence', value, start + word.index, start + word.index + word[0].length);
  }
  const info = before.search(/\bINFO\b/);
  const words = before.replace(WORD, (word) => ' '.repeat(word.length));
  for (const name of words.matchAll(/[A-Z][A-Z/]{1,14}/g)) {
    if (NO_NAME.has(name[0])) continue;
    const field = info >= 0 && name.index > info ? 'info' : 'to';
    yield state(field, name[0], start + name.index, start + name.index + name[0].length);
  }
}
