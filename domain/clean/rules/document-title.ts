import type { Reading } from '../reading.ts';
import { mark, type Rule, state } from '../rule.ts';
import { correspondentsOf } from '../title.ts';

/** The number and the title an edition gave the document (TEI head). */
export const documentTitle: Rule = {
  name: 'document-title',
  explanation: 'Number and title of the document stay as its heading and stand in the metadata.',
  certainty: 'certain',
  examples: [
    '64. Telegram From the Department of State to the Embassy in Egypt → =',
    'The Consul at Geneva (Doe) to the Secretary of State → =',
  ],
  *find(reading) {
    const { title, lines, text } = reading;
    const line = title ? lines[title.line] : undefined;
    if (!title || !line) return;
    const to = endOfTitle(reading);
    const from = title.words.from;
    yield mark('heading', line.start, line.end);
    if (title.number)
      yield state(
        'number',
        text.slice(title.number.from, title.number.to),
        title.number.from,
        title.number.to,
      );
    const words = text.slice(from, to);
    yield state('title', words, from, to);
    const kind =
      /^(.{3,60}?)(?=,? (?:From|by|Prepared) )/.exec(words)?.[1] ??
      (title.number && words.length < 60 ? words : null);
    if (kind) yield state('kind', kind, from, from + kind.length);
    const pair = correspondentsOf(words);
    if (!pair) return;
    for (const field of ['from', 'to'] as const) {
      const { from: start, to: end } = pair[field];
      yield state(field, words.slice(start, end), from + start, from + end);
    }
  },
};

/** Where the title ends, without the mark of a note. */
function endOfTitle({ title, marks, text }: Reading): number {
  const end = title?.words.to ?? 0;
  const last = marks.find(({ from, to }) => to === end && from < end);
  return last ? last.from - (text[last.from - 1] === ' ' ? 1 : 0) : end;
}
