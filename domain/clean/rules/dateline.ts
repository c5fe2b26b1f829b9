import { hourOf, isoDate, isoMinute, monthOf } from '../../metadata/dates.ts';
import type { Line } from '../../text/lines.ts';
import { type Finding, type Rule, state } from '../rule.ts';

const DATE =
  /(?:^|[, ])(\p{Lu}\p{Ll}{2,8})\.? (\d{1,2}), (1[789]\d\d)(?:\s?[—–,-]\s?(?:(\d{1,2})(?:[:.](\d{2}))? ?([ap])\. ?m\.?|(noon|midnight)))?/u;
const RECEIVED = /^\[Received (.{4,60}?)\]$/;
const LINES = 8;

/** The line with place and date between title and text (TEI dateline). */
export const dateline: Rule = {
  name: 'dateline',
  explanation: 'Place and date of the message stay and stand in the metadata.',
  certainty: 'certain',
  examples: [
    'The Consul at Geneva (Doe) to the Secretary of State⏎⏎Geneva, September 1, 1934—noon.⏎[Received 4:40 p.m.]⏎⏎220. On his return I called on him. → =',
  ],
  *find({ staying, title }) {
    if (!title) return;
    const after = staying.filter((line) => line.index > title.line).slice(0, LINES);
    for (const [at, line] of after.entries()) {
      const received = RECEIVED.exec(line.text)?.[1];
      if (received)
        yield state('received', received, line.start + 10, line.start + 10 + received.length);
      if (line.text.length < 100) yield* dateOf(line, after[at - 1]);
    }
  },
};

function* dateOf(line: Line, above: Line | undefined): Generator<Finding> {
  const match = RECEIVED.test(line.text) ? null : DATE.exec(line.text);
  if (!match) return;
  const [whole, month = '', day, year, hour, minute, half, name] = match;
  const date = isoDate(Number(year), monthOf(month) ?? 0, Number(day));
  if (!date) return;
  const from = line.start + match.index + (/^[, ]/.test(whole) ? 1 : 0);
  const at = half ? hourOf(Number(hour), half) : name ? (name === 'noon' ? 12 : null) : null;
  const value = at === null ? date : (isoMinute(date, at, Number(minute ?? 0)) ?? date);
  yield state('date', value, from, line.start + match.index + whole.length);
  const place = /\p{L}[^[\]]*[^,\s[\]]/u.exec(line.text.slice(0, match.index));
  if (place) {
    const start = line.start + place.index;
    yield state('place', place[0], start, start + place[0].length);
  } else if (above && above.text.endsWith(',')) {
    const words = above.text.replace(/,$/, '');
    yield state('place', words, above.start, above.start + words.length);
  }
}
