import type { NoteMark } from '../notes/pairing.ts';
import { leave, mark, type Rule } from '../rule.ts';

/** The share of its notes whose marks must be found in the text. */
const MARKED = 0.6;

/** The list of notes that an edition prints below a document (TEI note). */
export const noteList: Rule = {
  name: 'note-list',
  explanation: 'The list of notes at the end stands with the notes, not in the reading text.',
  certainty: 'certain',
  examples: [
    'Talks go on.1⏎⏎Doe⏎  1. Source: Department of State. Secret. → Talks go on.⏎⏎Doe',
    'Take these steps:⏎⏎  1. Ask.⏎  2. Report. → =',
  ],
  *find({ notes, marks, lines }) {
    if (!notes) return;
    if (!notes.sourced && !isMarked(notes.notes.length, marks)) return;
    yield leave(notes.first, null, { last: notes.last });
    for (const { number, from, to, line } of notes.notes)
      yield mark('note', Math.max(from, lines[line]?.start ?? from), to, String(number));
  },
};

/** Whether enough marks in the text answer to a list that does not name a source. */
function isMarked(count: number, marks: readonly NoteMark[]): boolean {
  return marks.length >= MARKED * count && marks.some(({ certain }) => certain);
}
