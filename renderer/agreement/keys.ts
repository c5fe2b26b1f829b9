import type { KeyboardEvent } from 'react';
import { report } from '../desk/desk.ts';
import { announce } from '../status/announce.ts';
import {
  type Bench,
  carryOut,
  type Deed,
  deeds,
  isPossible,
  keyOf,
  nextOpen,
  useAdjudicating,
} from './adjudicating.ts';

/** The key for everything that can be said of a pair; it is heard where the focus is among the pairs. */
export const keys: Readonly<Record<Deed, string>> = {
  first: '1',
  second: '2',
  both: 'b',
  reject: 'x',
  merge: 'm',
  back: 'Backspace',
};

/** The key that goes to the next pair that is not decided. */
export const NEXT = 'n';

const done: Readonly<Record<Deed, string>> = {
  first: 'Accepted.',
  second: 'Accepted.',
  both: 'Both accepted.',
  reject: 'Rejected.',
  merge: 'Merged.',
  back: 'Taken back.',
};

/** Hears the keys of the panel. */
export function onKey(event: KeyboardEvent, bench: Bench) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const deed = deeds.find((each) => keys[each] === key);
  const next = key === NEXT ? nextOpen(bench.pairs, bench.at) : null;
  if (deed) act(deed, bench);
  else if (next !== null) goTo(bench, next);
  else return;
  event.preventDefault();
}

/** Says something of the pair at hand, and goes on to the next that is not decided. */
export function act(deed: Deed, bench: Bench) {
  const { pairs, at } = bench;
  const pair = pairs[at];
  if (!pair || !isPossible(deed, pair)) return;
  const next = deed === 'back' ? null : nextOpen(pairs, at);
  goTo(bench, next ?? at);
  carryOut(deed, pair)
    .then(() => announce(done[deed]))
    .catch(report);
}

/** Goes to a pair. */
export function goTo({ pairs }: Bench, index: number) {
  const pair = pairs[index];
  if (pair) useAdjudicating.setState({ at: keyOf(pair) });
}
