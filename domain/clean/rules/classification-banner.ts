import { classificationOf } from '../../metadata/classification.ts';
import type { Line } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';
import { type Finding, leave, type Rule, state } from '../rule.ts';

/** Lines at head and foot of a document where a banner may stand alone only once. */
const EDGE = 6;

/** The classification printed or stamped at head and foot of every page (TEI fw). */
export const classificationBanner: Rule = {
  name: 'classification-banner',
  explanation: 'The classification at head or foot of a page; the metadata state it once.',
  certainty: 'certain',
  examples: [
    'SECRET⏎⏎The delegate left.⏎⏎SECRET → The delegate left.',
    'He was told that⏎⏎SECRET⏎⏎SECRET⏎⏎the delegate left. → He was told that the delegate left.',
    'One.⏎⏎* TOP SECRET *⏎⏎Two.⏎⏎TOP SECRET⏎⏎Three. → One.⏎⏎Two.⏎⏎Three.',
    'It was marked⏎Secret⏎and sent. → =',
    'The matter is top secret. → =',
  ],
  *find(reading) {
    const banners = reading.staying.filter((line) => levelOf(line) !== null);
    if (banners.length === 0) return;
    const places = new Map(reading.staying.map((line, at) => [line.index, at]));
    for (const line of banners) yield* banner(reading, line, places.get(line.index) ?? 0, banners);
  },
};

/** The level a line is the banner of, in capitals and alone but for signs around it. */
function levelOf(line: Line): string | null {
  if (line.text.length > 40) return null;
  const words = line.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return words === words.toUpperCase() ? classificationOf(words) : null;
}

function* banner(
  reading: Reading,
  line: Line,
  place: number,
  banners: readonly Line[],
): Generator<Finding> {
  const { staying } = reading;
  const before = staying[place - 1];
  const after = staying[place + 1];
  const alone = standsApart(before, line) && standsApart(line, after);
  const atEdge = place < EDGE || place >= staying.length - EDGE;
  const announced = /(?::|\b(?:as|is|are|marked|classified|stamped|top|TOP|AS|IS|ARE))$/;
  const asked = before !== undefined && announced.test(before.text.slice(-12));
  const certain = alone && !asked && (banners.length > 1 || atEdge);
  const reason = 'It stands like a banner, but so near to other words that it may belong to them.';
  yield leave(line.index, 'runningHead', certain ? {} : { certainty: 'likely', reason });
  const level = levelOf(line);
  if (certain && level) yield state('classification', level, line.start, line.end);
}

/** Whether a blank line, the edge of the text or another banner is between two lines. */
function standsApart(a: Line | undefined, b: Line | undefined): boolean {
  return !a || !b || b.index > a.index + 1 || levelOf(a) === levelOf(b);
}
