import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { CommandName } from '../../domain/command.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useAvailableCommands } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { count, inDigits } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { useRested } from './counting.ts';
import { KeptSearches } from './KeptSearches.tsx';
import { OrderControl } from './OrderControl.tsx';
import { useRanking } from './ranking.ts';
import { useTotal } from './total.ts';

/** What can be done with all cables of the list. */
const onAll: readonly (readonly [CommandName, string])[] = [
  ['search.concordance', 'Concordance'],
  ['library.table', 'Table'],
  ['search.timeline', 'Time line'],
  ['search.save', 'Keep'],
];

/** What stands over the list: how many there are, in which order, and what can be done with all of them. */
export function ListHead() {
  const query = useDesk((desk) => desk.query);
  const total = useTotal();
  const available = useAvailableCommands();
  const words = total ? count(total.total, 'cable') : '';
  useSaid(query, total?.exact ? words : null);
  return (
    <div className="list-head">
      <div className="list-count">
        <span>{total && (total.exact ? words : `${inDigits(total.total)} cables or more`)}</span>
        <OrderControl />
      </div>
      <Ranking />
      <p className="list-deeds">
        {onAll
          .filter(([name]) => available.includes(name))
          .map(([name, title]) => (
            <CommandButton key={name} name={name} className="link">
              {title}
            </CommandButton>
          ))}
        <KeptSearches />
      </p>
    </div>
  );
}

/** How far the list is ranked, where that is not all of it; and the way to have it so. */
function Ranking() {
  const { ranked, done, failed, show } = useRanking();
  const total = useTotal();
  if (ranked === null) return null;
  return (
    <p className="list-ranked">
      {done ? (
        <Button className="link" onPress={show}>
          Ranked over all {total?.exact ? inDigits(total.total) : ''} now: show them so
        </Button>
      ) : (
        <>
          ranked among the first {inDigits(ranked)}
          {!failed && ' · ranking all …'}
        </>
      )}
    </p>
  );
}

/** How long a search must have stood before readers by ear are told what it found, in milliseconds. */
const REST = 700;

/** Says how many cables were found when the reader has searched, not when there come to be others. */
function useSaid(query: string, words: string | null) {
  const rested = useRested(query, REST);
  const last = useRef(query);
  useEffect(() => {
    if (words === null || rested !== query || last.current === query) return;
    last.current = query;
    announce(query === '' ? `All ${words}` : `${words} found`);
  }, [query, rested, words]);
}
