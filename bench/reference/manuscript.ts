import type { Target } from '../../domain/annotation/annotation.ts';
import type { ChangeStatus } from '../../domain/change/change.ts';
import type { ChangeKey, StoredChange } from '../../domain/change/decision.ts';
import { clash, cleanedStretches, cleanedText, type Deed } from './cleaned.ts';
import {
  type Emended,
  followed,
  type Replacement,
  standing,
  transcribed,
  typed,
  typedStretches,
  typedText,
  type Typist,
} from './emending.ts';
import { type Run, stretchesOf } from './run.ts';
import { carryPlace, carrySpan, comeBack, quoted, type Stretch } from './stretch.ts';
import { restoredStretches, turnedStretches } from './turning.ts';

/** Where an annotation stands; `lost` says whether its words are gone, and not why. */
export interface Standpoint extends Pick<Target, 'side' | 'from' | 'to' | 'quote'> {
  readonly lost: boolean;
}

/** All that the reference knows of a cable. A value: what is done to it gives another one. */
export interface Manuscript {
  readonly original: string;
  readonly changes: readonly StoredChange[];
  readonly emended: readonly Emended[];
  /** By the ids of annotations. */
  readonly annotations: ReadonlyMap<string, readonly Standpoint[]>;
  /** The original under the accepted changes. */
  readonly cleaned: string;
  /** The transcription. */
  readonly text: string;
}

/** A cable that nobody has worked on. */
export function untouched(original: string, changes: readonly StoredChange[]): Manuscript {
  return within({ original, changes, emended: [], annotations: new Map() });
}

/** Where a place of the original is in the transcription. */
export function inText(manuscript: Manuscript, at: number): number {
  const cleaned = carryPlace(at, cleanedStretches([], deedsOf(manuscript)));
  return cleanedInText(manuscript, cleaned);
}

/** Where a place of the cleaned text is in the transcription. */
export function cleanedInText({ emended }: Manuscript, at: number): number {
  const stretches = standing(emended).map(({ emended: { from, to }, at: now }) => ({
    from,
    to,
    newFrom: now.from,
    newTo: now.to,
  }));
  return carryPlace(at, stretches);
}

/** The manuscript with its texts worked out. */
function within(facts: Omit<Manuscript, 'cleaned' | 'text'>): Manuscript {
  const cleaned = cleanedText(facts.original, deedsOf(facts));
  return { ...facts, cleaned, text: transcribed(cleaned, facts.emended) };
}

function deedsOf({ changes }: Pick<Manuscript, 'changes'>): Deed[] {
  return changes.filter(({ status }) => status === 'accepted');
}

/** Highlights `[from, to)` of the transcription, or of the original. */
export function annotated(
  manuscript: Manuscript,
  id: string,
  { side, from, to }: Pick<Standpoint, 'side' | 'from' | 'to'>,
): Manuscript {
  const text = side === 'original' ? manuscript.original : manuscript.text;
  const point = { side, from, to, quote: quoted(text, { from, to }), lost: false };
  return { ...manuscript, annotations: new Map(manuscript.annotations).set(id, [point]) };
}

/** Takes an annotation away. */
export function unannotated(manuscript: Manuscript, id: string): Manuscript {
  const left = [...manuscript.annotations].filter(([other]) => other !== id);
  return { ...manuscript, annotations: new Map(left) };
}

/**
 * Types a step of replacements, sorted and apart. `run` is the typing it belongs to, this step with
 * it, where it goes on.
 */
export function withTyping(
  manuscript: Manuscript,
  step: readonly Replacement[],
  typist: Typist,
  run: Run | null = null,
): Manuscript {
  const { cleaned } = manuscript;
  const text = typedText(manuscript.text, step);
  const emended = typed(cleaned, manuscript.emended, step, typist);
  if (transcribed(cleaned, emended) !== text)
    throw new Error('the reference itself is wrong: its emendations do not make the text typed');
  const annotations = run
    ? carriedAll(run.annotations, stretchesOf(run), text)
    : carriedAll(manuscript.annotations, typedStretches(step), text);
  return { ...manuscript, emended, text, annotations };
}

/** The changes that deciding on `keys` would have to take out of the way. */
export function barred(
  { changes }: Manuscript,
  keys: readonly ChangeKey[],
): readonly StoredChange[] {
  const chosen = changes.filter((each) => keys.some((key) => isSame(each, key)));
  return changes.filter((other) =>
    chosen.some(
      (each) =>
        each !== other &&
        clash(each, other) &&
        (other.status === 'accepted' || chosen.includes(other)),
    ),
  );
}

/** Decides on changes. */
export function withDecision(
  manuscript: Manuscript,
  keys: readonly ChangeKey[],
  status: ChangeStatus,
): Manuscript {
  const changes = manuscript.changes.map((each) =>
    keys.some((key) => isSame(each, key)) ? { ...each, status } : each,
  );
  const stretches = cleanedStretches(deedsOf(manuscript), deedsOf({ changes }));
  const cleaned = cleanedText(manuscript.original, deedsOf({ changes }));
  const emended = followed(manuscript.emended, stretches, manuscript.cleaned, cleaned);
  const next = within({ ...manuscript, changes, emended });
  const turned = turnedStretches(manuscript, next, stretches);
  return { ...next, annotations: carriedAll(manuscript.annotations, turned, next.text) };
}

/** Restores what the text was `then`, and its annotations with it; later ones are carried along. */
export function withRestored(manuscript: Manuscript, then: Manuscript): Manuscript {
  const { changes, emended } = then;
  const next = within({ ...manuscript, changes, emended });
  const stretches = cleanedStretches(deedsOf(manuscript), deedsOf(then));
  const turned = restoredStretches(manuscript, next, stretches);
  const carried = carriedAll(manuscript.annotations, turned, next.text);
  const annotations = new Map(
    [...carried].map(([id, points]) => [id, then.annotations.get(id) ?? points]),
  );
  return { ...next, annotations };
}

function isSame(a: ChangeKey, b: ChangeKey): boolean {
  return a.from === b.from && a.to === b.to && a.rule === b.rule;
}

function carriedAll(
  annotations: Manuscript['annotations'],
  stretches: readonly Stretch[],
  text: string,
): Map<string, readonly Standpoint[]> {
  return new Map(
    [...annotations].map(([id, points]) => [
      id,
      points.map((point) =>
        point.side === 'original' ? point : carriedOne(point, stretches, text),
      ),
    ]),
  );
}

/** Where a standpoint on the transcription is after a step that has led to `text`. */
function carriedOne(point: Standpoint, stretches: readonly Stretch[], text: string): Standpoint {
  const span = point.lost
    ? comeBack(point.quote, point.from, stretches, text)
    : carrySpan(point, stretches);
  if (span) return { ...point, ...span, quote: quoted(text, span), lost: false };
  const place = carryPlace(point.from, stretches);
  return { ...point, from: place, to: place, lost: true };
}
