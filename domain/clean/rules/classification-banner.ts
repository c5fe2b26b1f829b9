import type { Certainty } from '../../change/change.ts';
import { bannerLevel } from '../../metadata/classification.ts';
import type { Line } from '../../text/lines.ts';
import { isAmidText } from '../line-rule.ts';
import type { Reading } from '../reading.ts';
import { leave, type Rule, state } from '../rule.ts';

/** The lines that look like banners, by their index, each with its level. */
type Banners = ReadonlyMap<number, string>;

/** The classification printed or stamped at head and foot of every page (TEI fw). */
export const classificationBanner: Rule = {
  name: 'classification-banner',
  explanation: 'The classification at head or foot of a page; the metadata state it once.',
  certainty: 'certain',
  placed: 'all',
  examples: [
    'SECRET⏎⏎The delegate left.⏎⏎SECRET → The delegate left.',
    'He was told that⏎⏎SECRET⏎⏎SECRET⏎⏎the delegate left. → He was told that the delegate left.',
    'One.⏎⏎* TOP SECRET *⏎⏎Two.⏎⏎TOP SECRET⏎⏎Three. → One.⏎⏎Two.⏎⏎Three.',
    'S E C R E T⏎⏎One.⏎⏎S-E-C-R-E-T⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎SECRET⏎14-00000⏎Two.⏎SECRET⏎14-00000 → One.⏎Two.',
    'SECRET/NOFORN⏎⏎One.⏎⏎SECRET SECRET → One.',
    'SECRET⏎⏎One.⏎⏎SECRET⏎⏎Two.⏎⏎SECRET → One.⏎⏎Two.',
    'It was marked⏎Secret⏎and sent. → =',
    'The levels are:⏎⏎SECRET⏎⏎and no other. → =',
    'The matter is top secret. → =',
    'THE SECRETARY⏎⏎One. → =',
  ],
  *find(reading) {
    const banners = new Map<number, string>();
    for (const { index, text } of reading.staying) {
      const level = bannerLevel(text);
      if (level) banners.set(index, level);
    }
    if (banners.size === 0) return;
    for (const [at, line] of reading.staying.entries()) {
      const level = banners.get(line.index);
      const sure = level ? certaintyOf(reading, at, banners) : null;
      if (!level || !sure) continue;
      yield leave(line.index, 'runningHead', sure === 'certain' ? {} : UNSURE);
      if (sure === 'certain') yield state('classification', level, line.start, line.end);
    }
  },
};

const UNSURE = {
  certainty: 'likely',
  reason: 'It stands like a banner, but it may belong to the words around it.',
} as const;

/**
 * How sure it is by its words that a banner is one: where it stands apart from text and in no list
 * of levels. Null where the words above ask for a level.
 */
function certaintyOf(reading: Reading, at: number, banners: Banners): Certainty | null {
  const { staying } = reading;
  const [before, line, after] = [staying[at - 1], staying[at], staying[at + 1]];
  if (!line) return null;
  const furnished = hasFurnitureBeside(reading, at, banners);
  const asked = announced(before);
  if (asked && !furnished) return null;
  const sides = [isGap(before, line, banners), isGap(line, after, banners)];
  const apart = sides.every(Boolean) || (sides.some(Boolean) && banners.size > 1);
  const amid = isAmidText(staying, at) && (asked || !furnished);
  return !apart || amid || isInList(before, line, after, banners) ? 'likely' : 'certain';
}

/** Whether a banner of another level is next to the line: then levels may be what the text lists. */
function isInList(
  before: Line | undefined,
  line: Line,
  after: Line | undefined,
  banners: Banners,
): boolean {
  const level = banners.get(line.index);
  return [before, after].some((other) => {
    const beside = other && banners.get(other.index);
    return beside !== undefined && beside !== level;
  });
}

/** Whether a blank line, something that left, the edge of the text or a banner is between two lines. */
function isGap(a: Line | undefined, b: Line | undefined, banners: Banners): boolean {
  if (!a || !b || b.index > a.index + 1) return true;
  return banners.has(a.index) && banners.has(b.index);
}

/** Whether another banner of this level, or something that left, is next to the line. */
function hasFurnitureBeside(
  { staying, gone, lines }: Reading,
  at: number,
  banners: Banners,
): boolean {
  const [before, line, after] = [staying[at - 1], staying[at], staying[at + 1]];
  const level = banners.get(line?.index ?? -1);
  const from = before?.index ?? -1;
  const to = after?.index ?? lines.length;
  if (banners.get(from) === level || banners.get(to) === level) return true;
  for (let index = from + 1; index < to; index++) if (gone(index)) return true;
  return false;
}

/** Whether the line above asks for a level: `marked`, `classified:`. */
function announced(before: Line | undefined): boolean {
  return /(?::|\b(?:as|is|are|was|were|marked|classified|stamped|top))$/i.test(
    before?.text.slice(-12) ?? '',
  );
}
