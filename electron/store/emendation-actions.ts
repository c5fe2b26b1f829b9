import type { ChangeSet, Text } from '@codemirror/state';
import { v7 as newId } from 'uuid';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import { carryAnnotations, carriedRange } from '../../domain/annotation/carry.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { emended } from '../../domain/emendation/emend.ts';
import type { Emendation } from '../../domain/emendation/emendation.ts';
import { fail } from '../../domain/failure.ts';
import type { Operation, Placed } from '../../domain/journal/operation.ts';
import { partsCharacter } from '../../domain/text/characters.ts';
import { changeSetOf, joined, type Step } from '../../domain/transcription/step.ts';
import { turning } from '../../domain/transcription/turning.ts';
import { mappingOf } from '../../domain/transcription/mapping.ts';
import {
  editOf,
  emending,
  explaining,
  takingBack,
  whyEmended,
  whyTakenBack,
} from './edit-labels.ts';
import type { Library } from './library.ts';
import type { Run } from './runs.ts';
import { layersOf, turn, type By } from './turn.ts';

/** A step over the transcription of a cable as it is now, and where its words come from. */
export interface Emending {
  readonly cableId: string;
  readonly step: ChangeSet;
  /** The cable a reading was taken over from; null for the editor's own. */
  readonly witness: string | null;
  readonly by: By;
  /** The sentence for annotations that lose their words. */
  readonly reason: string;
  /** Where annotations come to stand that are not simply carried over `step`. */
  readonly placed?: readonly Placed[];
}

/** The operations that emend a transcription by a step that fits it. */
export function emendingOperations(library: Library, edit: Emending): Operation[] {
  const { cableId, step, witness, by } = edit;
  const { cleaned } = library.cables.transcription(cableId);
  const { changes, emendations } = layersOf(library, cableId);
  const after = {
    changes,
    emendations: emended(emendations, cleaned, step, { ...by, witness, newId }),
  };
  return turn(library, { ...edit, before: { changes, emendations }, after, emends: true });
}

/** Emends a transcription as one action. */
export function emend(
  library: Library,
  edit: CheckedInput<'transcription.emend'>,
  author: string,
): RequestOutput<'transcription.emend'> {
  const { cables, journal, runs } = library;
  const { cableId, version, witness } = edit;
  refuseStale(library, edit);
  const before = cables.transcription(cableId).text;
  const step = fittingStep(edit.step, before);
  const time = new Date();
  const by = { author, time: time.toISOString() };

  const now = { cableId, author, version, row: journal.last(), saved: time.getTime() };
  const run = edit.continues ? runs.goingOn(now) : null;
  const met = metBy(library, cableId, step, run);
  const after = step.apply(before);
  const whole = joined(run ? run.step.compose(step) : step, after);
  const start = run?.start ?? before;
  const reason = whyEmended(editOf(start, whole));
  const placed = carryAnnotations(met, whole, after, version + 1, reason);
  const operations = emendingOperations(library, { cableId, step, witness, by, reason, placed });
  journal.act({ label: emending(editOf(before, step)), cableId, operations }, author);

  runs.keep({ ...now, version: version + 1, row: journal.last(), start, step: whole, met });
  const [turned] = operations;
  if (turned?.type !== 'text.turn') throw new Error('a step that is not empty turned no text');
  return {
    version: cables.version(cableId),
    emendations: turned.emendations,
    placed: turned.placed,
    review: cables.summary(cableId).review,
  };
}

function refuseStale(
  { cables }: Library,
  { cableId, version }: CheckedInput<'transcription.emend'>,
): void {
  const current = cables.version(cableId);
  if (version !== current)
    fail(
      'stale',
      `The transcription of “${cables.title(cableId)}” has changed since you typed (it was state ${version}, it is state ${current}). What you typed is not lost: it has not been saved yet, and is tried again in the new state.`,
    );
}

