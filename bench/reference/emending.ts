import {
  carryPlace,
  carrySpan,
  comeBack,
  isInside,
  quoted,
  type Quoted,
  type Span,
  type Stretch,
} from './stretch.ts';

/**
 * An emendation as the reference knows it: what stands in the place of a stretch of the cleaned text.
 * `lost` keeps the words a lost one stood on; it has `from` = `to` and does not hold.
 */
export interface Emended extends Span {
  readonly id: string;
  readonly insert: string;
  readonly author: string;
  readonly reason: string | null;
  readonly note: string;
  readonly witness: string | null;
  readonly lost: Quoted | null;
}

/** A replacement in a transcription: `[from, to)` gives way to `insert`. Those of a step lie apart. */
export interface Replacement extends Span {
  readonly insert: string;
}

/** An emendation that holds, and where its text stands in the transcription. */
export interface Standing {
  readonly emended: Emended;
  readonly at: Span;
}

/** The emendations that hold in reading order, each with its place in the transcription. */
export function standing(emended: readonly Emended[]): Standing[] {
  let growth = 0;
  return emended
    .filter(({ lost }) => lost === null)
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((each) => {
      const from = each.from + growth;
      growth += each.insert.length - (each.to - each.from);
      return { emended: each, at: { from, to: from + each.insert.length } };
    });
}

/** The transcription: the cleaned text under the emendations that hold. */
export function transcribed(cleaned: string, emended: readonly Emended[]): string {
  let text = '';
  let reached = 0;
  for (const { emended: each } of standing(emended)) {
    text += cleaned.slice(reached, each.from) + each.insert;
    reached = each.to;
  }
  return text + cleaned.slice(reached);
}

/** The stretches of a step of typing. */
export function typedStretches(step: readonly Replacement[]): Stretch[] {
  let growth = 0;
  return step.map(({ from, to, insert }) => {
    const newFrom = from + growth;
    growth += insert.length - (to - from);
    return { from, to, newFrom, newTo: newFrom + insert.length };
  });
}

/** A text under a step of typing. */
export function typedText(text: string, step: readonly Replacement[]): string {
  let next = '';
  let reached = 0;
  for (const { from, to, insert } of step) {
    next += text.slice(reached, from) + insert;
    reached = to;
  }
  return next + text.slice(reached);
}

/** Who types, and what from. */
export interface Typist {
  readonly author: string;
  readonly witness: string | null;
  /** A name for the next new emendation. */
  readonly name: () => string;
}

/** The emendations after a step of typing over the transcription; those that are lost stay as they are. */
export function typed(
  cleaned: string,
  emended: readonly Emended[],
  step: readonly Replacement[],
  typist: Typist,
): Emended[] {
  const stands = standing(emended);
  const next = typedText(transcribed(cleaned, emended), step);
  const stretches = typedStretches(step);
  const untouched = stands.filter(({ at }) => !step.some((each) => touch(each, at)));
  const joined = joinedOf(stands, step).flatMap(({ emendations, replaced }): Standing[] => {
    const places = [...replaced, ...emendations.map(({ at }) => at)];
    const begin = Math.min(...places.map(({ from }) => from));
    const end = Math.max(...places.map(({ to }) => to));
    const span = cleanedSpan(stands, emendations, replaced);
    // From before what was put in at its beginning to after what was put in at its end.
    const last = stretches.findLast(({ from }) => from <= end);
    const newEnd = end + (last ? last.newTo - last.to : 0);
    const insert = next.slice(carryPlace(begin, stretches), newEnd);
    if (insert === cleaned.slice(span.from, span.to)) return [];
    const first = emendations[0]?.emended;
    const emendation = {
      ...span,
      id: first?.id ?? typist.name(),
      insert,
      author: typist.author,
      reason: first?.reason ?? null,
      note: first?.note ?? '',
      witness: typist.witness,
      lost: null,
    };
    return [{ emended: emendation, at: { from: begin, to: end } }];
  });
  // Those that stand at one place of the cleaned text stay in the order in which they are read.
  const all = [...untouched, ...joined].toSorted(
    (a, b) => a.at.from - b.at.from || a.at.to - b.at.to,
  );
  return [...emended.filter(({ lost }) => lost !== null), ...all.map((each) => each.emended)];
}

interface Join {
  readonly emendations: Standing[];
  readonly replaced: Replacement[];
}

/** What becomes one: replacements with the emendations they touch, and over those with each other. */
function joinedOf(stands: readonly Standing[], step: readonly Replacement[]): Join[] {
  const joins: Join[] = [];
  for (const each of step) {
    const emendations = stands.filter(({ at }) => touch(each, at));
    const last = joins.at(-1);
    if (last && emendations.some((one) => last.emendations.includes(one))) {
      last.replaced.push(each);
      last.emendations.push(...emendations.filter((one) => !last.emendations.includes(one)));
    } else joins.push({ emendations, replaced: [each] });
  }
  return joins;
}

/** Whether two stretches have text in common, or the one, where it has none, lies within the other. */
function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether two stretches share text or border on each other. */
function touch(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** What a join stands on in the cleaned text. */
function cleanedSpan(
  stands: readonly Standing[],
  own: readonly Standing[],
  replaced: readonly Replacement[],
): Span {
  const spans: Span[] = own.map(({ emended }) => emended);
  for (const each of replaced)
    for (const gap of unemended(stands)) {
      const from = Math.max(gap.at.from, each.from);
      const to = Math.min(gap.at.to, each.to);
      const isPlace = own.length === 0 && each.from === each.to && from === to;
      if (from < to || isPlace) spans.push({ from: from + gap.shift, to: to + gap.shift });
    }
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

/** The stretches of the transcription between the emendations; `shift` leads to the cleaned text. */
function unemended(stands: readonly Standing[]): { readonly at: Span; readonly shift: number }[] {
  let from = 0;
  let shift = 0;
  const gaps = stands.map(({ emended, at }) => {
    const gap = { at: { from, to: at.from }, shift };
    from = at.to;
    shift = emended.to - at.to;
    return gap;
  });
  return [...gaps, { at: { from, to: Infinity }, shift }];
}

/** What has become of the emendations when the cleaned text has become another. */
export function followed(
  emended: readonly Emended[],
  stretches: readonly Stretch[],
  cleaned: string,
  next: string,
): Emended[] {
  const stay = emended
    .filter(({ lost }) => lost === null)
    .map((each): Emended => {
      const place = carryPlace(each.from, stretches);
      const pure = each.from === each.to;
      const span = pure ? { from: place, to: place } : carrySpan(each, stretches);
      return span && !(pure && isInside(each.from, stretches))
        ? { ...each, ...span }
        : { ...each, from: place, to: place, lost: quoted(cleaned, each) };
    });
  const all = [...stay];
  for (const each of emended) {
    if (each.lost === null) continue;
    const span = comeBack(each.lost, each.from, stretches, next);
    const taken = all.some((other) => other.lost === null && span && overlap(other, span));
    const place = carryPlace(each.from, stretches);
    if (span && !taken) all.push({ ...each, ...span, lost: null });
    else all.push({ ...each, from: place, to: place });
  }
  return all;
}

/** A text before and after, as far as its transcription goes. */
export interface State {
  readonly cleaned: string;
  readonly emended: readonly Emended[];
}
