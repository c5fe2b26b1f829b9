import { bannerLevel } from '../metadata/classification.ts';
import { isBlankLine, type Line } from '../text/lines.ts';
import { FORM_HEADING } from './form.ts';
import type { FirstReading } from './reading.ts';
import { type Claims, holds } from './resolve.ts';
import { endsSentence } from './paragraphs.ts';
import { isRunning } from './zones.ts';

/**
 * Where furniture is furniture. Many of its lines (`SECRET`, `PAGE 2`, `COPY NO. 1`, `END OF
 * MESSAGE`) could as well be words of a message that quotes them. Such a line leaves for certain only
 * where its place proves it too: in the heading, which the line with sender or time closes; at the
 * head or foot of the whole text; below the mark that ends the message; in the foot of the form; or
 * in one run with furniture whose words alone are proof (a release line, a batch code, a warning of
 * the form). Nothing that needs a proof is one for others, but for the turn of a page in a text that
 * its first and its last banner frame.
 */

/** Why a line is only offered. */
export const UNPROVEN = 'Its words fit furniture, but its place does not prove that it is no text.';

/** What is asked of a claim on a line: whether its words alone prove nothing. */
export type NeedsPlace = (rule: string, text: string) => boolean;

/** The lines that are claimed for certain by their words, while their place does not prove it. */
export function unprovenLines(
  reading: FirstReading,
  claims: Claims,
  needsPlace: NeedsPlace,
): number[] {
  const standing = reading.lines.filter((line) => !isBlankLine(line));
  const claimed = (line: Line | undefined) => line !== undefined && holds(claims.lines[line.index]);
  const ruleOf = (line: Line) => claims.lines[line.index]?.rule ?? '';
  const weak = (line: Line) => needsPlace(ruleOf(line), line.text);
  if (!standing.some((line) => claimed(line) && weak(line))) return [];
  const head = headingEnd(reading);
  const foot = footBegin(standing, head, claimed, ruleOf);
  const runs = runsOf(reading, standing, head, claimed);
  const found: number[] = [];
  const open: Run[] = [];
  const proven = new Set<Line>();
  for (const run of runs) {
    const anchor = run.lines.findIndex((line) => !weak(line));
    for (const [at, line] of run.lines.entries()) {
      const isProven =
        !weak(line) ||
        line.index < head ||
        line.index >= foot ||
        isWithin(reading.foot, line.index) ||
        isProvenIn(run, at, anchor);
      if (isProven) proven.add(line);
    }
    if (run.lines.some((line) => !proven.has(line))) open.push(run);
  }
  const level = frameOf(runs, proven, head);
  for (const run of open) {
    if (isTurnOfPage(run, level, ruleOf)) continue;
    for (const line of run.lines)
      if (!proven.has(line) && !(line === standing.at(-1) && isFoot(run, line, level)))
        found.push(line.index);
  }
  return found;
}

/** Lines that leave together, with nothing but blank lines between them. */
interface Run {
  readonly lines: readonly Line[];
  /** The lines that stay above and below, where there are any. */
  readonly above: Line | undefined;
  readonly below: Line | undefined;
  /** Whether what stands above asks for what follows, on the line above itself or further up. */
  readonly announced: boolean;
  /** Whether it does so in plain words, and not only because its sentence is unfinished. */
  readonly asked: boolean;
  /** Whether the run stands directly below the name of a form. */
  readonly underForm: boolean;
  /** Whether it stands directly below the heading: then it may be all there is of the message. */
  readonly underHeading: boolean;
}

function runsOf(
  { title, running, lines: all }: FirstReading,
  standing: readonly Line[],
  head: number,
  claimed: (line: Line | undefined) => boolean,
): Run[] {
  const runs: Run[] = [];
  let announced = false;
  let asked = false;
  let above: Line | undefined;
  for (let at = 0; at < standing.length; at++) {
    const line = standing[at];
    if (!line) continue;
    if (!claimed(line)) {
      const opens = isRunning(line.text) || NUMBERED.test(line.text);
      const goesOn = !opens && line.index > head;
      asked = line.index > head && (ASKING.test(line.text.slice(-240)) || (asked && goesOn));
      announced = asked || (line.index > head && HANGING.test(line.text.slice(-12)));
      above = line;
      continue;
    }
    const from = at;
    while (claimed(standing[at + 1])) at++;
    runs.push({
      lines: standing.slice(from, at + 1),
      above,
      below: standing[at + 1],
      announced,
      asked,
      underForm:
        above !== undefined &&
        above.index < running &&
        (running < all.length || bannerLevel(line.text) !== null) &&
        FORM_HEADING.test(above.text.slice(0, 120)),
      underHeading: above !== undefined && (above.index === head || above.index === title?.line),
    });
  }
  return runs;
}

const NUMBERED = /^\(?(?:\d{1,3}|[A-Z])[.)] \S/;

