import { classificationOf } from '../../metadata/classification.ts';
import { precedenceOf } from '../../metadata/precedence.ts';
import { type Rule, state } from '../rule.ts';

const LINES = 6;

/** Classification and precedence as an older volume prints them between title and dateline (TEI opener). */
export const opener: Rule = {
  name: 'opener',
  explanation: 'Classification and precedence below the title stay and stand in the metadata.',
  certainty: 'certain',
  examples: [
    'The Ambassador in Belgium (Doe) to the Secretary of State⏎⏎secret⏎niact⏎⏎Brussels, January 18, 1949—4 p. m.⏎⏎86. He came. → =',
  ],
  *find({ staying, title }) {
    if (!title) return;
    for (const line of staying.filter(({ index }) => index > title.line).slice(0, LINES)) {
      if (line.text.length > 40) continue;
      const end = endOfLevel(line.text);
      const level = classificationOf(line.text.slice(0, end));
      const precedence = precedenceOf(line.text.slice(end));
      if (level) yield state('classification', level, line.start, line.start + end);
      if (precedence)
        yield state(
          'precedence',
          precedence,
          line.end - line.text.slice(end).trim().length,
          line.end,
        );
    }
  },
};

/** Where the classification of a line ends that may have the precedence beside it: `top secret   priority`. */
function endOfLevel(text: string): number {
  if (classificationOf(text)) return text.length;
  for (const { index } of text.matchAll(/ +/g))
    if (classificationOf(text.slice(0, index)) && precedenceOf(text.slice(index))) return index;
  return 0;
}
