import { create } from 'zustand';
import { blockOf } from '../../domain/apparatus/apparatus.ts';
import type { ChangeStatus } from '../../domain/change/change.ts';
import type { ChangeKey, StoredChange } from '../../domain/change/decision.ts';
import type { Cable } from '../../domain/library/cable.ts';
import type { Range } from '../../domain/text/range.ts';
import { request } from '../bridge.ts';
import { chooseProposal, jumpTo, openCable, useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { announce } from '../status/announce.ts';
import { sameChange, stepFrom, waitingOf } from './walk.ts';
import { decisionWords, outcomeWords, proposalWords } from './words.ts';

/** The rule whose proposals the sheet shows, over the whole library. */
export const useRuleInQuestion = create<{ readonly rule: string | null }>(() => ({ rule: null }));

/** Shows all waiting proposals of a rule in the library, to decide on them. */
export function decideInLibrary(rule: string) {
  useRuleInQuestion.setState({ rule });
  useDesk.setState({ sheet: 'decide' });
}

/** The change that is being looked at, as the cable on the desk has it. */
export function chosenIn(cable: Cable, proposal: ChangeKey | null): StoredChange | null {
  return cable.changes.find((change) => sameChange(change, proposal)) ?? null;
}

/** Looks at a change of the cable on the desk: its entry in the apparatus, its place on both sides. */
export function lookAt(change: ChangeKey, { from, to }: Range = change) {
  chooseProposal(change);
  jumpTo({ side: 'original', from, to });
}

/** Opens a cable at one of its changes. */
export function openAt(cableId: string, change: ChangeKey) {
  if (useDesk.getState().cableId === cableId) return lookAt(change);
  openCable(cableId);
  chooseProposal(change);
  useComing.setState({ cableId });
  return undefined;
}

/** The cable that is to be shown at the proposal looked at, as soon as it has been read. */
export const useComing = create<{ readonly cableId: string | null }>(() => ({ cableId: null }));

/** Goes to the next or the previous proposal that waits. */
export function step(by: 1 | -1) {
  const cable = cableOnDesk();
  if (!cable) return;
  const waiting = waitingOf(cable.changes);
  const next = stepFrom(waiting, useDesk.getState().proposal, by);
  if (!next) return announce('No proposal waits in this cable.');
  lookAt(next);
  announce(proposalWords(waiting, next));
}

/**
 * Decides on the change that is looked at; then the next proposal that waits is looked at. With
 * nothing to decide on, the first proposal is looked at.
 */
export function decide(status: ChangeStatus) {
  return inTurn(async () => {
    const cable = cableOnDesk();
    if (!cable) return;
    const chosen = chosenIn(cable, useDesk.getState().proposal);
    if (!chosen) return step(1);
    if (chosen.status === status) return;
    await decideOn(cable, chosen, status);
    const waiting = waitingOf(cable.changes).filter((change) => change !== chosen);
    const next = chosen.status === 'proposed' ? stepFrom(waiting, chosen, 1) : undefined;
    const words = decisionWords(status);
    if (chosen.status !== 'proposed') return announce(words);
    if (!next) return announce(`${words} No proposal is left in this cable.`);
    // Whoever has looked elsewhere in the meantime stays there.
    if (sameChange(useDesk.getState().proposal, chosen)) lookAt(next);
    announce(`${words} ${proposalWords(waiting, next)}`);
  });
}

async function decideOn(
  { summary, original, changes }: Cable,
  on: StoredChange,
  status: ChangeStatus,
) {
  const together = blockOf(original.text, changes, on) ?? [on];
  const keys = together.map(({ from, to, rule }) => ({ from, to, rule }));
  await request('proposal.decide', { cableId: summary.id, changes: keys, status });
  await readAgain(summary.id);
}

/** Decides on all waiting proposals of the rule that is looked at, in the cable on the desk. */
export function decideInCable(status: 'accepted' | 'rejected') {
  return inTurn(async () => {
    const cable = cableOnDesk();
    const chosen = cable && chosenIn(cable, useDesk.getState().proposal);
    if (!cable || !chosen) return step(1);
    const { rule } = chosen;
    const cableId = cable.summary.id;
    const outcome = await request('proposal.decideRule', { rule, cableId, status });
    await readAgain(cableId);
    announce(outcomeWords(outcome, status, 'cable'));
  });
}

/** The cable on the desk as the window last read it. */
export function cableOnDesk(): Cable | null {
  const { cableId } = useDesk.getState();
  return queryClient.getQueryData<Cable | null>(['cable', cableId]) ?? null;
}

/** Waits until the window knows a cable as it is now. */
export function readAgain(cableId: string) {
  return queryClient.refetchQueries({ queryKey: ['cable', cableId] }, { cancelRefetch: false });
}

let last: Promise<unknown> = Promise.resolve();

/** One decision after the other, however fast the keys come: each is about what the last has left. */
function inTurn<T>(job: () => Promise<T>): Promise<T> {
  const mine = last.then(job);
  last = mine.catch(() => undefined);
  return mine;
}