/** Words that ask for what stands below them. */
const ASKING =
  /:["”’')]?$|\bfollow(?:s|ing|ed)?\b|\b(?:reads?|said|marked|classified|stamped|words?|entitled)[.,]?$/i;
/** Words with which no line of a message ends where its sentence does. */
const HANGING = /\b(?:as|is|are|was|were|of|at|on|by|the|these|this|so)$/i;

/**
 * Whether the run itself, with what stands at its sides, proves the line at `at` in it; `anchor` is
 * the first line in it that needs no proof, or −1.
 */
function isProvenIn(run: Run, at: number, anchor: number): boolean {
  const { above, below, announced, underForm, underHeading } = run;
  const guarded = announced || underHeading;
  if (anchor >= 0 && (!guarded || at >= anchor - 1)) return true;
  if (above === undefined && below === undefined) return false;
  if (above === undefined) return true;
  if (underForm && below !== undefined) return !/^\d+$/.test(run.lines[at]?.text ?? '');
  return below === undefined && !guarded;
}

/** Lines that close the heading of a message: its time, its sender with number, its own number. */
const CLOSING =
  /^\W{0,3}(?:[A-Z]{1,2} |(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLAS(?:SIFIED)?|S E C R E T|C O N F I D E N T I A L) {1,3})?\d{6}Z\b|\bCITE:? {1,3}[A-Z]{2,12}(?:\/[A-Z]{1,8})?[ -]{0,3}\d{3,6}\b|^\W{0,4}NO\.? {0,8}: {0,8}\d/;
/** Lines that only a heading has: a label with something beside it, a caption of distribution. */
const LABELLED =
  /^(?:LIMIT(?:ED)? DISTRIBUTION|LIMDIS|EXDIS|NODIS)\b|^\W{0,4}(?:TO|FROM|ACTION|INFO|RPTD INFO|DATE|SUBJECT|SUBJ|REFS?)\W{0,4} {0,8}[:;]\W{0,4} {0,8}\S/i;

/**
 * The line that closes the heading: the last before the message with sender or time, or else with an
 * addressee. What stands above it is the form; −1 where no such line comes.
 */
function headingEnd({ lines, running }: FirstReading): number {
  let closing = -1;
  let labelled = -1;
  for (const { text, index } of lines.slice(0, running + 1)) {
    if (text.length > 240) continue;
    if (CLOSING.test(text)) closing = index;
    else if (index < running && LABELLED.test(text)) labelled = index;
  }
  return closing >= 0 ? closing : labelled;
}

/** The line with the mark after which nothing but names and furniture follows, or Infinity. */
function footBegin(
  standing: readonly Line[],
  head: number,
  claimed: (line: Line | undefined) => boolean,
  ruleOf: (line: Line) => string,
): number {
  let begin = Infinity;
  let at = standing.length - 1;
  for (; at > 0; at--) {
    const line = standing[at];
    if (!line) continue;
    if (claimed(line) && ruleOf(line) === 'end-of-message') begin = line.index;
    else if (!claimed(line) && begin < Infinity && ASKING.test(line.text.slice(-240)))
      return Infinity;
    else if (!claimed(line) && (isRunning(line.text) || NUMBERED.test(line.text))) break;
  }
  const above = standing[at];
  const asked = above !== undefined && ASKING.test(above.text.slice(-240));
  return asked || (above?.index ?? -1) <= head ? Infinity : begin;
}

function isWithin(stretch: FirstReading['foot'], line: number): boolean {
  return stretch !== null && line >= stretch.first && line <= stretch.last;
}

/** The level of the banners in the heading where the text also ends with one of it; else null. */
function frameOf(runs: readonly Run[], proven: ReadonlySet<Line>, head: number): string | null {
  const last = runs.at(-1);
  if (!last || last.below !== undefined) return null;
  const heading = runs.flatMap((run) =>
    run.above === undefined || run.underForm || (run.lines[0]?.index ?? head) < head
      ? run.lines.filter((line) => proven.has(line))
      : [],
  );
  const level = levelIn(heading);
  return level !== null && levelIn(last.lines) === level ? level : null;
}

/** Whether a line is the banner that closes a text whose heading has the same. */
function isFoot({ underHeading }: Run, { text }: Line, level: string | null): boolean {
  return !underHeading && level !== null && bannerLevel(text) === level;
}

/** The one level of the banners among lines, or null where there is none or more than one. */
function levelIn(lines: readonly Line[]): string | null {
  const levels = new Set(lines.map(({ text }) => bannerLevel(text)).filter((level) => level));
  return levels.size === 1 ? ([...levels][0] ?? null) : null;
}

/** Rules whose lines stand at the turn of a page. */
const AT_THE_TURN: ReadonlySet<string> = new Set([
  'classification-banner',
  'page-number-line',
  'declassification-stamp',
  'downgrading-stamp',
]);

/**
 * Whether a run is the foot of one page and the head of the next: at least two lines, banners of one
 * level or a banner with the number of a page, which stand in the middle of a sentence or in a text
 * that is framed by that level.
 */
function isTurnOfPage(run: Run, frame: string | null, ruleOf: (line: Line) => string): boolean {
  const level = levelIn(run.lines);
  const turning = run.lines.filter((line) => /^(?:class|page)/.test(ruleOf(line)));
  if (run.asked || run.underHeading || level === null || turning.length < 2) return false;
  if (!run.lines.every((line) => AT_THE_TURN.has(ruleOf(line)))) return false;
  const { above, below } = run;
  const parted = above && below && !endsSentence(above.text) && NUMBERED.test(below.text);
  return (level === frame && !parted) || isSplit(run);
}

/** Whether the sentence above a run runs on below it, apart from it on both sides. */
function isSplit({ above, below, lines }: Run): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!above || !below || !first || !last) return false;
  const apart = first.index > above.index + 1 && below.index > last.index + 1;
  return apart && !endsSentence(above.text) && /^\p{Ll}/u.test(below.text);
}
