import '../design/menu.css';
import './review.css';
import { useQuery } from '@tanstack/react-query';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { ReviewState } from '../../domain/review/review.ts';
import { request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';
import { inDigits } from '../desk/words.ts';
import { states, stateMeanings, stateTitles } from './words.ts';

/** How many cables are in each state; undefined while it is being counted. */
export function useStateCounts() {
  const { data } = useQuery({
    queryKey: ['cables', 'counts'],
    queryFn: () => request('review.counts', {}),
  });
  return data;
}

/** Lists the cables in one state only; null lists all. */
export function listState(listed: ReviewState | null) {
  useDesk.setState({ listed });
}

/** Chooses the cables of the list by their state; each choice says how many there are. */
export function StateFilter({ total }: { readonly total: number }) {
  const listed = useDesk((desk) => desk.listed);
  const counts = useStateCounts();
  return (
    <Select
      className="state-filter"
      aria-label="Show cables"
      value={listed ?? ALL}
      onChange={(key) => listState(states.find((state) => state === key) ?? null)}
    >
      <Button className="quiet">
        <SelectValue className="state-choice" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <ListBox className="menu">
          <ListBoxItem id={ALL} textValue="All cables" className="state-choice">
            <span>All cables</span> <span className="state-count">{inDigits(total)}</span>
          </ListBoxItem>
          {states.map((state) => (
            <ListBoxItem
              key={state}
              id={state}
              textValue={stateTitles[state]}
              className="state-choice"
            >
              <span>
                {stateTitles[state]} <small>{stateMeanings[state]}</small>
              </span>{' '}
              <span className="state-count">{counts && inDigits(counts[state])}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

const ALL = '*';
