import { useDeferredValue, useMemo } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { useDesk } from '../desk/desk.ts';
import { useAnnotations, useCable } from '../desk/queries.ts';
import { type Manuscript, manuscriptOf, textOn, versionOf } from './manuscript.ts';

const number = new Intl.NumberFormat('en');

/** The right end of the status line: where the caret stands, and whether every annotation stands on its words. */
export function CaretPlace() {
  const cableId = useDesk((desk) => desk.cableId);
  const caret = useDesk((desk) => desk.caret);
  // Looked through when there is time: while somebody types there are others every second.
  const cable = useDeferredValue(useCable(cableId).data);
  const annotations = useDeferredValue(useAnnotations(cableId).data);
  const manuscript = useMemo(() => (cable ? manuscriptOf(cable) : null), [cable]);
  const told = useMemo(
    () => (manuscript && annotations ? lookOver(manuscript, annotations) : null),
    [manuscript, annotations],
  );
  if (!manuscript || !told) return null;
  const { astray, lost } = told;
  // Of those in the tray the other end of the status line tells.
  const standing =
    astray > 0 ? `${astray} not on their words` : lost ? null : 'every annotation on its words';
  return (
    <span className={astray === 0 ? 'caret-place' : 'caret-place warn'}>
      {[caret && placeWords(manuscript, caret), standing].filter(Boolean).join(' · ')}
    </span>
  );
}

function placeWords(
  manuscript: Manuscript,
  { side, at }: { side: Annotation['targets'][number]['side']; at: number },
) {
  const text = textOn(manuscript, side);
  const position = Math.min(at, text.length);
  const line = text.lineAt(position).number;
  return `${side}, line ${line} · ${number.format(position)} of ${number.format(text.length)}`;
}

/** The annotations that have been found to stand on their words in a state of a cable: one that stays is not read again. */
const found = new WeakMap<Manuscript, WeakSet<Annotation>>();

/** How many annotations do not stand on their words, and whether any of them has lost some. */
function lookOver(manuscript: Manuscript, annotations: readonly Annotation[]) {
  const fine = found.get(manuscript) ?? new WeakSet();
  found.set(manuscript, fine);
  let [astray, lost] = [0, false];
  for (const annotation of annotations) {
    if (fine.has(annotation)) continue;
    const stands = standsOnItsWords(manuscript, annotation);
    const hasLost = annotation.targets.some((target) => target.lost !== null);
    if (stands && !hasLost) fine.add(annotation);
    if (!stands) astray += 1;
    lost ||= hasLost;
  }
  return { astray, lost };
}

/**
 * An annotation is believed only when its quote agrees with the text at its place, in that text's
 * version. Those that have lost their words lie in the tray, and are told of there.
 */
function standsOnItsWords(manuscript: Manuscript, { targets }: Annotation): boolean {
  return targets.every(
    ({ side, from, to, quote, version, lost }) =>
      lost !== null ||
      version !== versionOf(manuscript, side) ||
      textOn(manuscript, side).sliceString(from, to) === quote.exact,
  );
}
