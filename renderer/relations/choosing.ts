import { useEffect, useRef, useState } from 'react';

interface ChoosingOptions<T> {
  /** What there is to choose from. */
  readonly items: readonly T[];
  /** Whether these are the items for what is written now, and not still those for what was written before. */
  readonly fresh: boolean;
  /** The item at hand before the arrows are used; -1 for none. */
  readonly first: number;
  readonly onChoose: (item: T) => void;
}

/**
 * The keys of a list that is chosen from by a field, which keeps the focus: the arrows move, Enter
 * chooses. Enter that comes before the items do waits for them: what was written decides, and not how
 * fast.
 */
export function useChoosing<T>({ items, fresh, first, onChoose }: ChoosingOptions<T>) {
  const [moved, setMoved] = useState<number | null>(null);
  const waits = useRef(false);
  const at = Math.min(moved ?? first, items.length - 1);
  const item = items[at];

  const choose = (chosen: T) => {
    waits.current = false;
    onChoose(chosen);
  };

  useEffect(() => {
    if (!waits.current || !fresh) return;
    waits.current = false;
    if (item !== undefined) onChoose(item);
  });

  const step = (by: number) => {
    if (items.length > 0)
      setMoved((Math.max(at, by > 0 ? -1 : 0) + by + items.length) % items.length);
  };
  return {
    /** Which item is at hand; -1 where none is. */
    at,
    /** Something else is written: the first item is at hand again. */
    begin() {
      setMoved(null);
      waits.current = false;
    },
    /** Chooses an item in another way than by its keys. */
    choose,
    /** Whether Enter has been pressed and its items have not come yet. */
    waits: () => waits.current,
    /** Hears a key; whether it was one of the list's. */
    hear(key: string): boolean {
      if (key === 'ArrowDown') step(1);
      else if (key === 'ArrowUp') step(-1);
      else if (key !== 'Enter' || (fresh && item === undefined)) return false;
      else if (fresh && item !== undefined) choose(item);
      else waits.current = true;
      return true;
    },
  };
}

/** The id of the line of a list that stands at `index`. */
export function lineId(list: string, index: number): string {
  return `${list}-${index}`;
}
