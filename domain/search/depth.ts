import type { Range } from '../text/range.ts';
import type { JoinedQuery, Query } from './query.ts';

/** How deep parentheses and NOTs may lie in each other when a query is printed. */
export const DEEPEST = 20;

/** A query without what lies too deep in it, and where the first of that stands; null where nothing does. */
export function shallow(query: Query | null): { query: Query | null; cut: Range | null } {
  let cut: Range | null = null;
  const within = (part: Query, left: number): Query | null => {
    if (left < 0) {
      cut ??= part.at;
      return null;
    }
    if (part.type === 'not') {
      const inner = within(part.part, left - (isJoined(part.part) ? 2 : 1));
      return inner && { ...part, part: inner };
    }
    if (!isJoined(part)) return part;
    const parts = part.parts.flatMap((each) => within(each, left - (isJoined(each) ? 1 : 0)) ?? []);
    const [first, second] = parts;
    return second ? { ...part, parts } : (first ?? null);
  };
  return { query: query && within(query, DEEPEST), cut };
}

function isJoined(query: Query): query is JoinedQuery {
  return query.type === 'and' || query.type === 'or';
}
