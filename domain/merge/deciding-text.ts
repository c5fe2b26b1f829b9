import type { Text } from '@codemirror/state';
import { Annotation, type Quote, type Target } from '../annotation/annotation.ts';
import { quoteIn } from '../annotation/carry.ts';
import { decided } from '../change/deciding.ts';
import { collide, keyOf, type StoredChange } from '../change/decision.ts';
import { carryEmendations } from '../emendation/carry.ts';
import { type Emendation, holds } from '../emendation/emendation.ts';
import type { Operation } from '../journal/operation.ts';
import type { ReviewState } from '../review/review.ts';
import type { Range } from '../text/range.ts';
import { recleaning } from '../transcription/recleaning.ts';
import { acceptedChanges, applied, textOf, transcribe } from '../transcription/transcription.ts';
import { turning, type Layers } from '../transcription/turning.ts';
import { isSame } from './canonical.ts';
import type { Choice, Decided, Deciding } from './deciding.ts';
import { claimTheSame, LEFT, ranked } from './emendations.ts';
import type { CableState } from './state.ts';
import { textTurn } from './text.ts';
import { ChangeValue, EmendationValue, patched } from './values.ts';

/** What is said of an annotation whose words are not found again when its conflict is decided. */
const NOT_FOUND = 'Its words were not found again when a conflict was decided.';

/** A value of an annotation; the conflict tells its id and its cable. */
const AnnotationValue = Annotation.omit({ id: true, cableId: true });
type AnnotationValue = Omit<Annotation, 'id' | 'cableId'>;

/** An annotation: its tags, its note, its verdict or its place. */
export function decideAnnotation(
  id: string,
  choice: Choice,
  { shared }: Deciding,
  cable: CableState,
): Decided {
  const chosen = AnnotationValue.nullable().parse(choice.chosen);
  const other = AnnotationValue.nullable().parse(choice.other);
  const now = cable.annotations.find((one) => one.id === id) ?? null;
  if (!chosen) {
    const links = shared.relations.filter(({ from, to }) => from === id || to === id);
    const operations: Operation[] = links.map((link) => ({ type: 'relation.remove', id: link.id }));
    return { operations: now ? [...operations, { type: 'annotation.remove', id }] : [] };
  }
  const there = new Set(shared.tags.map((tag) => tag.id));
  const wanted = patched<AnnotationValue>(now, chosen, other);
  const disputed = !now || !other || !isSame(bare(chosen.targets), bare(other.targets));
  const annotation: Annotation = {
    ...wanted,
    id,
    cableId: cable.id,
    tagIds: wanted.tagIds.filter((tagId) => there.has(tagId)),
    targets: disputed ? placedAnew(chosen.targets, cable) : now.targets,
  };
  if (now && isSame(bare([annotation]), bare([now]))) return { operations: [] };
  return { operations: [{ type: 'annotation.put', annotation }] };
}

/** Targets without the versions of their texts. */
function bare(value: readonly (Target | Annotation)[]): unknown {
  return value.map((one) =>
    'targets' in one ? { ...one, targets: bare(one.targets) } : { ...one, version: 0 },
  );
}

/** Where targets stand in the text as it is now; those whose words are not found have none. */
function placedAnew(targets: readonly Target[], cable: CableState): Target[] {
  const { original, text } = transcribe(cable.original, cable.changes, cable.emendations);
  return targets.map((target): Target => {
    const on = target.side === 'original' ? original : text;
    const at = target.lost === null ? placeOf(target, target.quote, on) : null;
    if (at) return { ...target, ...at, quote: quoteIn(on, at) };
    const place = Math.min(target.from, on.length);
    return { ...target, from: place, to: place, lost: target.lost ?? NOT_FOUND };
  });
}

/** Where words stand: at their place if they still stand there between the same words, else where alone they do. */
function placeOf(range: Range, { exact, prefix, suffix }: Quote, text: Text): Range | null {
  const all = text.toString();
  const wanted = prefix + exact + suffix;
  const standsAt = (from: number) => all.startsWith(wanted, from - prefix.length);
  const rangeAt = (from: number) => ({ from, to: from + exact.length });
  if (range.from >= prefix.length && standsAt(range.from)) return rangeAt(range.from);
  const first = all.indexOf(wanted);
  if (first < 0 || all.indexOf(wanted, first + 1) >= 0) return null;
  return rangeAt(first + prefix.length);
}

