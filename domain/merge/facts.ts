import type { Operation } from '../journal/operation.ts';
import type { FieldEmendation } from '../metadata/field-emendation.ts';
import type { Vouch } from '../review/review.ts';
import { compareWords, isSame } from './canonical.ts';
import type { Conflict } from './conflict.ts';
import { deedsOf, standing } from './deeds.ts';
import { conflictOf, settle, type Kind, type Settled, type Sided } from './settle.ts';
import type { CableState, Deed, NameId } from './state.ts';
import { thing } from './things.ts';
import { fieldWords } from './words.ts';

/** What is known of a cable beside its text and its annotations. */
type Facts = Pick<
  CableState,
  'structure' | 'metadata' | 'fields' | 'vouch' | 'discarded' | 'revisions'
>;

/** What comes out of the facts of both sides. */
export interface MergedFacts {
  readonly values: Facts;
  readonly operations: readonly Operation[];
  readonly deeds: ReadonlyMap<string, readonly Deed[]>;
  readonly conflicts: readonly Conflict[];
}

/** Whether the text of a side is the one that comes out. */
interface Unturned {
  readonly ours: boolean;
  readonly theirs: boolean;
}

/** Merges findings, fields, reviews, deletions and what is said of revisions. */
export function mergeFacts(
  ours: CableState,
  theirs: CableState,
  unturned: Unturned,
  nameId: NameId,
): MergedFacts {
  const all: Part[] = [
    findings(ours, theirs),
    fields(ours, theirs, nameId),
    review(ours, theirs, unturned, nameId),
    discarding(ours, theirs, nameId),
    messages(ours, theirs, nameId),
  ];
  const values = Object.assign({}, ours, ...all.map((part) => part.values)) as Facts;
  const { structure, metadata, vouch, discarded, revisions } = values;
  return {
    values: { structure, metadata, fields: values.fields, vouch, discarded, revisions },
    operations: all.flatMap((part) => part.operations),
    deeds: new Map(all.flatMap((part) => [...part.deeds])),
    conflicts: all.flatMap((part) => part.conflicts),
  };
}

interface Part {
  readonly values: Partial<Facts>;
  readonly operations: readonly Operation[];
  readonly deeds: ReadonlyMap<string, readonly Deed[]>;
  readonly conflicts: readonly Conflict[];
}

/** What both sides have to say of one thing, and how it comes out. */
interface Question<T> {
  readonly name: string;
  readonly ours: Sided<T>;
  readonly theirs: Sided<T>;
  readonly kind: Kind<T>;
}

function ask<T>({ name, ours, theirs, kind }: Question<T>) {
  const settled = settle(ours, theirs, kind);
  const deeds: [string, readonly Deed[]][] =
    settled.deeds.length > 0 ? [[name, settled.deeds]] : [];
  return { settled, deeds };
}

/** How a question is told of as a conflict. */
interface Telling<T> {
  readonly kind: Conflict['kind'];
  readonly everywhere: string;
  readonly cableId: string;
  readonly title: string;
  readonly wordsOf: (value: T | null) => string;
  readonly authorOf?: (value: T | null) => string | null;
}

function told<T>(
  { name, ours, theirs }: Question<T>,
  { conflict, from }: Settled<T>,
  { kind, everywhere, cableId, title, wordsOf, authorOf }: Telling<T>,
  nameId: NameId,
): Conflict[] {
  if (!conflict) return [];
  const saying = ({ value, deeds }: Sided<T>) => ({
    words: wordsOf(value),
    value,
    deeds,
    author: authorOf?.(value) ?? null,
  });
  const [shown, hidden] = from === 'ours' ? [ours, theirs] : [theirs, ours];
  const head = { kind, thing: name, everywhere, cableId, title };
  return [conflictOf({ ...head, shown: saying(shown), hidden: saying(hidden) }, nameId)];
}

/** What cleaning found is nobody's word: there is no conflict about it. */
function findings(ours: CableState, theirs: CableState): Part {
  const name = thing.findings(ours.id);
  const { settled, deeds } = ask({
    name,
    ours: { value: foundBy(ours), deeds: deedsOf(ours.touches, name) },
    theirs: { value: foundBy(theirs), deeds: deedsOf(theirs.touches, name) },
    kind: { means: () => null },
  });
  const values = settled.value ?? foundBy(ours);
  const operations: Operation[] = isSame(values, foundBy(ours))
    ? []
    : [{ type: 'findings.put', cableId: ours.id, ...values }];
  return { values, operations, deeds: new Map(deeds), conflicts: [] };
}

function foundBy({ structure, metadata }: CableState) {
  return { structure: [...structure], metadata: [...metadata] };
}

function fields(ours: CableState, theirs: CableState, nameId: NameId): Part {
  const names = [...ours.fields, ...theirs.fields].map(({ field }) => field);
  const here = new Map(ours.fields.map((one) => [one.field, one]));
  const there = new Map(theirs.fields.map((one) => [one.field, one]));
  const values: FieldEmendation[] = [];
  const operations: Operation[] = [];
  const deeds: [string, readonly Deed[]][] = [];
  const conflicts: Conflict[] = [];
  for (const field of [...new Set(names)].toSorted(compareWords)) {
    const name = thing.field(ours.id, field);
    const question: Question<FieldEmendation> = {
      name,
      ours: { value: here.get(field) ?? null, deeds: deedsOf(ours.touches, name) },
      theirs: { value: there.get(field) ?? null, deeds: deedsOf(theirs.touches, name) },
      kind: { means: (one) => one?.values ?? null },
    };
    const { settled, deeds: own } = ask(question);
    deeds.push(...own);
    const telling: Telling<FieldEmendation> = {
      kind: 'field',
      everywhere: thing.field(ours.sha256, field),
      cableId: ours.id,
      title: field,
      wordsOf: fieldWords,
      authorOf: (one) => one?.author ?? null,
    };
    conflicts.push(...told(question, settled, telling, nameId));
    if (settled.value) values.push(settled.value);
    if (!isSame(settled.value, question.ours.value))
      operations.push({ type: 'field.put', cableId: ours.id, field, emendation: settled.value });
  }
  return { values: { fields: values }, operations, deeds: new Map(deeds), conflicts };
}

