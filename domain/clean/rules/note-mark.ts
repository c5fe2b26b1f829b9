import { mark, replace, type Rule } from '../rule.ts';

/** The mark of a note, printed as a small figure, that a plain text leaves glued to a word (TEI ref). */
export const noteMark: Rule = {
  name: 'note-mark',
  explanation: 'These digits are the mark of a note, printed as a small figure on the page.',
  certainty: 'certain',
  examples: [
    '7. Circular Telegram From the Department of State to All Posts0⏎⏎Text. → 7. Circular Telegram From the Department of State to All Posts⏎⏎Text.',
    '7. Telegram From the Embassy in Chile to the Department of State 0⏎⏎Text. → 7. Telegram From the Embassy in Chile to the Department of State⏎⏎Text.',
    'Re Depcirtel 1662.1 Filed as 737.00 here.⏎⏎Doe⏎  1. Source: Central Files. → Re Depcirtel 1662. Filed as 737.00 here.⏎⏎Doe',
    'As in my 21950 he paid 15,000.⏎⏎Doe⏎  1. Telegram No. 219, not printed. → As in my 219 he paid 15,000.⏎⏎Doe',
    'Met Doe3 at 9.50 a.m.⏎⏎Roe⏎  1. Source: Lot File. → Met Doe at 9.50 a.m.⏎⏎Roe',
    'The C46 left at 3 p.m. with 12. → =',
  ],
  *find({ text, marks, notes, gone }) {
    const listed = notes !== null && gone(notes.first);
    for (const { from, to, value, note, certain } of marks) {
      if (notes && !listed) return;
      const start = text[from - 1] === ' ' && /\S/.test(text[from - 2] ?? '') ? from - 1 : from;
      const reason = `Read as the mark of note ${note === null ? value : note + 1}; only its place speaks for it.`;
      yield replace(start, to, '', certain ? {} : { certainty: 'likely', reason });
      yield mark('noteReference', from, to, text.slice(from, to), note);
    }
  },
};
