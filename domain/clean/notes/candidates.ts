import { isFileLine } from '../../metadata/file-number.ts';
import type { Title } from '../title.ts';

/**
 * Digits that may be the mark of a note: `[from, to)` of the text, read as `value`. `strength` says
 * how well their place suits a mark, whatever the list of notes says:
 * 12 at the end of the title, 10 glued to a word or to its punctuation (`Martin3`, `President,2`),
 * 5 after a number and a stop (`1662.1`), up to 5 at the end of a longer number (`32442`).
 */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly strength: number;
}

/** From here on the place alone is good evidence. */
export const STRONG = 5;

const LETTER = /\p{L}/u;
const AFTER_A_NUMBER =
  /^(?:\s*(?:[ap]\. ?m\b|per ?cent\b|million\b|billion\b)|%|\/|[–-]\d|[.,:]\d)/;
/** What follows a figure in the number of a file: `756D.5 MSP/1–2353`, `396.1–GE/5–2554`. */
const FILED = /^(?:[ –-]?[A-Z]{1,8}){1,2}\/\d/;
const CITED =
  /(?:tel|circtel|tels|telegram|cable|airgram|[’']s|my|your|our|No\.|and|to|of|Secto|Tosec|Polto|Topol)[.\s#]*$/i;

/**
 * All candidates before `to`, in reading order: what stands above the title is the number of a file
 * and of the document, never a mark. Linear, since only runs of at most
 * seven digits are looked at, each with a few signs around it.
 */
export function markCandidates(text: string, to: number, title: Title | null): Candidate[] {
  const titleEnd = title?.words.to ?? null;
  const found: Candidate[] = [];
  const digits = /\d+/g;
  digits.lastIndex = title ? (title.number ?? title.words).from : endOfFileLine(text);
  for (let match = digits.exec(text); match; match = digits.exec(text)) {
    const from = match.index;
    const end = from + match[0].length;
    if (from >= to) break;
    if (match[0].length <= 7) found.push(...candidatesIn(text, from, end, titleEnd));
  }
  return found;
}

/** Without a title: where the line with the number of the file ends, if the text begins with one. */
function endOfFileLine(text: string): number {
  const end = text.indexOf('\n');
  return end > 0 && isFileLine(text.slice(0, Math.min(end, 80)).trim()) ? end : 0;
}

function candidatesIn(
  text: string,
  from: number,
  to: number,
  titleEnd: number | null,
): Candidate[] {
  if (text.startsWith('[Page ', from - 6)) return [];
  const whole = strengthOfWhole(text, from, to, titleEnd);
  if (whole > 0) return [{ from, to, value: Number(text.slice(from, to)), strength: whole }];
  return endings(text, from, to);
}

/** How well the whole run of digits suits a mark; 0 where it cannot be one. */
function strengthOfWhole(text: string, from: number, to: number, titleEnd: number | null): number {
  if (to - from > 3 || (to - from > 1 && text[from] === '0')) return 0;
  const before = text[from - 1] ?? '';
  const after = text.slice(to, to + 12);
  if (to === titleEnd && /[\p{L}.)\]”’"' ]/u.test(before)) return gluedTitle(text, from) ? 12 : 0;
  if (/^[a-z\d]/.test(after) || AFTER_A_NUMBER.test(after) || FILED.test(after)) return 0;
  if (LETTER.test(before)) return gluedToWord(text, from, after);
  if (/[”’"'’)\]]/.test(before)) return /[\p{L}.,!?)\]]/u.test(text[from - 2] ?? '') ? 10 : 4;
  if (/[.,:;!?]/.test(before)) return afterPunctuation(text, from, to);
  return before === '—' && LETTER.test(text[from - 2] ?? '') ? 4 : 0;
}

/** In a title a mark is glued to the last word, or (only a 0) stands after a blank. */
function gluedTitle(text: string, from: number): boolean {
  if (text[from - 1] === ' ') return text[from] === '0' && LETTER.test(text[from - 2] ?? '');
  return /[\p{L}.)\]”’"']{2}$/u.test(text.slice(Math.max(0, from - 2), from));
}

/** `Martin3` is a word with a mark; `C46` is a name with a number. */
function gluedToWord(text: string, from: number, after: string): number {
  const word = /\p{L}+$/u.exec(text.slice(Math.max(0, from - 24), from))?.[0] ?? '';
  if (word.length < 2 || /^\p{Lu}/u.test(after)) return 0;
  if (/^\p{Lu}+$/u.test(word)) return word.length > 3 ? 4 : 2;
  return /\p{Ll}\p{Ll}$/u.test(word) ? 10 : 6;
}

/** `President,2` follows a word, `1662.1` a number, `15,000` nothing of the kind. */
function afterPunctuation(text: string, from: number, to: number): number {
  const before = text[from - 2] ?? '';
  if (/\d\p{Lu}[.,:]$/u.test(text.slice(Math.max(0, from - 3), from))) return 0;
  if (/[\p{L}.”’"')\]]/u.test(before)) return 10;
  if (!/\d/.test(before)) return 0;
  const number = /[\d.,:$£]+$/.exec(text.slice(Math.max(0, from - 12), from))?.[0] ?? '';
  if (/[$£]/.test(number) || /\d[.,:]\d/.test(number) || to - from > 2) return 0;
  return text[from - 1] === ':' ? 2 : 5;
}

/** The last digits of a longer number. How weak they are depends on what the number is without them. */
function endings(text: string, from: number, to: number): Candidate[] {
  const after = text.slice(to, to + 12);
  if (to - from < 2 || /^[\p{L}\d]/u.test(after) || AFTER_A_NUMBER.test(after)) return [];
  const before = text.slice(Math.max(0, from - 16), from);
  const found: Candidate[] = [];
  for (let size = Math.min(3, to - from - 1); size >= 1; size--) {
    if (text[to - size] === '0') continue;
    const strength = strengthOfEnding(before, text.slice(from, to), size);
    const value = Number(text.slice(to - size, to));
    if (strength > 0) found.push({ from: to - size, to, value, strength });
  }
  return found;
}

const MONTH =
  /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? $/;
const YEAR = /^1[6-9]\d\d$/;

/**
 * How well the last `size` digits suit a mark. Five where the number cannot be one with them:
 * `15,0001`, `7:305`, `August 291`; nearly nothing where it is a good one with them: a year, a day, the number
 * that begins a paragraph.
 */
function strengthOfEnding(before: string, digits: string, size: number): number {
  const rest = digits.slice(0, -size);
  if (/\d,$/.test(before)) return rest.length === 3 ? 5 : 0;
  if (/\d:$/.test(before)) return rest.length === 2 ? 5 : 0;
  if (!/[\s(#]$/.test(before) || digits.startsWith('0')) return 0;
  if (MONTH.test(before)) return Number(digits) <= 31 ? 0.3 : Number(rest) <= 31 ? 5 : 0.3;
  if (YEAR.test(digits) || /(?:^|\n)\s*$/.test(before)) return 0.3;
  const cited = CITED.test(before) ? 1 : 0;
  if (YEAR.test(rest)) return 4;
  return (digits.length >= 5 ? 3 : digits.length === 4 ? 1.5 : 1) + cited;
}
