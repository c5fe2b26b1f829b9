import { useEffect, useMemo } from 'react';
import { parseQuery } from '../../domain/search/parse.ts';
import { inDigits } from '../desk/words.ts';
import { useTagsById } from '../annotations/shown.ts';
import { type Begun, type Completion, completionsOf, withoutBegun } from './completion.ts';
import { useCounts } from './counting.ts';

interface CompletionsProps {
  readonly id: string;
  readonly typed: string;
  readonly begun: Begun;
  /** The way that is at hand. */
  readonly at: number | null;
  readonly onWays: (ways: readonly Completion[]) => void;
  readonly onChoose: (way: Completion) => void;
}

/** The ways to go on with what is being typed. The field keeps the focus and names the one at hand. */
export function Completions({ id, typed, begun, at, onWays, onChoose }: CompletionsProps) {
  const tags = useTagsById();
  const { counts } = useCounts(countable(withoutBegun(typed, begun)));
  const ways = useMemo(
    () => completionsOf(begun, counts, (tagId) => tags.get(tagId)?.name ?? null),
    [begun, counts, tags],
  );
  useEffect(() => {
    onWays(ways);
    return () => onWays([]);
  }, [ways, onWays]);
  if (ways.length === 0) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={begun.field === null ? 'Fields' : `Values of ${begun.field}`}
      className="popover search-ways"
    >
      {ways.map((way, index) => (
        // The keys are heard by the field, which keeps the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={way.insert}
          id={`${id}-${index}`}
          ref={index === at ? showIt : undefined}
          role="option"
          aria-selected={index === at}
          className="search-way"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(way)}
        >
          <span>{way.title}</span>{' '}
          <small>{way.cables === null ? way.note : inDigits(way.cables)}</small>
        </div>
      ))}
    </div>
  );
}

function showIt(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' });
}

/** What can be counted: a query that can be read, else all cables. */
function countable(query: string): string {
  return parseQuery(query).problems.length === 0 ? query : '';
}
