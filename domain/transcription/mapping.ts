import type { ChangeDesc } from '@codemirror/state';

/** A stretch of a text and what has come in its place; lengths and positions in UTF-16 code units. */
interface Section {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * Where the positions of a text are after a step. It says what `ChangeDesc.mapPos` says, by halving:
 * many positions of a long text are found in no time.
 */
export interface Mapping {
  /** Where a position comes to; `side` -1 keeps it before what is put in at it, 1 after it. */
  at(position: number, side: -1 | 1): number;
  /** Where ends what is put in at a position, or in the place of text that begins there; begins at `at(position, -1)`. */
  putAt(position: number): number;
  /** Whether a position lies strictly within a stretch that was replaced. */
  swallowed(position: number): boolean;
  /** Whether anything is changed within `[from, to]`, the ends included. */
  touches(from: number, to: number): boolean;
}

/** The mapping of a step. */
export function mappingOf(step: ChangeDesc): Mapping {
  const sections: Section[] = [];
  step.iterChangedRanges((fromA, toA, fromB, toB) => {
    sections.push({ fromA, toA, fromB, toB });
  }, true);

  /** The index of the first section that ends at `position` or after it. */
  const firstFrom = (position: number): number => {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sections[middle]?.toA ?? Infinity) >= position) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    at(position, side) {
      let index = firstFrom(position);
      for (let one = sections[index]; one && one.fromA <= position; one = sections[++index]) {
        const insertion = one.fromA === one.toA;
        if (one.toA > position || (side < 0 && insertion))
          return position === one.fromA || side < 0 ? one.fromB : one.toB;
      }
      const last = sections[index - 1];
      return last ? position - last.toA + last.toB : position;
    },

    putAt(position) {
      let index = firstFrom(position);
      for (let one = sections[index]; one && one.fromA <= position; one = sections[++index]);
      const last = sections[index - 1];
      return last ? Math.max(last.toB, position - last.toA + last.toB) : position;
    },

    swallowed(position) {
      const one = sections[firstFrom(position)];
      return one !== undefined && one.fromA < position && position < one.toA;
    },

    touches(from, to) {
      const one = sections[firstFrom(from)];
      return one !== undefined && one.fromA <= to;
    },
  };
}