/** A text that merging has changed is not proofread any more; what was said of it is told all the same. */
function review(ours: CableState, theirs: CableState, unturned: Unturned, nameId: NameId): Part {
  const name = thing.review(ours.id);
  const question: Question<Vouch> = {
    name,
    ours: { value: ours.vouch, deeds: deedsOf(ours.touches, name) },
    theirs: { value: theirs.vouch, deeds: deedsOf(theirs.touches, name) },
    kind: {
      means: (vouch) => vouch?.state ?? null,
      prefer: (a, b) => Number(a.state === 'proofread') - Number(b.state === 'proofread'),
    },
  };
  const { settled, deeds } = ask(question);
  const { ours: mine, theirs: other } = question;
  const bothKnow = standing(mine.deeds, other.deeds) === 'same';
  const turned = (['ours', 'theirs'] as const).some(
    (side) =>
      (bothKnow || side === settled.from) &&
      question[side].value?.state === 'proofread' &&
      !unturned[side],
  );
  const falls = settled.value?.state === 'proofread' && turned;
  const vouch: Vouch | null =
    settled.value && falls ? { ...settled.value, state: 'corrected' } : settled.value;
  const telling: Telling<Vouch> = {
    kind: 'review',
    everywhere: thing.review(ours.sha256),
    cableId: ours.id,
    title: 'how far it has come',
    wordsOf: (value) => value?.state ?? 'left to the cleaning',
    authorOf: (value) => value?.author ?? null,
  };
  return {
    values: { vouch },
    operations: isSame(vouch, ours.vouch) ? [] : [{ type: 'review.put', cableId: ours.id, vouch }],
    deeds: new Map(deeds),
    conflicts: told(question, settled, telling, nameId),
  };
}

type Discarding = NonNullable<CableState['discarded']>;

/** A cable that one side has deleted and the other has brought back is there. */
function discarding(ours: CableState, theirs: CableState, nameId: NameId): Part {
  const name = thing.discard(ours.id);
  const question: Question<Discarding> = {
    name,
    ours: { value: ours.discarded, deeds: deedsOf(ours.touches, name) },
    theirs: { value: theirs.discarded, deeds: deedsOf(theirs.touches, name) },
    kind: {
      means: (value) => value !== null,
      rank: (value) => (value === null ? 1 : 0),
    },
  };
  const { settled, deeds } = ask(question);
  const discarded = settled.value;
  const telling: Telling<Discarding> = {
    kind: 'discard',
    everywhere: thing.discard(ours.sha256),
    cableId: ours.id,
    title: 'the cable itself',
    wordsOf: (value) => (value ? 'deleted' : 'kept'),
    authorOf: (value) => value?.author ?? null,
  };
  return {
    values: { discarded },
    operations: isSame(discarded, ours.discarded) ? [] : discardingBy(ours.id, discarded),
    deeds: new Map(deeds),
    conflicts: told(question, settled, telling, nameId),
  };
}

/** What deletes a cable, or brings it back. */
export function discardingBy(id: string, discarded: Discarding | null): Operation[] {
  const restore: Operation = { type: 'cables.restore', ids: [id] };
  if (!discarded) return [restore];
  // One who is told to have deleted it takes the place of another.
  return [restore, { type: 'cables.discard', discarded: [{ ids: [id], ...discarded }] }];
}

/** What is said of revisions that both sides know. */
function messages(ours: CableState, theirs: CableState, nameId: NameId): Part {
  const there = new Map(theirs.revisions.map((one) => [one.id, one]));
  const operations: Operation[] = [];
  const deeds: [string, readonly Deed[]][] = [];
  const conflicts: Conflict[] = [];
  const revisions = ours.revisions.map((mine) => {
    const other = there.get(mine.id);
    if (!other) return mine;
    const name = thing.revision(mine.id);
    const question: Question<string> = {
      name,
      ours: { value: mine.message, deeds: deedsOf(ours.touches, name) },
      theirs: { value: other.message, deeds: deedsOf(theirs.touches, name) },
      kind: { means: (message) => message },
    };
    const { settled, deeds: own } = ask(question);
    deeds.push(...own);
    const telling: Telling<string> = {
      kind: 'revision',
      everywhere: name,
      cableId: ours.id,
      title: 'what is said of a revision',
      wordsOf: (message) => message?.trim() || 'nothing',
    };
    conflicts.push(...told(question, settled, telling, nameId));
    const message = settled.value ?? '';
    if (message === mine.message) return mine;
    operations.push({ type: 'revision.name', cableId: ours.id, id: mine.id, message });
    return { ...mine, message };
  });
  return { values: { revisions }, operations, deeds: new Map(deeds), conflicts };
}
