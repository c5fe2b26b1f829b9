import { create } from 'zustand';
import { useCommand } from '../commands/commands.ts';
import { jumpTo, type Passage, report, useDesk } from '../desk/desk.ts';
import { inDigits } from '../desk/words.ts';
import { openLineAt, usePlace } from '../library/cablePages.ts';
import { announce } from '../status/announce.ts';
import { useTotal } from './total.ts';

/** The places of the search in the cable on the desk, in reading order, and at which of them the reader is. */
interface Found {
  readonly cableId: string | null;
  readonly places: readonly Passage[];
  readonly at: number | null;
}

export const useFound = create<Found>(() => ({ cableId: null, places: [], at: null }));

/** Where the reader goes in the next cable as soon as its places are known. */
let arriving: 'first' | 'last' | null = null;

/** Finds the places anew where the text has become another. */
let findAgain: () => void = () => undefined;

/** Names what finds the places anew, until what comes back is called. */
export function findAgainBy(find: () => void): () => void {
  findAgain = find;
  return () => {
    if (findAgain === find) findAgain = () => undefined;
  };
}

/** The places of a cable have been found, or found anew. Whoever was on one of them still is. */
export function placesFound(cableId: string, places: readonly Passage[]): void {
  useFound.setState({ cableId, places, at: null });
  const going = arriving;
  arriving = null;
  if (going !== null && places.length > 0) goTo(going === 'first' ? 0 : places.length - 1);
  else placeLit(useDesk.getState().lit);
}

/** Notes at which of the places the reader is: the one they have gone to, until they go elsewhere. */
function placeLit(lit: Passage | null): void {
  const { places, at } = useFound.getState();
  const there = places.findIndex(
    ({ side, from, to }) => lit !== null && side === lit.side && from < lit.to && lit.from < to,
  );
  const now = there < 0 ? null : there;
  if (now !== at) useFound.setState({ at: now });
}

useDesk.subscribe(({ lit }, last) => {
  if (lit !== last.lit) placeLit(lit);
});

function goTo(index: number): void {
  const { places } = useFound.getState();
  const place = places[index];
  if (!place) return;
  useFound.setState({ at: index });
  jumpTo(place);
  announce(`Place ${inDigits(index + 1)} of ${inDigits(places.length)}`);
}

/** The place that comes next from where the reader is: from the one they are on, else from the caret. */
function nextFrom({ places, at }: Found, step: 1 | -1): number {
  if (at !== null) return at + step;
  const { caret } = useDesk.getState();
  if (!caret) return step === 1 ? 0 : places.length - 1;
  const after = places.findIndex(({ side, from }) => side === caret.side && from >= caret.at);
  if (after < 0) return step === 1 ? 0 : places.length - 1;
  return step === 1 ? after : after - 1;
}

/** The commands that walk through the places, over the end of the cable into the next one that was found. */
export function useWalkingPlaces(): void {
  const searching = useDesk((desk) => desk.query !== '');
  const line = usePlace(useDesk((desk) => desk.cableId));
  const total = useTotal();
  const walk = async (step: 1 | -1) => {
    findAgain();
    const found = useFound.getState();
    const next = found.cableId === useDesk.getState().cableId ? nextFrom(found, step) : -1;
    if (found.places[next]) return goTo(next);
    const other = line === null ? (step === 1 ? 0 : -1) : line + step;
    if (other < 0 || other >= (total?.total ?? 0)) {
      announce(step === 1 ? 'The last place found' : 'The first place found');
      return;
    }
    arriving = step === 1 ? 'first' : 'last';
    const opened = await openLineAt(other, null);
    if (opened) announce(opened.cable.title);
  };
  useCommand('search.next', () => walk(1).catch(report), searching);
  useCommand('search.previous', () => walk(-1).catch(report), searching);
}
