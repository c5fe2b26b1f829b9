import { type Emended, standing } from './emending.ts';
import { carryPlace, carrySpan, type Span, type Stretch, stretchesBetween } from './stretch.ts';

/** A cleaned text with its emendations. */
export interface State {
  readonly cleaned: string;
  readonly emended: readonly Emended[];
}

/** A cell of a transcription: its name, and what it belongs to in its cleaned text. */
interface Cell {
  readonly name: string;
  /** A place of the cleaned text, or the emendation whose text it is. */
  readonly of: number | Emended;
}

/** What changes as one: stretches of the cleaned text, and emendations that are not what they were. */
interface Group {
  readonly stretches: Set<Stretch>;
  readonly old: Set<Emended>;
  readonly now: Set<Emended>;
}

/**
 * How the transcription becomes another when cleaned text and emendations do: cells of the cleaned
 * text that stay and are not emended before or after, and the text of emendations that holds before
 * and after, stay what they are. What else changes makes a stretch for each stretch of the cleaned
 * text, and one for all of those an emendation has gone or come with.
 */
export function turnedStretches(
  before: State,
  after: State,
  stretches: readonly Stretch[],
): Stretch[] {
  const old = cellsOf(before, String);
  const now = cellsOf(after, cellNames(stretches));
  const [had, has] = [new Set(old.map(({ name }) => name)), new Set(now.map(({ name }) => name))];
  const groups = groupsOf(before, after, stretches);
  const group = new Map<string, number>();
  for (const { name, of } of old) {
    if (has.has(name)) continue;
    const own = groups.findIndex((each) => isOld(each, of, stretches));
    group.set(name, own);
  }
  for (const { name, of } of now) {
    if (had.has(name)) continue;
    const own = groups.findIndex((each) => isNew(each, of, stretches));
    group.set(name, own);
  }
  return stretchesBetween(
    old.map(({ name }) => name),
    now.map(({ name }) => name),
    (name) => group.get(name) ?? -1,
  );
}

/**
 * The same for a restore: between cells that stay, all that goes gives way to all that comes. The text
 * of an emendation stays where it says the same on the same words.
 */
export function restoredStretches(
  before: State,
  after: State,
  stretches: readonly Stretch[],
): Stretch[] {
  const place = ({ from, to }: Span) => `${from}-${to}`;
  const was = (each: Emended) => carriedSpan(each, stretches).map(place).join();
  return stretchesBetween(
    cellsOf(before, String, was).map(({ name }) => name),
    cellsOf(after, cellNames(stretches), place).map(({ name }) => name),
  );
}

/** The cells of a transcription; `name` names those of the cleaned text, `place` tells emendations apart. */
function cellsOf(
  { cleaned, emended }: State,
  name: (at: number) => string,
  place: (each: Emended) => string = () => '',
): Cell[] {
  const cells: Cell[] = [];
  let reached = 0;
  const keep = (to: number) => {
    for (; reached < to; reached++) cells.push({ name: name(reached), of: reached });
  };
  for (const { emended: each } of standing(emended)) {
    keep(each.from);
    const own = `${wording(each)} ${place(each)}`;
    for (let at = 0; at < each.insert.length; at++) cells.push({ name: `${own} ${at}`, of: each });
    reached = each.to;
  }
  keep(cleaned.length);
  return cells;
}

const wordings = new Map<string, number>();

/** One word for an emendation and what it says. */
function wording({ id, insert }: Emended): string {
  const key = `${id} ${insert}`;
  const number = wordings.get(key) ?? wordings.size;
  wordings.set(key, number);
  return `e${number}`;
}

/** Names for the cells of the next cleaned text: the old place where they have stayed, else one of their own. */
function cellNames(stretches: readonly Stretch[]): (at: number) => string {
  return (at) => {
    let shift = 0;
    for (const { to, newFrom, newTo } of stretches) {
      if (at < newFrom) break;
      if (at < newTo) return `new ${at}`;
      shift = to - newTo;
    }
    return String(at + shift);
  };
}

