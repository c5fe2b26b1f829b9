import type { Annotation } from '../../domain/annotation/annotation.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import { count } from '../desk/words.ts';
import type { Vocabulary } from './highlights.ts';

/** One stretch of an annotation in a text; of several it is `part` (counted from 1) of `parts`. */
export interface Part {
  readonly annotation: Annotation;
  readonly from: number;
  readonly to: number;
  readonly part: number;
  readonly parts: number;
}

/** How far a caret may move for all that it passes to be told, in UTF-16 code units: about a paragraph. */
export const NEAR = 400;

/** How many annotations are told one by one; more are told by their tags. */
const FEW = 3;

/** How many tags are named at once. */
const MOST_TAGS = 5;

/** What can be said of a stretch when the caret has moved. */
type Passing = 'enters' | 'leaves' | 'passes';

/** What each is called on the way down the text, and on the way up. */
const words: Readonly<Record<Passing, readonly [down: string, up: string]>> = {
  enters: ['start of', 'back into'],
  leaves: ['end of', 'before'],
  passes: ['past', 'back past'],
};

/**
 * What a reader by ear is told when the caret has moved from `old` to `now`: which annotations begin
 * and end on the way, in the order in which the caret meets them; null where none does. After a jump
 * only what the caret stands in now is told. `parts` are those that touch the way, in any order.
 */
export function announcementOf(
  parts: readonly Part[],
  old: number,
  now: number,
  vocabulary: Vocabulary,
): string | null {
  const far = Math.abs(now - old) > NEAR;
  const up = now < old;
  const groups = new Map<Passing, Part[]>();
  for (const part of inOrderOfWay(parts, up)) {
    const passing = passingOf(part, old, now);
    if (passing === null || (far && passing !== 'enters')) continue;
    groups.set(passing, [...(groups.get(passing) ?? []), part]);
  }
  const told = [...groups]
    .toSorted(
      ([a, some], [b, others]) =>
        wayTo(a, some, up) - wayTo(b, others, up) ||
        // What ends where another begins is told first.
        Number(b === 'leaves') - Number(a === 'leaves'),
    )
    .map(([passing, all]) => {
      const head = far ? 'in' : words[passing][up ? 1 : 0];
      return `${head} ${named(all, vocabulary)}`;
    });
  return told.length === 0 ? null : told.join('; ');
}

/** What an annotation is called: by its tags. */
export function nameOf({ tagIds }: Annotation, vocabulary: Vocabulary): string {
  const names = tagIds.flatMap((id) => vocabulary.get(id)?.name ?? []);
  return names.length === 0 ? 'highlight' : names.join(' and ');
}

/** The words an annotation stands on, on one line, at most so many (UTF-16 code units). */
export function wordsOf({ targets }: Annotation, longest: number): string {
  const quote = targets.map((target) => target.quote.exact).join(' … ');
  return shortened(quote.replace(/\s+/gu, ' ').trim(), longest);
}

/** A caret stands in a stretch when the character behind it does: the one that is read out there. */
function isIn({ from, to }: Part, at: number): boolean {
  return from <= at && at < to;
}

function passingOf(part: Part, old: number, now: number): Passing | null {
  const before = isIn(part, old);
  const after = isIn(part, now);
  if (before !== after) return after ? 'enters' : 'leaves';
  if (before) return null;
  const [first, last] = old < now ? [old, now] : [now, old];
  return first < part.from && part.to <= last ? 'passes' : null;
}

/** How far down the way the caret first meets one of the stretches; the way up is counted from the end. */
function wayTo(passing: Passing, parts: readonly Part[], up: boolean): number {
  const atEnd = (passing === 'leaves') !== up;
  return Math.min(...parts.map(({ from, to }) => (atEnd ? to : from) * (up ? -1 : 1)));
}

/** In the order in which they are met; of those met together the longer, which holds the others, first. */
function inOrderOfWay(parts: readonly Part[], up: boolean): readonly Part[] {
  return up
    ? parts.toSorted((a, b) => b.to - a.to || a.from - b.from)
    : parts.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function named(parts: readonly Part[], vocabulary: Vocabulary): string {
  if (parts.length > FEW)
    return `${count(parts.length, 'annotation')}: ${byTag(parts, vocabulary)}`;
  return parts
    .map(({ annotation, part, parts: all }) => {
      const name = nameOf(annotation, vocabulary);
      return all > 1 ? `${name} (part ${part} of ${all})` : name;
    })
    .join(', ');
}

/** The tags of many annotations, the most frequent first, each with how often it is there. */
function byTag(parts: readonly Part[], vocabulary: Vocabulary): string {
  const times = new Map<string, number>();
  for (const { annotation } of parts) {
    const names = annotation.tagIds.flatMap((id) => vocabulary.get(id)?.name ?? []);
    for (const name of names.length === 0 ? ['without a tag'] : names)
      times.set(name, (times.get(name) ?? 0) + 1);
  }
  const all = [...times].toSorted(([, a], [, b]) => b - a);
  const told = all
    .slice(0, MOST_TAGS)
    .map(([name, number]) => (number > 1 ? `${name} (${number})` : name));
  const rest = all.length - told.length;
  return rest > 0 ? `${told.join(', ')} and ${count(rest, 'more tag')}` : told.join(', ');
}
