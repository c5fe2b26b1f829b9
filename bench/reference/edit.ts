import type { ChangeStatus } from '../../domain/change/change.ts';
import type { ChangeKey } from '../../domain/change/decision.ts';
import { standing, type Replacement } from './emending.ts';
import { barred, cleanedInText, inText, type Manuscript } from './manuscript.ts';
import type { Random } from './random.ts';
import { halves, type Span } from './stretch.ts';
import { pasting, typing } from './texts.ts';

/** One thing that is done to a cable. */
export type Edit =
  | { readonly do: 'type'; readonly kind: string; readonly step: readonly Replacement[] }
  | {
      readonly do: 'decide';
      readonly kind: ChangeStatus;
      readonly keys: readonly ChangeKey[];
    }
  | { readonly do: 'restore'; readonly kind: 'restore' };

const TYPING = {
  insert: inserted,
  delete: deleted,
  replace: replaced,
  paste: pasted,
  'several places': severalPlaces,
  'words back': wordsBack,
  'reading back': readingBack,
} satisfies Record<string, (manuscript: Manuscript, random: Random) => Replacement[]>;

/** How often each kind of edit is made, out of their sum. */
const KINDS: readonly (readonly [keyof typeof TYPING | ChangeStatus | 'restore', number])[] = [
  ['insert', 22],
  ['delete', 18],
  ['replace', 16],
  ['paste', 6],
  ['several places', 9],
  ['words back', 5],
  ['reading back', 6],
  ['accepted', 7],
  ['rejected', 6],
  ['proposed', 3],
  ['restore', 2],
];

/** A random edit of a manuscript whose text began with `length` code units and is to keep about that length. */
export function randomEdit(manuscript: Manuscript, random: Random, length: number): Edit {
  for (;;) {
    const kind = kindOf(random);
    if (kind === 'restore') return { do: 'restore', kind };
    if (kind === 'accepted' || kind === 'rejected' || kind === 'proposed') {
      const keys = chosen(manuscript, random, kind);
      if (keys.length > 0) return { do: 'decide', kind, keys };
      continue;
    }
    const long = manuscript.text.length > 1.2 * length;
    const short = manuscript.text.length < 0.8 * length;
    const fitting = short && kind === 'delete' ? 'paste' : kind;
    const made = long && (kind === 'paste' || kind === 'insert') ? 'delete' : fitting;
    const step = apart(manuscript.text, TYPING[made](manuscript, random));
    if (step.length > 0) return { do: 'type', kind: made, step };
  }
}

function kindOf(random: Random): (typeof KINDS)[number][0] {
  let at = random.below(KINDS.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [kind, weight] of KINDS) if ((at -= weight) < 0) return kind;
  return 'insert';
}

/** The replacements in order, those only that change something and lie apart from the one before. */
function apart(text: string, step: readonly Replacement[]): Replacement[] {
  const sorted = step.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const kept: Replacement[] = [];
  for (const each of sorted)
    if (each.from > (kept.at(-1)?.to ?? -1) && text.slice(each.from, each.to) !== each.insert)
      kept.push(each);
  return kept;
}

/** A place where something may begin or end: often at the edge of an annotation, an emendation or a proposal. */
function place(manuscript: Manuscript, random: Random): number {
  const { text } = manuscript;
  const kind = random.below(12);
  if (kind === 0) return random.one([0, text.length]);
  const edges = kind < 8 ? edgesOf(manuscript, random) : [];
  return whole(text, edges.length > 0 ? random.one(edges) : random.below(text.length + 1));
}

/** The edges of all annotations, of all emendations, or of some proposals; and where lost ones were. */
function edgesOf(manuscript: Manuscript, random: Random): number[] {
  const { annotations, emended, changes } = manuscript;
  const ends = (spans: readonly Span[]) => spans.flatMap(({ from, to }) => [from, to]);
  const kind = random.below(4);
  if (kind === 0) return ends(standing(emended).map(({ at }) => at));
  if (kind === 1 && changes.length > 0) {
    const { from, to } = random.one(changes);
    return [inText(manuscript, from), inText(manuscript, to)];
  }
  if (kind === 2) {
    const lost = emended.filter((each) => each.lost !== null);
    return lost.map(({ from }) => cleanedInText(manuscript, from));
  }
  const points = [...annotations.values()].flat();
  return ends(points.filter(({ side }) => side === 'transcription'));
}

/** The place, or the next before it that parts no character. */
function whole(text: string, at: number): number {
  const within = Math.min(Math.max(0, at), text.length);
  return halves(text, within) ? within - 1 : within;
}

