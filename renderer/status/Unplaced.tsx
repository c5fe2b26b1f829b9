import { useEffect } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { inReadingOrder } from '../../domain/annotation/order.ts';
import { commands } from '../../domain/command.ts';
import { type CableAccount, useAccount } from '../annotations/accounts.ts';
import { give, useCommand } from '../commands/commands.ts';
import { chooseAnnotation, jumpTo } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { count } from '../desk/words.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';

/** How long an annotation may be behind its text before both are read again, in milliseconds. */
const PATIENCE = 400;

/**
 * What has become of the annotations of the cable on the desk: how many have no place, and, where the
 * text has been emended, that all the others are in theirs.
 */
export function Unplaced() {
  const account = useAccount();
  const unplaced = account?.unplaced.length ?? 0;
  useReadAgain(account);
  useCommand('annotation.tray', () => account && goToTray(account), unplaced > 0);
  if (!account) return null;
  const all = account.placed.length + account.behind.length;
  if (unplaced > 0)
    return (
      <TooltipTrigger delay={400}>
        <Button className="quiet status-unplaced" onPress={() => give('annotation.tray')}>
          {count(unplaced, 'annotation')} without a place
        </Button>
        <Tooltip className="tooltip" offset={6}>
          {commands['annotation.tray'].title}
        </Tooltip>
      </TooltipTrigger>
    );
  if (account.behind.length > 0)
    return (
      <span className="status-behind">
        {count(account.behind.length, 'annotation')} being read again
      </span>
    );
  if (all === 0 || account.cable.emendations.length === 0) return null;
  return <span>{count(all, 'annotation')}, all in place</span>;
}

/** Goes to the card of the first annotation without a place, and to where its words stood. */
function goToTray({ cable, unplaced }: CableAccount) {
  const [first] = inReadingOrder(manuscriptOf(cable).map, unplaced);
  const [target] = first?.targets ?? [];
  if (!first || !target) return;
  chooseAnnotation(first.id, 'card');
  jumpTo({ side: target.side, from: target.from, to: target.to });
}

/** Reads text and annotations again where some are told of another state of the text, and stay so. */
function useReadAgain(account: CableAccount | null) {
  useEffect(() => {
    if (!account || account.behind.length === 0) return undefined;
    const { id } = account.cable.summary;
    const timer = setTimeout(() => {
      void queryClient.invalidateQueries({ queryKey: ['cable', id] });
      void queryClient.invalidateQueries({ queryKey: ['annotations', id] });
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [account]);
}
