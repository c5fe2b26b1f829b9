import { useEffect } from 'react';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import {
  chosenIn,
  decide,
  decideInCable,
  decideInLibrary,
  lookAt,
  step,
  useComing,
} from './deciding.ts';
import { waitingOf } from './walk.ts';

/** Walks through the proposals of the cable on the desk and decides on them, whatever panel is shown. */
export function ProposalCommands() {
  const cableId = useDesk((desk) => desk.cableId);
  const proposal = useDesk((desk) => desk.proposal);
  const { data } = useCable(cableId);
  const cable = data?.summary.id === cableId ? data : null;
  // What a sheet covers cannot be decided on; the palette is put away before its command comes.
  const free = useDesk(({ sheet }) => sheet === null || sheet === 'palette') && cable !== null;
  const waiting = cable ? waitingOf(cable.changes) : [];
  const chosen = cable && chosenIn(cable, proposal);
  const some = free && (waiting.length > 0 || chosen !== null);
  const rule = chosen?.rule ?? waiting[0]?.rule;
  const ofRule = free && waiting.some((change) => change.rule === rule);

  useCommand('proposal.next', () => step(1), free);
  useCommand('proposal.previous', () => step(-1), free);
  useCommand('proposal.accept', () => decide('accepted'), some);
  useCommand('proposal.reject', () => decide('rejected'), some);
  useCommand(
    'proposal.takeBack',
    () => decide('proposed'),
    free && chosen !== null && chosen.status !== 'proposed',
  );
  useCommand('proposal.acceptInCable', () => decideInCable('accepted'), ofRule);
  useCommand('proposal.rejectInCable', () => decideInCable('rejected'), ofRule);
  useCommand(
    'proposal.decideInLibrary',
    () => rule !== undefined && decideInLibrary(rule),
    free && rule !== undefined,
  );
  useComingCable(cable?.summary.id ?? null);
  return null;
}

/** Goes to the proposal of a cable that was opened for it, once its texts stand on the desk. */
function useComingCable(shown: string | null) {
  const { cableId } = useComing();
  useEffect(() => {
    if (cableId === null || cableId !== shown) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const { proposal } = useDesk.getState();
        useComing.setState({ cableId: null });
        if (proposal) lookAt(proposal);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [cableId, shown]);
}
