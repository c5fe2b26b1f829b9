import type { MetadataEntry } from '../metadata/metadata.ts';
import type { Structure } from '../structure/structure.ts';
import type { Line } from '../text/lines.ts';
import type { Reading } from './reading.ts';
import { type Claims, holds } from './resolve.ts';

/** The label of an item or of a numbered paragraph: `(a)`, `A.`, `1.`, `(1)`, `II.`. */
const LABEL = /^(?:\([a-z0-9]{1,3}\)|\([A-Z]\)|[A-Za-z]\.|\d{1,2}\.|[IVX]{1,4}\.)(?=\s|$)/;

/** A label that makes a paragraph an item of a list, not a numbered paragraph. */
const ITEM = /^(?:\(|[A-Za-z]\.)/;

/**
 * The paragraphs and items of the text that stays, each from its first to its last sign in the
 * original: one that a page had cut in two covers both parts. Lines that a rule has named already
 * (heading, signature, …) are not named again.
 */
export function blocksOf(
  reading: Reading,
  claims: Claims,
  named: readonly Structure[],
  metadata: readonly MetadataEntry[],
): Structure[] {
  const numbers = new Set(
    metadata.filter(({ field }) => field === 'telegramNumber').map((entry) => entry.evidence?.from),
  );
  const taken = new Set(named.filter(({ type }) => BLOCKS.has(type)).map(({ from }) => from));
  return groups(reading, claims)
    .filter((group) => group[0] && !taken.has(group[0].start))
    .map((group) => blockOf(group, numbers));
}

/** The types that stand for a whole block. */
const BLOCKS: ReadonlySet<string> = new Set([
  'heading',
  'signature',
  'stamp',
  'runningHead',
  'routing',
  'formField',
  'listItem',
]);

/** The staying lines, parted where a blank line or a label parts them and no sentence runs on. */
function groups(reading: Reading, claims: Claims): Line[][] {
  const all: Line[][] = [];
  let before: Line | undefined;
  for (const line of reading.staying) {
    const group = all.at(-1);
    const runsOn = before !== undefined && holds(claims.joins[before.index]);
    if (group && before && (runsOn || !parted(reading, before, line))) group.push(line);
    else all.push([line]);
    before = line;
  }
  return all;
}

function parted(reading: Reading, before: Line, line: Line): boolean {
  if (LABEL.test(line.text) || line.index > before.index + 1) {
    return LABEL.test(line.text) || blankBetween(reading, before, line);
  }
  return false;
}

function blankBetween({ lines }: Reading, before: Line, line: Line): boolean {
  for (let at = before.index + 1; at < line.index; at++)
    if (lines[at]?.start === lines[at]?.end) return true;
  return false;
}

/** A group as a piece of structure; the number of a telegram is no label of its first paragraph. */
function blockOf(group: readonly Line[], numbers: ReadonlySet<number | undefined>): Structure {
  const first = group[0];
  const from = first?.start ?? 0;
  const to = group.at(-1)?.end ?? from;
  const label = numbers.has(from) ? null : (LABEL.exec(first?.text ?? '')?.[0] ?? null);
  const type = label && ITEM.test(label) ? 'listItem' : 'paragraph';
  return { type, from, to, label, note: null };
}
