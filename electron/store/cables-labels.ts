import type { ReviewState } from '../../domain/review/review.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { quoted, reviewing } from './labels.ts';

/** The cables an action is about: how many, and what the only one is called. */
export interface Several {
  readonly count: number;
  readonly title: string;
}

/** What deleting cables is called. */
export function discarding(cables: Several): string {
  return `delete ${named(cables)}`;
}

/** What bringing deleted cables back is called. */
export function restoring(cables: Several): string {
  return `bring back ${named(cables)}`;
}

/** What tagging cables as a whole is called. */
export function taggingCables(cables: Several, tags: readonly Tag[]): string {
  return `tag ${named(cables)} with ${tags.map(({ name }) => name).join(', ')}`;
}

/** What saying how far cables have come is called. */
export function reviewingCables(cables: Several, state: ReviewState | null): string {
  if (cables.count === 1) return reviewing(cables.title, state);
  return state === null
    ? `leave the states of ${named(cables)} to the cleaning`
    : `mark ${named(cables)} as ${state}`;
}

function named({ count, title }: Several): string {
  return count === 1 ? quoted(title) : `${count.toLocaleString('en')} cables`;
}
