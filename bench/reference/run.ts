import type { Replacement } from './emending.ts';
import type { Manuscript } from './manuscript.ts';
import { type Stretch, stretchesBetween } from './stretch.ts';

/** Typing that goes on: annotations are carried from where they stood before it over all of it as one. */
export interface Run {
  readonly annotations: Manuscript['annotations'];
  /** How long the text was before, in UTF-16 code units: its cells are named by their places. */
  readonly length: number;
  /** The names of the cells of the text now; those that came are named by higher numbers. */
  readonly cells: readonly number[];
  readonly next: number;
  /** What was typed so far. */
  readonly steps: readonly (readonly Replacement[])[];
}

/** A run of typing that has not begun. */
export function begun({ annotations, text }: Manuscript): Run {
  const { length } = text;
  return {
    annotations,
    length,
    cells: Array.from({ length }, (_, at) => at),
    next: length,
    steps: [],
  };
}

/** The run after one more step. */
export function goneOn(run: Run, step: readonly Replacement[]): Run {
  const cells: number[] = [];
  let reached = 0;
  let { next } = run;
  for (const { from, to, insert } of step) {
    for (; reached < from; reached++) cells.push(run.cells[reached] ?? -1);
    for (let count = 0; count < insert.length; count++) cells.push(next++);
    reached = to;
  }
  for (; reached < run.cells.length; reached++) cells.push(run.cells[reached] ?? -1);
  return { ...run, cells, next, steps: [...run.steps, step] };
}

/** All of a run as one step. */
export function stretchesOf({ length, cells }: Run): Stretch[] {
  const before = Array.from({ length }, (_, at) => at);
  return stretchesBetween(before, cells);
}
