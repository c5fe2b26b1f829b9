import { create } from 'zustand';
import { listen } from '../bridge.ts';

/** When the store last said that it has something new; null before the first time. */
export const useSaved = create<{ readonly at: Date | null }>(() => ({ at: null }));

/** Keeps the time of the store's last word until the function that comes back is called. */
export function watchSaving() {
  const offChanged = listen('library.changed', () => useSaved.setState({ at: new Date() }));
  const offSwitched = listen('library.switched', () => useSaved.setState({ at: null }));
  return () => {
    offChanged();
    offSwitched();
  };
}
