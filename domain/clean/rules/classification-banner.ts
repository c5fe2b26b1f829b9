import { bannerLevel } from '../../metadata/classification.ts';
import type { Certainty } from '../../change/change.ts';
import { endsSentence } from '../paragraphs.ts';
import type { Line } from '../../text/lines.ts';
import { isAmidText } from '../line-rule.ts';
import type { Reading } from '../reading.ts';
import { leave, type Rule, state } from '../rule.ts';

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
    'S E C R E T⏎⏎One.⏎⏎S-E-C-R-E-T⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎SECRET⏎14-00000⏎Two.⏎SECRET⏎14-00000 → One.⏎Two.',
    'SECRET/NOFORN⏎⏎One.⏎⏎SECRET SECRET → One.',
    'SECRET⏎⏎There are these:⏎⏎One.⏎⏎Two.⏎⏎Three.⏎⏎Four.⏎⏎Five.⏎⏎SECRET⏎⏎Six.⏎⏎Seven.⏎⏎Eight.⏎⏎Nine.⏎⏎Ten.⏎⏎Eleven.⏎⏎SECRET → There are these:⏎⏎One.⏎⏎Two.⏎⏎Three.⏎⏎Four.⏎⏎Five.⏎⏎Six.⏎⏎Seven.⏎⏎Eight.⏎⏎Nine.⏎⏎Ten.⏎⏎Eleven.',
    'It was marked⏎Secret⏎and sent. → =',
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
    const oneLevel = banners.size > 2 && new Set(banners.values()).size === 1;
    for (const [at, line] of reading.staying.entries()) {
      const level = banners.get(line.index);
      if (!level) continue;
      const sure = certaintyOf(reading, at, banners, oneLevel);
      if (sure === null) continue;
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
 * How sure it is that a banner is one. It is where it stands apart at the edge of the document or
 * beside other furniture, or between two paragraphs of a document whose banners, three at least, all
 * show one level (`oneLevel`). Null where the words above ask for a level.
 */
function certaintyOf(
  reading: Reading,
  at: number,
  banners: ReadonlyMap<number, string>,
  oneLevel: boolean,
): Certainty | null {
  const { staying } = reading;
  const [before, line, after] = [staying[at - 1], staying[at], staying[at + 1]];
  if (!line) return null;
  const furnished = hasFurnitureBeside(reading, at, banners);
  const asked = announced(before);
  if (asked && !furnished) return null;
  const sides = [gap(before, line, banners), gap(line, after, banners)];
  const apart = sides.every(Boolean) || (sides.some(Boolean) && banners.size > 1);
  const atEdge = at < EDGE || at >= staying.length - EDGE;
  const amid = isAmidText(staying, at) && (asked || !furnished);
  if (!apart || amid) return 'likely';
  if (atEdge || furnished) return banners.size > 1 || atEdge ? 'certain' : 'likely';
  return betweenParagraphs(before, after) && oneLevel ? 'certain' : 'likely';
}

/** Whether a sentence has ended above and another begins below. */
function betweenParagraphs(before: Line | undefined, after: Line | undefined): boolean {
  return !before || !after || (endsSentence(before.text) && !/^\p{Ll}/u.test(after.text));
}

/** Whether a blank line, something that left, the edge of the text or a banner is between two lines. */
function gap(
  a: Line | undefined,
  b: Line | undefined,
  banners: ReadonlyMap<number, string>,
): boolean {
  if (!a || !b || b.index > a.index + 1) return true;
  return banners.has(a.index) && banners.has(b.index);
}

/** Whether another banner, or something that left, is next to the line. */
function hasFurnitureBeside(
  { staying, gone, lines }: Reading,
  at: number,
  banners: ReadonlyMap<number, string>,
): boolean {
  const [before, line, after] = [staying[at - 1], staying[at], staying[at + 1]];
  const from = before?.index ?? -1;
  const to = after?.index ?? lines.length;
  if (banners.has(from) || banners.has(to) || !line) return true;
  for (let index = from + 1; index < to; index++) if (gone(index)) return true;
  return false;
}

/** Whether the line above asks for a level: `marked`, `classified:`. */
function announced(before: Line | undefined): boolean {
  return /(?::|\b(?:as|is|are|was|were|marked|classified|stamped|top))$/i.test(
    before?.text.slice(-12) ?? '',
  );
}
