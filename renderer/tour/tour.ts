import { create } from 'zustand';
import type { Tour } from '../../domain/settings.ts';
import { listen, request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { type Facts, type StepName, stepFrom, stepNamed, stepNames } from './steps.ts';

/** The cable that the tour goes through, as it is found among all. */
const CABLE = 'circular 938';

/** Words that tell it from others of that number; the tour does not ask to change them. */
const WORDS = 'reestablishment of the quarantine';

/** The tour while it is on: its cable, the step, what was there when that began, and whether it is done. */
interface OnTour {
  readonly cableId: string;
  readonly step: StepName;
  readonly since: Facts | null;
  readonly done: boolean;
}

/** The tour that is on; null where none is. */
export const useTour = create<{ readonly on: OnTour | null }>(() => ({ on: null }));

/** The id of the tour's cable in the library on the desk; null where it is not there. */
async function findCable(): Promise<string | null> {
  const found = await request('cable.find', { words: CABLE, limit: 5 });
  for (const { id } of found)
    if ((await request('cable.read', { id })).text.includes(WORDS)) return id;
  return null;
}

/** Begins the tour, or goes on with it where it was left; where it is on already, its card takes the focus. */
export async function takeTour(): Promise<void> {
  if (useTour.getState().on) {
    focusCard();
    return;
  }
  const cableId = await findCable();
  if (cableId === null) {
    const words = `The tour goes through circular 938, one of the five cables that Cablewright brings along, and this library does not have it. Open your first library, “Cuba 1960–1962”, or a library with that cable, and take the tour there.`;
    report(new Error(words));
    return;
  }
  const { tour } = await request('settings.read', {});
  wanted = true;
  goTo(cableId, stepNamed(tour.step) ?? stepNames[0]);
}

/** Goes on with a tour that was on when the window was left. Nothing is said where it cannot. */
export async function resumeTour({ step, over }: Tour): Promise<void> {
  const name = stepNamed(step);
  if (over || name === null || useTour.getState().on) return;
  const cableId = await findCable();
  if (cableId !== null) useTour.setState({ on: { cableId, step: name, since: null, done: false } });
}

/** Goes to the next step, to the one before, or, after the last, to the end. */
export function move(by: 1 | -1) {
  const { on } = useTour.getState();
  if (!on) return;
  const step = stepFrom(on.step, by);
  if (step) goTo(on.cableId, step);
  else if (by === 1) endTour(null);
}

function goTo(cableId: string, step: StepName) {
  useTour.setState({ on: { cableId, step, since: null, done: false } });
  keep({ step, over: false });
}

/** Puts the tour away; it is not offered again, and goes on from `step` when it is asked for. */
export function endTour(step: StepName | null) {
  useTour.setState({ on: null });
  keep({ step, over: true });
}

/** Keeps how far the tour has come. */
function keep(tour: Tour) {
  request('settings.change', { tour })
    .then((settings) => queryClient.setQueryData(['settings'], settings))
    .catch(report);
}

/** Sees what is there: at first, that the step begins with it; then, whether it is done. */
export function see(facts: Facts, isDone: (now: Facts, since: Facts) => boolean) {
  const { on } = useTour.getState();
  if (!on || on.done) return;
  const since = on.since ?? facts;
  const done = isDone(facts, since);
  if (done || !on.since) useTour.setState({ on: { ...on, since, done } });
}

/** Another library may not have the tour's cable: then the tour is put away, to be gone on with later. */
export function leaveWithLibrary() {
  return listen('library.switched', () => {
    const { on } = useTour.getState();
    if (!on) return;
    findCable()
      .then((cableId) => {
        if (cableId === null) endTour(on.step);
        else useTour.setState({ on: { ...on, cableId, since: null, done: false } });
      })
      .catch(() => endTour(on.step));
  });
}

/** Whether the card is to take the focus when it is drawn, since the reader was on it or has asked for it. */
let wanted = false;

/** The card takes the focus, here or in the other column. */
export function focusCard() {
  wanted = true;
  takeFocus();
}

/** Gives the card the focus where that is wanted. */
export function takeFocus() {
  const card = document.querySelector<HTMLElement>('.tour');
  if (!wanted || !card) return;
  wanted = false;
  card.focus();
}
