import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { QueryProblem } from '../../domain/search/query.ts';
import { askToType, type } from './searching.ts';

interface ProblemsProps {
  readonly id: string;
  readonly problems: readonly QueryProblem[];
  readonly typed: string;
}

/** How many problems are told at once: the others may be gone with the first. */
const MOST = 2;

/** What cannot be understood in a query, in sentences, and what may have been meant. */
export function Problems({ id, problems, typed }: ProblemsProps) {
  return (
    <div id={id} className="search-problems" role="status">
      {problems.slice(0, MOST).map(({ at, message, instead }) => (
        <p key={`${at.from} ${message}`} className="search-problem">
          {at.from < at.to && <span className="search-wrong">{typed.slice(at.from, at.to)}</span>}{' '}
          {message}{' '}
          {instead !== null && instead !== typed && (
            <Button
              className="link"
              onPress={() => {
                type(instead);
                askToType();
              }}
            >
              <span className="by-ear">Search for </span>
              {instead}
            </Button>
          )}
        </p>
      ))}
    </div>
  );
}

interface PlacesProps {
  readonly typed: string;
  readonly problems: readonly QueryProblem[];
  /** How far the field has been scrolled, in pixels. */
  readonly scrolled: number;
}

/** The places of the problems, marked below the words of the field, which stand over it. */
export function ProblemPlaces({ typed, problems, scrolled }: PlacesProps) {
  const places = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (places.current) places.current.scrollLeft = scrolled;
  }, [scrolled, problems]);
  if (problems.length === 0) return null;
  const pieces: ReactNode[] = [];
  let reached = 0;
  for (const { at } of problems) {
    // What ends too early is wrong after its last letter.
    const from = Math.min(at.from, typed.length - 1);
    if (from < reached) continue;
    const to = Math.max(at.to, from + 1);
    pieces.push(
      typed.slice(reached, from),
      <span key={from} className="search-wrong">
        {typed.slice(from, to)}
      </span>,
    );
    reached = to;
  }
  return (
    <div ref={places} className="search-places" aria-hidden="true">
      {pieces}
      {typed.slice(reached)}
    </div>
  );
}
