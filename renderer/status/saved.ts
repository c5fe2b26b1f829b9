import { create } from 'zustand';
import { failureOf } from '../../domain/failure.ts';
import { listen } from '../bridge.ts';

/** What is saved. */
interface Saved {
  /** When the store last said that it has something new; null before the first time. */
  readonly at: Date | null;
  /** Whether something typed is not in the library yet. */
  readonly waiting: boolean;
  /** Why it is not, as a sentence; null where nothing is wrong. */
  readonly failure: string | null;
}

export const useSaved = create<Saved>(() => ({ at: null, waiting: false, failure: null }));

/** Keeps the time of the store's last word until the function that comes back is called. */
export function watchSaving() {
  const now = () => useSaved.setState({ at: new Date() });
  const offs = [
    listen('library.changed', now),
    listen('transcription.saved', now),
    listen('library.switched', () => useSaved.setState({ at: null })),
  ];
  return () => {
    for (const off of offs) off();
  };
}

/** Whether something typed waits; the status line says so once the letter itself is on the screen. */
let waits = false;

/** Something typed waits to be saved; `failure` is what stands in the way, null for nothing. */
export function typingWaits(failure: unknown): void {
  const { failure: told } = useSaved.getState();
  const next = failure === null ? null : failureOf(failure).message;
  if (next !== told) useSaved.setState({ waiting: true, failure: next });
  if (waits) return;
  waits = true;
  requestAnimationFrame(() => setTimeout(() => waits && useSaved.setState({ waiting: true })));
}

/** All that was typed is saved. */
export function typingIsSaved(): void {
  waits = false;
  const { waiting, failure } = useSaved.getState();
  if (waiting || failure !== null) useSaved.setState({ waiting: false, failure: null });
}
