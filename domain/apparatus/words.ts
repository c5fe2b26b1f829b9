/** Words of one witness: what is in question, and the rest of the words it stands in. */
export interface Reading {
  readonly before: string;
  readonly own: string;
  readonly after: string;
}

/** A reading as one piece. */
export function wordsOf({ before, own, after }: Reading): string {
  return before + own + after;
}

/** How much of a long reading an apparatus prints before it shortens it, in UTF-16 code units. */
const LONGEST = 120;

/** How far a word is followed; nothing longer is one. */
export const FARTHEST = 60;

/**
 * White space as an apparatus prints it: a blank for blanks, `|` for the end of a line, `¶` for an
 * empty line (Leiden and editorial practice).
 */
export function folded(text: string): string {
  return text.replace(/\s+/gu, (space) => {
    const ends = space.split('\n').length - 1;
    if (ends === 0) return ' ';
    return ends === 1 ? ' | ' : ' ¶ ';
  });
}

/** White space that is itself what the reading is about: each blank shows as `·`. */
export function visible(space: string): string {
  return space
    .replace(/\n\s*\n/gu, ' ¶ ')
    .replaceAll('\n', ' | ')
    .replace(/(?<![|¶])[^\S\n](?![|¶])/gu, '·');
}

/** A long reading with its middle left out, divided between words where that is near. */
export function shortened(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  const head = text.slice(0, half).replace(/\s\S{0,15}$/u, '');
  const tail = text.slice(-half).replace(/^\S{0,15}\s/u, '');
  return `${head} … ${tail}`;
}

/** The word that ends at `position`; if `apart`, one that ends before the white space there will do. */
export function wordBefore(
  text: string,
  position: number,
  where: 'touching' | 'apart' = 'touching',
) {
  const farthest = Math.max(0, position - FARTHEST);
  let at = position;
  if (where === 'apart') while (at > farthest && isSpace(text, at - 1)) at--;
  while (at > farthest && !isSpace(text, at - 1)) at--;
  return text.slice(at, position);
}

/** The word that begins at `position`; if `apart`, one that begins after the white space there will do. */
export function wordAfter(
  text: string,
  position: number,
  where: 'touching' | 'apart' = 'touching',
) {
  const farthest = Math.min(text.length, position + FARTHEST);
  let at = position;
  if (where === 'apart') while (at < farthest && isSpace(text, at)) at++;
  while (at < farthest && !isSpace(text, at)) at++;
  return text.slice(position, at);
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}
