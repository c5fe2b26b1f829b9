import './FilterBar.css';
import { useEffect, useRef } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { isNarrow } from '../../domain/annotation/filter.ts';
import { commands } from '../../domain/command.ts';
import { keyLabel } from '../commands/keys.ts';
import { useDesk } from '../desk/desk.ts';
import { count, inDigits } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { Swatch } from '../tags/TagChip.tsx';
import { FilterForm } from './FilterForm.tsx';
import { chipsOf, closeFilter, openFilter, refine, showAll, useFiltering } from './filtering.ts';
import { useTagsById } from './shown.ts';
import { indexIn, type Walk } from './walk.ts';

/**
 * What is shown below and what is not: how many annotations there are, and, where some are left out,
 * what the filter says, each part of it to be taken off. It opens into the filter itself.
 */
export function FilterBar({ walk }: { readonly walk: Walk }) {
  const open = useFiltering((filtering) => filtering.open);
  const button = useRef<HTMLButtonElement>(null);
  const goBack = () => button.current?.focus();
  return (
    <div className="filter" role="search" aria-label="Filter annotations">
      <div className="filter-head">
        <Counts walk={walk} onAll={goBack} />
        <TooltipTrigger delay={400}>
          <Button
            ref={button}
            className="quiet filter-open"
            aria-expanded={open}
            onPress={() => (open ? closeFilter() : openFilter())}
          >
            Filter
          </Button>
          <Tooltip className="tooltip" offset={6}>
            {commands['annotation.filter'].title}{' '}
            <kbd>{keyLabel(commands['annotation.filter'].key)}</kbd>
          </Tooltip>
        </TooltipTrigger>
      </div>
      <Chips onTaken={goBack} />
      {open && (
        <FilterForm
          onLeave={() => {
            closeFilter();
            goBack();
          }}
        />
      )}
    </div>
  );
}

interface CountsProps {
  readonly walk: Walk;
  readonly onAll: () => void;
}

/** How many annotations are shown, and what has become of all others, so that none is out of sight unsaid. */
function Counts({ walk, onAll }: CountsProps) {
  const filter = useDesk((desk) => desk.filter);
  const { shown, unplaced, stored } = walk;
  const narrow = isNarrow(filter);
  const out = stored - shown.length - unplaced.length;
  const words =
    narrow || out > 0
      ? `${inDigits(shown.length)} of ${inDigits(stored)} shown`
      : count(stored, 'annotation');
  const hidden = useDesk(
    (desk) => desk.annotationId !== null && indexIn(walk, desk.annotationId) < 0,
  );
  useSaid(filter, words);
  return (
    <p className="filter-counts">
      {words}
      {unplaced.length > 0 && ` · ${inDigits(unplaced.length)} without a place`}
      {narrow && (
        <>
          {' · '}
          <Button
            className="link"
            onPress={() => {
              showAll();
              onAll();
            }}
          >
            Show all
          </Button>
        </>
      )}
      {!narrow && out > 0 && (
        <>
          {` · ${inDigits(out)} rejected · `}
          <Button
            className="link"
            onPress={() => {
              refine({ rejected: true });
              onAll();
            }}
          >
            Show
          </Button>
        </>
      )}
      {out > 0 && hidden && <span className="filter-hidden">The chosen one is not shown.</span>}
    </p>
  );
}

/** Says how many are shown when the reader filters otherwise, not when there come to be others. */
function useSaid(filter: unknown, words: string) {
  const last = useRef(filter);
  useEffect(() => {
    if (last.current !== filter) announce(words);
    last.current = filter;
  }, [filter, words]);
}

/** What the filter says, one by one. */
function Chips({ onTaken }: { readonly onTaken: () => void }) {
  const filter = useDesk((desk) => desk.filter);
  const vocabulary = useTagsById();
  const chips = chipsOf(filter, vocabulary);
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label="Shown only">
      {chips.map(({ key, words, tagId, without }) => {
        const colour = tagId === null ? undefined : vocabulary.get(tagId)?.colour;
        return (
          <li key={key}>
            <Button
              className="filter-chip"
              aria-label={`Take off: ${words}`}
              onPress={() => {
                refine(without);
                onTaken();
              }}
            >
              {colour && <Swatch colour={colour} />}
              <span className="filter-words">{words}</span>
              <span aria-hidden="true">×</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
