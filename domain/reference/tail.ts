import { monthOf } from '../metadata/dates.ts';
import type { SeriesWord } from './series.ts';
import type { FoundReference } from './reference.ts';

/** What stands after a number and tells more of the message: whence or whither, and its date. */
export interface Tail {
  readonly post: FoundReference['post'];
  readonly date: string | null;
  /** Where it ends. */
  readonly end: number;
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DATE = new RegExp(
  `^,?(?: of| dated)? \\(?(?:(${MONTH})\\.? (\\d{1,2})(?!\\d)|(\\d{1,2}) (${MONTH})\\b\\.?)(?:,? ((?:17|18|19)\\d\\d)\\b)?`,
  'iu',
);
const POST = new RegExp(
  `^,? (from|to) (?:the )?(?:(?:Embassy|Legation|Consulate|Consulate General|Mission) (?:in|at|to) (?:the )?)?(?!${MONTH}\\b)(\\p{Lu}[\\p{L}’-]+(?: (?!${MONTH}\\b)\\p{Lu}[\\p{L}’-]+){0,2})`,
  'u',
);
const LONGEST = 80;

/** Reads what stands after the number that ends at `at`. */
export function tailOf(text: string, at: number): Tail {
  let [post, date, end]: [Tail['post'], string | null, number] = [null, null, at];
  for (let step = 0; step < 2; step++) {
    const rest = text.slice(end, end + LONGEST);
    // Nothing else can begin one.
    if (!/^,? [\p{L}(\d]/u.test(rest)) break;
    const dated = date === null ? DATE.exec(rest) : null;
    if (dated) {
      date = dateOf(dated);
      end += dated[0].length;
      continue;
    }
    const named: RegExpExecArray | null = post === null ? POST.exec(rest) : null;
    if (!named) break;
    post = { way: named[1] === 'to' ? 'to' : 'from', name: named[2] ?? '' };
    end += named[0].length;
  }
  return { post, date, end };
}

function dateOf([, monthFirst, dayAfter, dayFirst, monthAfter, year]: RegExpExecArray):
  | string
  | null {
  const month = monthOf(monthFirst ?? monthAfter ?? '');
  const day = Number(dayAfter ?? dayFirst);
  if (month === null || day < 1 || day > 31) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year ?? '-'}-${two(month)}-${two(day)}`;
}

/** A number that ends here stands by itself: it is no part of a fraction, a time of day or a longer sign. */
const BROKEN = /^(?:[.,:/](?=\d)|[\p{L}\p{M}_%°]|[-–](?!\d{2})(?=[\p{L}\p{N}]))/u;

/** Whether a number that ends at `end` is whole there. */
export function ends(text: string, end: number): boolean {
  return !BROKEN.test(text.slice(end, end + 4));
}

const MARKED = /^[.,]\d{1,2}(?![\d/.])/u;

/** What is counted, and times of day. */
const COUNTED =
  /^\s?(?:(?:pages?|pp|p|copy|copies|sheets?|words?|lines?|paragraphs?|enclosures?|attachments?|annexe?s|minutes?|hours?|days?|weeks?|months?|years?|men|times|per|percent|[ap]\.? ?m|o’clock)\b|of \d)/iu;
/** A month without a day after it: the number was the day. */
const DAY_OF = new RegExp(`^ ${MONTH}\\b\\.?(?! ?\\d{1,2}(?!\\d))`, 'iu');
/** What may follow the number of a telegram whose name alone says too little. */
const AFTER_A_NAME = new RegExp(
  `^(?:$|[.,;:)\\]”"’\\n]|\\[| (?:of|dated|from|to|and|or|but|not|re|was|is|has|which|that|who|for|in|on|as|with|by|repeated|rptd|sent|${MONTH}|\\d{1,2} ${MONTH})(?=[\\s.,;]|$))`,
  'iu',
);

/** Whether what follows the number `[from, end)` lets it be that of a document, as far as it has to. */
export function followed(
  text: string,
  from: number,
  end: number,
  trust: SeriesWord['trust'],
): boolean {
  const rest = text.slice(end, end + 28);
  // After a series even a note's mark may stand glued to the sentence (`Depcirtel 1662.1 Take`).
  if (!ends(text, end) && !(trust === 'strong' && MARKED.test(rest))) return false;
  if (end - from <= 2 && Number(text.slice(from, end)) <= 31 && DAY_OF.test(rest)) return false;
  if (trust === 'strong') return !/^ ?[ap]\.? ?m\b/iu.test(rest);
  if (COUNTED.test(rest)) return false;
  return trust === 'common' || AFTER_A_NAME.test(rest);
}
