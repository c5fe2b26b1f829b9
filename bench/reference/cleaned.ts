import type { Span, Stretch } from './stretch.ts';

/** What an accepted change does: `[from, to)` of the original gives way to `insert`. */
export interface Deed extends Span {
  readonly insert: string;
}

/** Whether two deeds claim the same text, so that not both of them can be done. */
export function clash(a: Span, b: Span): boolean {
  const samePlace = a.from === a.to && b.from === b.to && a.from === b.from;
  return samePlace || (a.from < b.to && b.from < a.to);
}

/** The cleaned text: an original under deeds that do not clash. */
export function cleanedText(original: string, deeds: readonly Deed[]): string {
  let text = '';
  let reached = 0;
  for (const { from, to, insert } of deeds.toSorted(inOrder)) {
    text += original.slice(reached, from) + insert;
    reached = to;
  }
  return text + original.slice(reached);
}

/**
 * How a cleaned text becomes another: the deeds that only the one has, and those that only the other
 * has, each a stretch of its own, but one where they claim the same text of the original. Cells that
 * go side by side with nothing in their place go as one, and so do cells that come at one place.
 */
export function cleanedStretches(before: readonly Deed[], after: readonly Deed[]): Stretch[] {
  const deed = ({ from, to, insert }: Deed) => `${from} ${to} ${insert}`;
  const [had, has] = [new Set(before.map(deed)), new Set(after.map(deed))];
  const changed = [
    ...before.filter((each) => !has.has(deed(each))),
    ...after.filter((each) => !had.has(deed(each))),
  ].toSorted(inOrder);
  const groups: { from: number; to: number }[] = [];
  for (const { from, to } of changed) {
    const last = groups.at(-1);
    if (last && clash(last, { from, to })) last.to = Math.max(last.to, to);
    else groups.push({ from, to });
  }
  const stretches: Stretch[] = [];
  for (const group of groups) {
    const old = placed(group, before);
    const now = placed(group, after);
    const stretch = { from: old.from, to: old.to, newFrom: now.from, newTo: now.to };
    const last = stretches.at(-1);
    if (last && sideBySide(last, stretch))
      stretches.splice(-1, 1, { ...stretch, from: last.from, newFrom: last.newFrom });
    else stretches.push(stretch);
  }
  return stretches;
}

/** Whether two stretches border on each other and both only go, or both only come. */
function sideBySide(a: Stretch, b: Stretch): boolean {
  const gone = [a, b].every(({ newFrom, newTo }) => newFrom === newTo);
  const come = [a, b].every(({ from, to }) => from === to);
  return a.to === b.from && a.newTo === b.newFrom && (gone || come);
}

/** Where a group of deeds stands in the text under `deeds`: what has given way, or what stands there instead. */
function placed(group: Span, deeds: readonly Deed[]): Span {
  const growth = (some: readonly Deed[]) =>
    some.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  const own = deeds.filter((each) => clash(each, group));
  const earlier = deeds.filter((each) => !own.includes(each) && inOrder(each, group) < 0);
  const from = group.from + growth(earlier);
  return { from, to: from + (group.to - group.from) + growth(own) };
}

function inOrder(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to;
}