/** A decision on a change; those that claim the same text are proposed again. */
export function decideChange({ chosen }: Choice, { by }: Deciding, cable: CableState): Decided {
  const wanted = new Map(ChangeValue.parse(chosen).map((one) => [keyOf(one), one]));
  const accepted = [...wanted.values()].filter(({ status }) => status === 'accepted');
  const kept = cable.changes
    .filter((one) => !wanted.has(keyOf(one)))
    .map((one): StoredChange => {
      const barred = one.status === 'accepted' && accepted.some((other) => collide(one, other));
      return barred ? decided(one, { status: 'proposed', by: by.author, at: by.time }) : one;
    });
  const changes = [...kept, ...wanted.values()].toSorted((a, b) => a.from - b.from || a.to - b.to);
  const original = textOf(cable.original);
  const step = recleaning(original, cable.changes, changes);
  const before = applied(acceptedChanges(original, cable.changes), original);
  const emendations = carryEmendations(cable.emendations, step, before, step.apply(before), LEFT);
  const falls = (state: ReviewState | undefined) => state === 'proofread';
  return turned(cable, { changes, emendations }, by, falls);
}

/** An emendation, put where its words stand now. */
export function decideEmendation(choice: Choice, { by }: Deciding, cable: CableState): Decided {
  const chosen = EmendationValue.parse(choice.chosen);
  const other = EmendationValue.parse(choice.other);
  const original = textOf(cable.original);
  const cleaned = applied(acceptedChanges(original, cable.changes), original);
  const concerned = new Set(
    [chosen, other].flatMap(({ put, gone }) => [
      ...gone,
      ...put.map(({ emendation }) => emendation.id),
    ]),
  );
  const rest = cable.emendations.filter(({ id }) => !concerned.has(id));
  const put: Emendation[] = [];
  for (const { emendation, quote } of chosen.put) {
    const beside = other.put.find((one) => one.emendation.id === emendation.id);
    const now = cable.emendations.find(({ id }) => id === emendation.id) ?? null;
    const wanted = patched(now, emendation, beside?.emendation ?? null);
    const disputed = !now || !beside || !isSame(placeIn(emendation), placeIn(beside.emendation));
    const place = disputed ? foundAgain(emendation, quote, cleaned) : placeIn(now);
    if (!place)
      return {
        refused: `The words this emendation stood on, “${quote.exact}”, are not found again in the text. Emend it anew.`,
      };
    put.push({ ...wanted, ...place });
  }
  const inTheWay = put.some(
    (one) => holds(one) && rest.some((each) => holds(each) && claimTheSame(one, each)),
  );
  if (inTheWay)
    return {
      refused:
        'Another emendation stands on these words by now. Take that back first, then decide again.',
    };
  const emendations = ranked([...rest, ...put]);
  const falls = (state: ReviewState | undefined) => state !== 'corrected';
  return turned(cable, { changes: cable.changes, emendations }, by, falls);
}

type Place = Pick<Emendation, 'from' | 'to' | 'lost'>;

function placeIn({ from, to, lost }: Emendation): Place {
  return { from, to, lost };
}

function foundAgain(emendation: Emendation, quote: Quote, cleaned: Text): Place | null {
  const { from, to, lost } = emendation;
  if (lost === null) {
    const place = placeOf({ from, to }, quote, cleaned);
    return place && { ...place, lost: null };
  }
  const at = Math.min(from, cleaned.length);
  return { from: at, to: at, lost };
}

/** The turning of a text to other layers; its cable is not proofread any more where that `falls`. */
function turned(
  cable: CableState,
  after: Layers,
  by: { readonly author: string; readonly time: string },
  falls: (state: ReviewState | undefined) => boolean,
): Decided {
  const step = turning(textOf(cable.original), cable, after);
  const turn = textTurn(cable.id, cable, after, step);
  if (!turn) return { operations: [] };
  const operations: Operation[] = [turn];
  if (!step.empty && falls(cable.vouch?.state))
    operations.push({
      type: 'review.put',
      cableId: cable.id,
      vouch: { state: 'corrected', ...by },
    });
  return { operations };
}
