import { isBlankLine, type Line } from '../text/lines.ts';
import type { Range } from '../text/range.ts';

/**
 * The title an edition gave a document. `number` is the place of its number (without the stop), null
 * where the edition prints none; `words` is the title on `line` without that number, a mark of a
 * note at its end included.
 */
export interface Title {
  readonly line: number;
  readonly number: Range | null;
  readonly words: Range;
}

const LINES_TO_LOOK_AT = 12;
const LONGEST = 400;

/** Words with which the kind of a document begins or ends in the titles of the FRUS volumes. */
const KIND =
  /\b(?:Telegram|Airgram|Cable|Despatch|Dispatch|Instruction|Letter|Memorandum|Memoranda|Message|Note|Notes|Editorial Note|Paper|Report|Record|Minutes|Estimate|Summary|Statement|Aide-M[ée]moire|Study|Draft|Directive|Proclamation|Resolution|Announcement|Circular|Transcript|Briefing|Plan|Agreement|Communiqu[ée]|Proposal)\b/;

/** How a title without a number begins when it names a paper and its author. */
const PAPER =
  /^(?:(?:Draft|Policy|Position|Joint) )?(?:Memorandum|Memoranda|Report|Notes?|Minutes|Statement|Paper|Record|Letter|Despatch|Instruction|Telegram|Circular|Summary)(?: of \p{Lu}[^,]{2,60})?,? (?:by|From|of|Prepared|Between) /u;

/** Words that stay small in a title. */
const SMALL = new Set(
  (
    'a an and as at by de del des du for from in la of on or the to with between into upon its his their per via ' +
    'a.m. p.m. el y e das dos do da van von der den no. re vs. v. through before after during against about'
  ).split(' '),
);

/** The title among the first lines, or null where no line reads like one. */
export function findTitle(lines: readonly Line[]): Title | null {
  let looked = 0;
  for (const line of lines) {
    if (isBlankLine(line)) continue;
    if (++looked > LINES_TO_LOOK_AT) return null;
    const title =
      numberedTitle(line) ?? underNumber(lines, line) ?? paper(line) ?? correspondents(line);
    if (title) return title;
  }
  return null;
}

/** `357. Circular Telegram From …` */
function numberedTitle(line: Line): Title | null {
  const number = /^(\d{1,4}[A-Za-z]?)\. (?=\p{Lu})/u.exec(line.text);
  if (!number?.[1] || line.text.length > LONGEST) return null;
  const words = line.text.slice(number[0].length);
  if (!KIND.test(words) || !inTitleCase(words) || /[.,:;]$/.test(words)) return null;
  return {
    line: line.index,
    number: { from: line.start, to: line.start + number[1].length },
    words: { from: line.start + number[0].length, to: line.end },
  };
}

/** `No. 93`, and the title on the next line. */
function underNumber(lines: readonly Line[], line: Line): Title | null {
  const number = /^No\. (\d{1,4})$/.exec(line.text)?.[1];
  const next = lines[line.index + 1];
  if (!number || !next || next.text.length > LONGEST || !inTitleCase(next.text)) return null;
  return {
    line: next.index,
    number: { from: line.end - number.length, to: line.end },
    words: { from: next.start, to: next.end },
  };
}

/** `Memorandum by the Director of the Office (Doe)`: older volumes print no number. */
function paper(line: Line): Title | null {
  if (line.text.length > LONGEST || /[,:;.!?]$/.test(line.text)) return null;
  if (!PAPER.test(line.text) || !inTitleCase(line.text)) return null;
  return { line: line.index, number: null, words: { from: line.start, to: line.end } };
}

/** `The Consul at Geneva (Gilbert) to the Secretary of State`, without a number. */
function correspondents(line: Line): Title | null {
  if (
    line.text.length > LONGEST ||
    !/^(?!From |To )\p{Lu}\p{L}*\.? \p{L}.* to \p{L}/u.test(line.text)
  )
    return null;
  if (/[,:;!?]$/.test(line.text) || /\d.*\d{2}/.test(line.text)) return null;
  if (!inTitleCase(line.text) || !/\p{Ll}/u.test(line.text)) return null;
  return { line: line.index, number: null, words: { from: line.start, to: line.end } };
}

/** Whether every word but the small ones begins with a capital, a figure or a sign. */
export function inTitleCase(words: string): boolean {
  return words
    .split(/[\s—–-]+/)
    .every((word) => SMALL.has(word) || !/^\p{Ll}/u.test(word.replace(/^[“"‘'(]+/, '')));
}

/** The two correspondents of a title: `Telegram From A to B`, `A to B`; null where it names none. */
export function correspondentsOf(title: string): { from: Range; to: Range } | null {
  const from = / From (?:the )?/.exec(title);
  const start = from ? from.index + from[0].length : (/^(?:The )?/.exec(title)?.[0].length ?? 0);
  const at = divide(title, start);
  if (at < 0) return null;
  const receiver = at + (/^ to (?:the )?/.exec(title.slice(at))?.[0].length ?? 0);
  const end = title.endsWith('.') ? title.length - 1 : title.length;
  return receiver < end ? { from: { from: start, to: at }, to: { from: receiver, to: end } } : null;
}

/** An office whose own name goes on with "to": `the Representative to the United Nations`. */
const OFFICE_TO =
  /(?:Representative|Ambassador|Mission|Delegate|Delegation|Assistant|Assistants|Envoy|Minister|Advis[eo]r|Aide|Counselor|Delegations|Special Assistant|Observer)$/;

function divide(title: string, start: number): number {
  let only = -1;
  for (let at = title.indexOf(' to ', start); at >= 0; at = title.indexOf(' to ', at + 1)) {
    if (only < 0) only = at;
    if (!OFFICE_TO.test(title.slice(Math.max(0, at - 24), at))) return at;
  }
  return only;
}