/** A stretch, mostly short; at times just that of an annotation or an emendation, or a little more. */
function stretch(manuscript: Manuscript, random: Random): Span {
  const { text, annotations, emended } = manuscript;
  const kind = random.below(20);
  const points = [...annotations.values()].flat().filter(({ side }) => side === 'transcription');
  const spans: Span[] =
    kind === 0 ? points : kind === 1 ? standing(emended).map(({ at }) => at) : [];
  if (spans.length > 0) {
    const { from, to } = random.one(spans);
    if (to - from < 60) {
      const more = random.below(3);
      return { from: whole(text, from - more), to: whole(text, to + random.below(3)) };
    }
  }
  const from = place(manuscript, random);
  const length = random.chance(0.9) ? 1 + random.below(6) : 1 + random.below(60);
  const other = whole(text, random.chance(0.5) ? from + length : from - length);
  return { from: Math.min(from, other), to: Math.max(from, other) };
}

/** One more thing typed at the place where the last one ended: a word, or a character taken away. */
export function goingOn({ text }: Manuscript, pen: number, random: Random): Replacement[] {
  const at = whole(text, pen);
  const before = { from: whole(text, at - 1), to: at };
  const behind = { from: at, to: at + (halves(text, at + 1) ? 2 : 1) };
  const kind = random.below(5);
  if (kind === 0 && before.from < before.to) return [{ ...before, insert: '' }];
  if (kind === 1 && behind.to <= text.length) return [{ ...behind, insert: '' }];
  return [{ from: at, to: at, insert: typing(random) }];
}

function inserted(manuscript: Manuscript, random: Random): Replacement[] {
  const from = place(manuscript, random);
  return [{ from, to: from, insert: typing(random) }];
}

function deleted(manuscript: Manuscript, random: Random): Replacement[] {
  return [{ ...stretch(manuscript, random), insert: '' }];
}

function replaced(manuscript: Manuscript, random: Random): Replacement[] {
  return [{ ...stretch(manuscript, random), insert: typing(random) }];
}

function pasted(manuscript: Manuscript, random: Random): Replacement[] {
  const { text } = manuscript;
  const from = whole(text, random.below(text.length + 1));
  const own = text.slice(from, whole(text, from + random.below(120)));
  const insert = random.chance(0.3) ? own : pasting(random);
  const at = place(manuscript, random);
  return [{ ...(random.chance(0.5) ? stretch(manuscript, random) : { from: at, to: at }), insert }];
}

function severalPlaces(manuscript: Manuscript, random: Random): Replacement[] {
  const kinds = [inserted, deleted, replaced];
  const near = random.chance(0.5);
  const first = place(manuscript, random);
  return Array.from({ length: 2 + random.below(4) }, (_, count) => {
    if (!near) return random.one(kinds)(manuscript, random);
    const from = whole(manuscript.text, first + count * (1 + random.below(5)));
    const to = whole(manuscript.text, from + random.below(4));
    return [{ from, to, insert: random.chance(0.5) ? typing(random) : '' }];
  }).flat();
}

/** The words of a lost annotation, typed where they were, with more around them at times. */
function wordsBack({ text, annotations }: Manuscript, random: Random): Replacement[] {
  const lost = [...annotations.values()].flat().filter((point) => point.lost);
  if (lost.length === 0) return [];
  const { from, quote } = random.one(lost);
  if (halves(text, from)) return [];
  const insert = random.chance(0.8) ? quote.exact : `${typing(random)}${quote.exact}`;
  const to = random.chance(0.8) ? from : whole(text, from + random.below(5));
  return to < from ? [] : [{ from, to, insert }];
}

/** An emendation, or the beginning of it, typed back to the cleaned text; rather a long one. */
function readingBack({ emended, cleaned }: Manuscript, random: Random): Replacement[] {
  const all = standing(emended).toSorted((a, b) => lengthOf(b.at) - lengthOf(a.at));
  if (all.length === 0) return [];
  const { emended: each, at } = random.chance(0.5) ? (all[0] ?? random.one(all)) : random.one(all);
  return [{ ...at, insert: cleaned.slice(each.from, each.to) }];
}

function lengthOf({ from, to }: Span): number {
  return to - from;
}

/** Some changes on which this can be decided, at times neighbours. */
function chosen(manuscript: Manuscript, random: Random, status: ChangeStatus): ChangeKey[] {
  const open = manuscript.changes.filter((each) => each.status !== status);
  if (open.length === 0) return [];
  const count = random.chance(0.5) ? 1 : 1 + random.below(6);
  const first = random.below(open.length);
  const near = random.chance(0.5);
  const keys: ChangeKey[] = [];
  for (let at = 0; at < count; at++) {
    const next = near ? open[first + at] : random.one(open);
    if (!next) break;
    const { from, to, rule } = next;
    if (keys.some((key) => key.from === from && key.to === to && key.rule === rule)) continue;
    const more = [...keys, { from, to, rule }];
    if (status !== 'accepted' || barred(manuscript, more).length === 0)
      keys.push({ from, to, rule });
  }
  return keys;
}