/** What changes as one, in reading order. */
function groupsOf(before: State, after: State, stretches: readonly Stretch[]): Group[] {
  const [was, is] = [before, after].map(({ emended }) =>
    emended.filter(({ lost }) => lost === null),
  ) as [Emended[], Emended[]];
  const [said, says] = [new Set(was.map(wording)), new Set(is.map(wording))];
  const groups: Group[] = [
    ...stretches.map((each) => ({ stretches: [each], old: [], now: [] })),
    ...was
      .filter((each) => !says.has(wording(each)))
      .map((each) => ({ stretches: [], old: [each], now: [] })),
    ...is
      .filter((each) => !said.has(wording(each)))
      .map((each) => ({ stretches: [], old: [], now: [each] })),
  ].map((each) => ({
    stretches: new Set<Stretch>(each.stretches),
    old: new Set<Emended>(each.old),
    now: new Set<Emended>(each.now),
  }));
  for (let merged = true; merged;) {
    merged = false;
    for (const [at, one] of groups.entries()) {
      const other = groups.findIndex((each, index) => index > at && together(one, each, stretches));
      const joined = groups[other];
      if (!joined) continue;
      for (const each of joined.stretches) one.stretches.add(each);
      for (const each of joined.old) one.old.add(each);
      for (const each of joined.now) one.now.add(each);
      groups.splice(other, 1);
      merged = true;
      break;
    }
  }
  const place = ({ stretches: own, old, now }: Group) =>
    Math.min(
      ...[...own].map(({ newFrom }) => newFrom),
      ...[...now].map(({ from }) => from),
      ...[...old].map(({ from }) => carryPlace(from, stretches)),
    );
  const oldPlace = ({ stretches: own, old }: Group) =>
    Math.min(...[...own, ...old].map(({ from }) => from));
  return groups.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    // What goes and leaves nothing goes in the order in which it stood.
    const gone = one === 0 && other === 0 ? oldPlace(a) - oldPlace(b) : 0;
    return place(a) - place(b) || one - other || gone || a.stretches.size - b.stretches.size;
  });
}

/**
 * The order of what changes at one place: what goes and leaves nothing, so that the place of words
 * that went is before what comes there; then points, text put in, and text from there on.
 */
function rank({ stretches, old, now }: Group): number {
  const isPoint = ({ from, to }: Span) => from === to;
  const leavesNothing = [...stretches].every(({ newFrom, newTo }) => newFrom === newTo);
  const oldGo = stretches.size > 0 || [...old].every(isPoint);
  if (now.size === 0 && leavesNothing && oldGo) return 0;
  if (stretches.size === 0 && old.size === 0 && [...now].every(isPoint)) return 1;
  return [...stretches, ...old, ...now].every(isPoint) ? 2 : 3;
}

/** Whether an emendation goes or comes with a stretch of the cleaned text, or in the place of another one. */
function together(a: Group, b: Group, stretches: readonly Stretch[]): boolean {
  const spans = (each: Group) => [...each.stretches];
  const news = (each: Group) => spans(each).map(({ newFrom: from, newTo: to }) => ({ from, to }));
  const meet = (some: Iterable<Span>, others: Iterable<Span>) =>
    [...some].some((one) => [...others].some((other) => share(one, other)));
  const pairs = [
    [a, b],
    [b, a],
  ] as const;
  return pairs.some(
    ([one, other]) =>
      meet(spans(one), other.old) ||
      meet(news(one), other.now) ||
      meet(
        [...one.old].flatMap((gone) => carriedSpan(gone, stretches)),
        other.now,
      ),
  );
}

/** Where an emendation that goes would stand. */
function carriedSpan(gone: Emended, stretches: readonly Stretch[]): Span[] {
  const place = carryPlace(gone.from, stretches);
  return [carrySpan(gone, stretches) ?? { from: place, to: place }];
}

/** Whether a cell that goes belongs to a group. */
function isOld({ stretches: own, old, now }: Group, of: number | Emended, all: readonly Stretch[]) {
  if (typeof of !== 'number') return old.has(of);
  const stretch = all.find(({ from, to }) => from <= of && of < to);
  if (stretch) return own.has(stretch);
  const at = carryCell(of, all);
  return [...now].some(({ from, to }) => from <= at && at < to);
}

/** Whether a cell that comes belongs to a group. */
function isNew({ stretches: own, old, now }: Group, of: number | Emended, all: readonly Stretch[]) {
  if (typeof of !== 'number') return now.has(of);
  const stretch = all.find(({ newFrom, newTo }) => newFrom <= of && of < newTo);
  if (stretch) return own.has(stretch);
  return [...old].some((each) => carryCell(each.from, all) <= of && of < carryCell(each.to, all));
}

/** Where a place is after what was put in there. */
function carryCell(place: number, stretches: readonly Stretch[]): number {
  let shift = 0;
  for (const { from, to, newTo } of stretches) if (from <= place) shift = newTo - to;
  return place + shift;
}

/** Whether two stretches have cells in common, or the one, where it has none, lies within the other. */
function share(a: Span, b: Span): boolean {
  if (a.from === a.to) return b.from < a.from && a.from < b.to;
  if (b.from === b.to) return a.from < b.from && b.from < a.to;
  return a.from < b.to && b.from < a.to;
}
