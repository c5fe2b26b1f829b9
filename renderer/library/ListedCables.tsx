import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { listState, useStateCounts } from '../review/StateFilter.tsx';
import { CableList } from './CableList.tsx';

/** The list of the cables in the state chosen, or of all `total` cables; it says so where there is none. */
export function ListedCables({ total }: { readonly total: number }) {
  const listed = useDesk((desk) => desk.listed);
  const counts = useStateCounts();
  const count = listed === null ? total : counts?.[listed];
  if (count === undefined) return null;
  return count === 0 ? <NoneListed /> : <CableList key={listed} total={count} />;
}

function NoneListed() {
  const all = useRef<HTMLButtonElement>(null);
  useCommand('go.library', () => all.current?.focus());
  return (
    <p className="no-such-cable">
      No cable is in this state.{' '}
      <Button ref={all} className="link" onPress={() => listState(null)}>
        Show all
      </Button>
    </p>
  );
}
