import type { ReferenceGraph } from '../../../domain/reference/reference.ts';
import type { Library } from '../library.ts';
import type { Steps } from '../search/turns.ts';
import { type Link, linksFrom, linksTo } from './meaning.ts';

/** How many cables a picture shows. */
const MOST_SHOWN = 120;

/** Among how many cables links are looked for: more would be neither read nor drawn. */
const MOST_LOOKED = 5_000;

/** How many of those that refer to a cable are looked at. */
const MOST_CITING = 200;

/** Links by what they link. */
type Links = Map<string, Link>;

function keep(links: Links, all: readonly Link[]): readonly Link[] {
  for (const link of all) links.set(`${link.from} ${link.to}`, link);
  return all;
}

/** Who cites whom around a cable, two steps out. Nearer cables are shown before others. */
export function* around(library: Library, row: number): Steps<ReferenceGraph> {
  const links: Links = new Map();
  const nearest = new Set([row]);
  let edge: readonly number[] = [row];
  for (let step = 0; step < 2; step++) {
    const next = new Set<number>();
    for (const at of edge) {
      const found = keep(links, [...linksFrom(library, at), ...linksTo(library, at, MOST_CITING)]);
      for (const { from, to } of found) for (const end of [from, to]) next.add(end);
      yield;
    }
    edge = [...next].filter((at) => !nearest.has(at)).slice(0, MOST_CITING);
    for (const at of next) nearest.add(at);
  }
  // Those two steps out may refer to each other as well.
  for (const at of edge.slice(0, MOST_SHOWN)) {
    keep(
      links,
      linksFrom(library, at).filter(({ to }) => nearest.has(to)),
    );
    yield;
  }
  return drawn(library, [...nearest], links);
}

/** Who cites whom among some cables. Those with most links are shown before others, and those without none. */
export function* among(library: Library, rows: readonly number[]): Steps<ReferenceGraph> {
  const all = new Set(rows);
  const links: Links = new Map();
  for (const row of rows.slice(0, MOST_LOOKED)) {
    keep(
      links,
      linksFrom(library, row).filter(({ to }) => all.has(to)),
    );
    yield;
  }
  const degrees = new Map<number, number>();
  for (const { from, to, times } of links.values())
    for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + times);
  const most = [...degrees].toSorted(([a, less], [b, more]) => more - less || a - b);
  const graph = drawn(
    library,
    most.map(([row]) => row),
    links,
  );
  return { ...graph, left: { ...graph.left, unseen: Math.max(0, rows.length - MOST_LOOKED) } };
}

/** The picture of the first of some cables and the links between them; the rest is counted. */
function drawn(library: Library, rows: readonly number[], links: Links): ReferenceGraph {
  const shown = new Map(
    rows.slice(0, MOST_SHOWN).flatMap((row) => {
      const line = library.references.line(row);
      return line ? [[row, line] as const] : [];
    }),
  );
  const between = [...links.values()].flatMap(({ from, to, times, sure }) => {
    const [citing, cited] = [shown.get(from), shown.get(to)];
    return citing && cited ? [{ from: citing.id, to: cited.id, times, sure }] : [];
  });
  return {
    cables: [...shown.values()].toSorted(inTime),
    links: between,
    left: { cables: rows.length - shown.size, links: links.size - between.length, unseen: 0 },
  };
}

type Dated = ReferenceGraph['cables'][number];

/** By date, those without one last; then by number and title. */
function inTime(a: Dated, b: Dated): number {
  const dates = (a.date ?? '~') < (b.date ?? '~') ? -1 : 1;
  if ((a.date ?? '~') !== (b.date ?? '~')) return dates;
  return Number(a.number ?? 0) - Number(b.number ?? 0) || (a.title < b.title ? -1 : 1);
}