/** The step as a change set; fails with `bad-input` where it does not fit the text, or does nothing. */
function fittingStep(step: Step, text: Text): ChangeSet {
  const changes = changeSetIn(step);
  if (changes.length !== text.length)
    fail(
      'bad-input',
      `The edit was made in a text of ${changes.length} characters, but the transcription has ${text.length}. Open the cable again, and type it again.`,
    );
  if (changes.empty) fail('bad-input', 'The edit changes nothing, so there is nothing to save.');
  changes.iterChanges((from, to, _fromB, _toB, insert) => {
    const cuts = [from, to].some((at) => partsCharacter(text.sliceString(at - 1, at + 1), 1));
    if (cuts || !wellFormed(insert.toString()))
      fail(
        'bad-input',
        'The edit begins or ends in the middle of a character. Select whole characters, and type it again.',
      );
  });
  return changes;
}

function changeSetIn(step: Step): ChangeSet {
  const lines = step.flatMap((part) => (typeof part === 'number' ? [] : part.slice(1)));
  if (lines.some((line) => String(line).includes('\n'))) return unreadable();
  try {
    return changeSetOf(step);
  } catch {
    return unreadable();
  }
}

function unreadable(): never {
  return fail('bad-input', 'The edit cannot be read. Open the cable again, and type it again.');
}

/** Whether no half of a character stands alone in a text. */
function wellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** The annotations that a run has come near to once `step` is done, as they stood when it began. */
function metBy(
  { annotations }: Library,
  cableId: string,
  step: ChangeSet,
  run: Run | null,
): readonly Annotation[] {
  const { near } = annotations.following(cableId, step);
  if (!run) return annotations.some(cableId, near);
  const known = new Set(run.met.map(({ id }) => id));
  const fresh = annotations.some(
    cableId,
    near.filter((id) => !known.has(id)),
  );
  // Nothing in the run has touched them so far, so they have only been moved along.
  const back = mappingOf(run.step.invertedDesc);
  const moved = (target: Target): Target =>
    target.side === 'original' ? target : { ...target, ...standing(target) };
  const standing = ({ from, to, lost }: Target) => {
    if (lost === null) return carriedRange({ from, to }, back);
    return { from: back.at(from, -1), to: back.at(from, -1) };
  };
  return [...run.met, ...fresh.map((one) => ({ ...one, targets: one.targets.map(moved) }))];
}

/** Gives the reason of an emendation as one action; where nothing changes, nothing is done. */
export function explainEmendation(
  library: Library,
  { cableId, id, reason, note }: CheckedInput<'emendation.explain'>,
  author: string,
): void {
  const emendation = emendationIn(library, cableId, id);
  if (emendation.reason === reason && emendation.note === note) return;
  const label = explaining(emendation, wordsUnder(library, cableId, emendation));
  const operations: Operation[] = [{ type: 'emendation.explain', cableId, id, reason, note }];
  library.journal.act({ label, cableId, operations }, author);
}

/** Takes an emendation back as one action. */
export function takeBackEmendation(
  library: Library,
  { cableId, id }: CheckedInput<'emendation.takeBack'>,
  author: string,
): void {
  const emendation = emendationIn(library, cableId, id);
  const words = wordsUnder(library, cableId, emendation);
  const before = layersOf(library, cableId);
  const after = { ...before, emendations: before.emendations.filter((one) => one.id !== id) };
  const step = turning(library.cables.transcription(cableId).original, before, after);
  const reason = whyTakenBack(emendation, words);
  const by = { author, time: new Date().toISOString() };
  const operations = turn(library, { cableId, before, after, step, reason, by, emends: false });
  library.journal.act({ label: takingBack(emendation, words), cableId, operations }, author);
}

function emendationIn({ cables }: Library, cableId: string, id: string): Emendation {
  cables.version(cableId);
  return (
    cables.emendations.find(cableId, id) ??
    fail(
      'not-found',
      'This emendation is not there any more: it was taken back, or typed over. Undo brings it back.',
    )
  );
}

/** The words of the cleaned text that an emendation stands on, or stood on. */
function wordsUnder({ cables }: Library, cableId: string, emendation: Emendation): string {
  const { from, to, lost } = emendation;
  return lost?.quote.exact ?? cables.transcription(cableId).cleaned.sliceString(from, to);
}
