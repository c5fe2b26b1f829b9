import { EditorView } from '@codemirror/view';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isOnCable, isUnplaced } from '../../domain/annotation/order.ts';
import { type EdgeMove, united, withEdge, without } from '../../domain/annotation/reach.ts';
import { fail } from '../../domain/failure.ts';
import { wordBeginBefore, wordEndAfter } from '../../domain/text/units.ts';
import { annotate, reach } from '../annotations/actions.ts';
import { inQuotes, saidOf } from '../annotations/said.ts';
import { useCommand } from '../commands/commands.ts';
import { chooseAnnotation, type Passage, useDesk } from '../desk/desk.ts';
import { announce } from '../status/announce.ts';
import { stretchesOn, textOn, versionOf } from './manuscript.ts';
import type { Pair } from './pair.ts';
import { chosenNow } from './tagging.ts';

interface ReachCommandsProps {
  readonly pair: Pair;
  /** The chosen annotation. */
  readonly chosen: Annotation | undefined;
}

/** Says by command on which words the chosen annotation stands, and annotates the whole cable. */
export function ReachCommands({ pair, chosen }: ReachCommandsProps) {
  const { id } = pair.manuscript.cable.summary;
  const selected = useDesk((desk) => desk.selection !== null);
  const stands = chosen !== undefined && !isOnCable(chosen) && !isUnplaced(chosen);
  useCommand('annotation.addRange', () => addSelection(pair), stands && selected);
  useCommand('annotation.takeRange', () => takeSelection(pair), stands && selected);
  const move = (step: EdgeMove) => inTurn(() => moveEdge(pair, step));
  useCommand('annotation.startEarlier', () => move({ edge: 'start', way: 'earlier' }), stands);
  useCommand('annotation.startLater', () => move({ edge: 'start', way: 'later' }), stands);
  useCommand('annotation.endEarlier', () => move({ edge: 'end', way: 'earlier' }), stands);
  useCommand('annotation.endLater', () => move({ edge: 'end', way: 'later' }), stands);
  useCommand('annotation.cable', async () => {
    const { id: made } = await annotate(id, null, []);
    chooseAnnotation(made, 'note');
  });
  return null;
}

let last: Promise<unknown> = Promise.resolve();

/** Does one thing after the other: each press of a key that is held down begins where the last has led. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const done = last.then(work);
  last = done.catch(() => null);
  return done;
}

/** Where an annotation stands, in reading order. Fails where it was told of another state of the text. */
function standingOf({ manuscript }: Pair, { targets }: Annotation): Passage[] {
  const standing = targets.filter(({ lost }) => lost === null);
  if (standing.some(({ side, version }) => version !== versionOf(manuscript, side)))
    fail('stale', 'The text has just changed beneath this annotation. Try again in a moment.');
  return united(manuscript.map, standing);
}

/** Adds what is selected to the words of the chosen annotation. */
async function addSelection(pair: Pair) {
  const { selection } = useDesk.getState();
  const chosen = chosenNow();
  if (!selection || !chosen) return;
  const words = textOn(pair.manuscript, selection.side).sliceString(selection.from, selection.to);
  const reached = await reach(chosen, [...standingOf(pair, chosen), selection]);
  pair.deselect(selection.side);
  announce(
    reached.modified === chosen.modified
      ? `${saidOf(chosen)} holds ${inQuotes(words)} already`
      : `Added ${inQuotes(words)} to ${saidOf(chosen)}`,
  );
}

/** Takes what is selected out of the words of the chosen annotation, whichever side they stand on. */
async function takeSelection(pair: Pair) {
  const { selection } = useDesk.getState();
  const chosen = chosenNow();
  if (!selection || !chosen) return;
  const left = standingOf(pair, chosen).flatMap((passage) => leftOf(pair, passage, selection));
  if (left.length === 0)
    fail(
      'bad-input',
      `The selection holds all words of the annotation on ${saidOf(chosen)}, and some must stay. To be rid of it, delete it.`,
    );
  const words = textOn(pair.manuscript, selection.side).sliceString(selection.from, selection.to);
  const reached = await reach(chosen, left);
  pair.deselect(selection.side);
  announce(
    reached.modified === chosen.modified
      ? `${saidOf(chosen)} does not hold ${inQuotes(words)}`
      : `Took ${inQuotes(words)} out of ${saidOf(chosen)}`,
  );
}

/** What is left of a passage without what is selected, or without the words that answer to it on the other side. */
function leftOf({ manuscript }: Pair, passage: Passage, selection: Passage): Passage[] {
  const { side } = passage;
  const text = textOn(manuscript, side).toString();
  let left: Passage[] = [passage];
  for (const cut of stretchesOn(manuscript, side, selection))
    left = left.flatMap((piece) => without(text, piece, cut).map((range) => ({ side, ...range })));
  return left;
}

/** Moves the start or the end of the chosen annotation by a word, and says which word it is now. */
async function moveEdge(pair: Pair, step: EdgeMove) {
  const chosen = chosenNow();
  if (!chosen) return;
  const standing = standingOf(pair, chosen);
  const passage = step.edge === 'start' ? standing[0] : standing.at(-1);
  if (!passage) return;
  const { side } = passage;
  const text = textOn(pair.manuscript, side).toString();
  const moved = withEdge(text, passage, step);
  if (!moved) {
    const grows = (step.edge === 'start') === (step.way === 'earlier');
    announce(grows ? 'There is no further word' : 'Only one word is left');
    return;
  }
  const next = standing.map((each) => (each === passage ? { side, ...moved } : each));
  await reach(chosen, next);
  const at = step.edge === 'start' ? moved.from : moved.to;
  pair.view(side).dispatch({
    effects: EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 40 }),
  });
  const edge =
    step.edge === 'start'
      ? text.slice(moved.from, Math.min(moved.to, wordEndAfter(text, moved.from) ?? moved.to))
      : text.slice(Math.max(moved.from, wordBeginBefore(text, moved.to) ?? moved.from), moved.to);
  announce(`${step.edge === 'start' ? 'Begins' : 'Ends'} with ${inQuotes(edge)}`);
}
