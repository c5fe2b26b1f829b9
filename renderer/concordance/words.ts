import type { RequestOutput } from '../../domain/contract.ts';
import type { ConcordanceLine, ConcordanceOrder } from '../../domain/search/result.ts';
import { guarded } from '../../domain/text/csv.ts';
import { count, inDigits } from '../desk/words.ts';

type Made = NonNullable<RequestOutput<'concordance.make'>>;

/** "1,234 lines in 56 cables, 3 marked" */
export function sumWords({ lines, cables }: Made, marked: number): string {
  const sum = `${count(lines, 'line')} in ${count(cables, 'cable')}`;
  return marked > 0 ? `${sum}, ${inDigits(marked)} marked` : sum;
}

/** What is said of lines beyond those that are held; null where there are none. */
export function moreWords({ lines, more }: Made): string | null {
  return more
    ? `There are more: these are the first ${inDigits(lines)}. Narrow the search to see all of its lines.`
    : null;
}

/** What has been done; `wanted` is how many lines were marked. */
export function taggedWords(
  { annotations, cables }: RequestOutput<'concordance.tag'>,
  wanted: number,
): string {
  if (annotations === 0)
    return 'Nothing has changed: these lines have the tags already, or no longer stand in their texts.';
  const done = `${count(annotations, 'line')} tagged in ${count(cables, 'cable')}.`;
  const left = wanted - annotations;
  if (left <= 0) return done;
  return `${done} ${count(left, 'line was', 'lines were')} left: tagged already, or no longer in the text.`;
}

/** By what lines can be put in order, as the buttons above them say it. */
export const ORDERS = {
  cable: { name: 'Cable', words: 'in order by cable' },
  left: { name: 'Left', words: 'in order by the words before, from the hit outwards' },
  hit: { name: 'Words found', words: 'in order by these' },
  right: { name: 'Right', words: 'in order by the words after' },
} as const satisfies Record<ConcordanceOrder['by'], { name: string; words: string }>;

/** The order after one of the buttons was pressed: pressed again it goes the other way. */
export function orderAfter(now: ConcordanceOrder, by: ConcordanceOrder['by']): ConcordanceOrder {
  return { by, descending: now.by === by && !now.descending };
}

/** The first row of the saved lines. */
export const CSV_HEAD: readonly string[] = [
  'Number',
  'Date',
  'Title',
  'Side',
  'Before',
  'Found',
  'After',
  'Tags',
];

/** A line as it is saved; `tags` are the names of its tags. */
export function csvRow(line: ConcordanceLine, tags: readonly string[]): readonly string[] {
  const { number, date, title, side, before, hit, after, stale } = line;
  const words = stale ? ['', STALE, ''] : [before.trim(), hit, after.trim()];
  return [number ?? '', date ?? '', title, side, ...words, tags.join('; ')].map(guarded);
}

/** What stands in the place of words that are no longer there. */
export const STALE = 'This passage reads otherwise now.';
