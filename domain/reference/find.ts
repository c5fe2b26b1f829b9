import type { Structure } from '../structure/structure.ts';
import { type Head, headBefore } from './head.ts';
import { ends, followed, tailOf } from './tail.ts';
import type { FoundReference, Reference } from './reference.ts';

/** A number that begins a word, or stands after a sign that may begin one. */
const FREE_NUMBER = /(?<=[ \n\t\u00A0#-])\d+/gu;

/** The longest number of a message, in digits. */
const LONGEST = 6;

/** How many documents a stretch of numbers (`Documents 170–172`) may name. */
const MOST_IN_STRETCH = 60;

/**
 * The passages of a text that refer to other documents by their numbers, in reading order. Each number
 * is looked at alone, and believed only where a series or a post that is known stands before it, or
 * another number of the same list does, and nothing follows that it may count.
 */
export function findReferences(text: string): FoundReference[] {
  const found: FoundReference[] = [];
  let reached = 0;
  for (const { 0: digits, index: at } of text.matchAll(FREE_NUMBER)) {
    if (at < reached || digits.length > LONGEST) continue;
    const head = headBefore(text, at);
    if (!head) continue;
    found.push(...listFrom(text, head, at, at + digits.length));
    reached = found.at(-1)?.to ?? 0;
  }
  return found;
}

/** The references in the notes of an edition, at their places in the original. */
export function findInNotes(original: string, structure: readonly Structure[]): FoundReference[] {
  return structure
    .filter(({ type }) => type === 'note')
    .flatMap((note) =>
      findReferences(original.slice(note.from, note.to)).map((reference) => ({
        ...reference,
        from: reference.from + note.from,
        to: reference.to + note.from,
      })),
    );
}

/** All references of a cable: those of its reading text, then those of its notes. */
export function referencesOf(
  transcription: string,
  original: string,
  structure: readonly Structure[],
): Reference[] {
  return [
    ...findReferences(transcription).map((one) => ({ ...one, side: 'transcription' as const })),
    ...findInNotes(original, structure).map((one) => ({ ...one, side: 'original' as const })),
  ];
}

/** The numbers of a list that begins at `[at, end)`: `1662`, `1662 and 1663`, `170–172`. */
function listFrom(text: string, head: Head, at: number, end: number): FoundReference[] {
  if (!followed(text, at, end, head.word.trust)) return [];
  const found: FoundReference[] = [];
  let [from, begin, close] = [head.from, at, end];
  for (;;) {
    const stretch = stretchFrom(text, begin, close);
    const tail = tailOf(text, stretch?.end ?? close);
    const to = stretch?.end ?? close;
    const numbers = stretch?.numbers ?? [text.slice(begin, close)];
    for (const number of numbers)
      found.push({
        kind: head.word.bearing === 'document' ? 'document' : 'telegram',
        series: head.word.series,
        number: number.replace(/^0+(?=.)/u, ''),
        from,
        to,
        words: text.slice(from, to),
        post: tail.post ?? head.post,
        date: tail.date,
        edition: head.edition,
      });
    const next = nextInList(text, tail.end, head.word.plural);
    if (!next) return found;
    [from, begin, close] = [next.from, next.from, next.to];
  }
}

const DASH = /[–—-]/u;

/** The numbers from one to another, where a dash joins them. */
function stretchFrom(text: string, from: number, to: number) {
  if (!DASH.test(text.charAt(to)) || !isDigit(text, to + 1)) return null;
  const end = digitsFrom(text, to + 1);
  const [first, last] = [Number(text.slice(from, to)), Number(text.slice(to + 1, end))];
  if (end - to > LONGEST + 1 || last <= first || last - first >= MOST_IN_STRETCH) return null;
  if (!ends(text, end)) return null;
  const numbers = Array.from({ length: last - first + 1 }, (_, step) => String(first + step));
  return { numbers, end };
}

const SEPARATOR = /^(?:\s?[,;]\s?(?:and |or |& )?| (?:and|or|&) )(?:[Nn]os?\.? )?(?=\d)/u;

/** The next number of a list, if the list goes on. */
function nextInList(text: string, at: number, plural: boolean) {
  const separator = SEPARATOR.exec(text.slice(at, at + 16))?.[0];
  if (separator === undefined) return null;
  const from = at + separator.length;
  const to = digitsFrom(text, from);
  // After one telegram a lone digit rather counts something.
  if (to - from > LONGEST || (!plural && to - from < 2)) return null;
  return followed(text, from, to, plural ? 'common' : 'weak') ? { from, to } : null;
}

const ZERO = 48;
const NINE = 57;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}

function digitsFrom(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end++;
  return end;
}
