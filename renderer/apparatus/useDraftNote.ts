import { useCallback, useEffect, useRef, useState } from 'react';
import { report } from '../desk/desk.ts';

/** How long the pen rests before a note is saved, in milliseconds. */
const REST = 600;

/** A note that is being written. */
export interface DraftNote {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Saves at once what is not saved yet. */
  readonly save: () => void;
}

/**
 * A note that is saved when the pen rests, and when its field is left. Where the stored one becomes
 * another by other means (undo), that is taken over as long as nothing is being written.
 */
export function useDraftNote(stored: string, store: (text: string) => Promise<unknown>): DraftNote {
  const [text, write] = useState(stored);
  const latest = useRef(text);
  const saved = useRef(stored);
  const underWay = useRef(0);
  const storing = useRef(store);
  useEffect(() => {
    storing.current = store;
  });

  const save = useCallback(() => {
    if (latest.current === saved.current) return;
    saved.current = latest.current;
    underWay.current += 1;
    storing
      .current(latest.current)
      .catch(report)
      .finally(() => {
        underWay.current -= 1;
      });
  }, []);
  useEffect(() => {
    latest.current = text;
    const timer = setTimeout(save, REST);
    return () => clearTimeout(timer);
  }, [text, save]);
  useEffect(() => save, [save]);

  useEffect(() => {
    if (underWay.current > 0 || latest.current !== saved.current) return;
    saved.current = stored;
    latest.current = stored;
    write(stored);
  }, [stored]);
  return { text, write, save };
}
