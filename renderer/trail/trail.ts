import { create } from 'zustand';
import { type Desk, jumpTo, openCable, type Passage, useDesk } from '../desk/desk.ts';

/** Where the reader was: a cable, and the place in it that is to be shown again. */
export interface Stop {
  readonly cableId: string;
  readonly passage: Passage | null;
}

/** How many stops are kept each way. */
const KEPT = 100;

/** The cables the reader has come from, and those gone back from, the nearest last. Of another library there are none. */
export const useTrail = create<{ readonly back: readonly Stop[]; readonly on: readonly Stop[] }>(
  () => ({ back: [], on: [] }),
);

/** Whether the desk changes because somebody goes along the trail. */
let walking = false;

/** What the reader looks at in the cable on the desk. */
function stopAt({ cableId, caret, lit }: Desk): Stop | null {
  if (cableId === null) return null;
  const at: Passage | null = caret && { side: caret.side, from: caret.at, to: caret.at };
  return { cableId, passage: lit ?? at };
}

/** Keeps where the reader comes from, whichever way another cable is opened. Called once, at the start of the window. */
export function keepTrail() {
  return useDesk.subscribe((now, before) => {
    if (now.cableId === before.cableId || walking) return;
    const left = stopAt(before);
    if (now.cableId === null) useTrail.setState({ back: [], on: [] });
    else if (left)
      useTrail.setState(({ back }) => ({ back: [...back, left].slice(-KEPT), on: [] }));
  });
}

/** Goes back to where the reader was, or on again to where they went back from. */
export function walk(way: 'back' | 'on') {
  const { back, on } = useTrail.getState();
  const [from, to] = way === 'back' ? [back, on] : [on, back];
  const stop = from.at(-1);
  const here = stopAt(useDesk.getState());
  if (!stop) return;
  const [rest, other] = [from.slice(0, -1), here ? [...to, here] : to];
  useTrail.setState(way === 'back' ? { back: rest, on: other } : { back: other, on: rest });
  walking = true;
  try {
    openCable(stop.cableId);
  } finally {
    walking = false;
  }
  if (stop.passage) jumpTo(stop.passage);
}
