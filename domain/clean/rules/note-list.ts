import { leave, mark, type Rule } from '../rule.ts';

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
    const paired = marks.length === notes.notes.length && marks.some(({ certain }) => certain);
    if (!paired && !notes.sourced) return;
    yield leave(notes.first, null, { last: notes.last });
    for (const { number, from, to, line } of notes.notes)
      yield mark('note', Math.max(from, lines[line]?.start ?? from), to, String(number));
  },
};
