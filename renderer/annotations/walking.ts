import { isOnCable, isUnplaced } from '../../domain/annotation/order.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { useCommand } from '../commands/commands.ts';
import { chooseAnnotation, jumpTo, useDesk } from '../desk/desk.ts';
import { inDigits } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { nameOf, wordsOf } from '../workbench/announcing.ts';
import type { Vocabulary } from '../workbench/highlights.ts';
import { useTagsById } from './shown.ts';
import { indexIn, stepOf, useWay, walkOf } from './walk.ts';

/** Goes from annotation to annotation by command, through those that are shown. */
export function useWalking() {
  const way = useWay();
  const vocabulary = useTagsById();
  const step = (by: 1 | -1) => {
    if (!way) return;
    const walk = walkOf(way);
    const total = walk.unplaced.length + walk.shown.length;
    const chosenId = useDesk.getState().annotationId;
    const chosen = chosenId === null ? -1 : indexIn(walk, chosenId);
    const next = (Math.max(chosen, by > 0 ? -1 : 0) + by + total) % total;
    const annotation = stepOf(walk, next);
    if (!annotation) return;
    show(annotation);
    announce(`${inWords(annotation, vocabulary)}, ${inDigits(next + 1)} of ${inDigits(total)}`);
  };
  const enabled = way !== null && (way.through.length > 0 || way.account.unplaced.length > 0);
  useCommand('annotation.next', () => step(1), enabled);
  useCommand('annotation.previous', () => step(-1), enabled);
}

/** Chooses an annotation and brings its words into sight. */
export function show(annotation: Annotation) {
  const [target] = annotation.targets;
  chooseAnnotation(annotation.id);
  if (target) jumpTo({ side: target.side, from: target.from, to: target.to });
}

/** How much of the words of an annotation is said, in UTF-16 code units. */
const LONGEST = 80;

/** An annotation as it is told to readers by ear: its tags, then its words. */
export function inWords(annotation: Annotation, vocabulary: Vocabulary): string {
  const name = nameOf(annotation, vocabulary);
  if (isOnCable(annotation)) return `${name}, on the whole cable`;
  const words = `${name}: “${wordsOf(annotation, LONGEST)}”`;
  return isUnplaced(annotation) ? `${words}, without a place` : words;
}
