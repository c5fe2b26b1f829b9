import type { CableName } from '../../domain/library/cable.ts';
import type { ReferenceGraph } from '../../domain/reference/reference.ts';
import { nameWords, timesWords } from './references.ts';

type Link = ReferenceGraph['links'][number];

/** The names of some cables with how often each is cited: "No. 151 (twice), No. 149". */
function listed(links: readonly Link[], names: ReadonlyMap<string, CableName>, end: 'from' | 'to') {
  return links
    .map((link) => {
      const cable = names.get(link[end]);
      const name = cable ? shortName(cable) : '';
      const said = [link.sure ? null : 'perhaps', timesWords(link.times)]
        .filter(Boolean)
        .join(', ');
      return said === '' ? name : `${name} (${said})`;
    })
    .join(', ');
}

/** "No. 151", or the title of a cable without a number. */
export function shortName({ number, title }: CableName): string {
  return number === null ? title : `No. ${number}`;
}

/** Whom a cable cites and who cites it, in words. */
export function linkWords(id: string, { cables, links }: ReferenceGraph): string {
  const names = new Map(cables.map((cable) => [cable.id, cable]));
  const cites = links.filter(({ from }) => from === id);
  const cited = links.filter(({ to }) => to === id);
  const parts = [
    cites.length === 0 ? null : `refers to ${listed(cites, names, 'to')}`,
    cited.length === 0 ? null : `is referred to by ${listed(cited, names, 'from')}`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** What a picture shows, for readers by ear. */
export function pictureWords({ cables, links }: ReferenceGraph): string {
  const [first, last] = [cables[0], cables.at(-1)];
  if (!first || !last) return 'Who cites whom';
  return `Who cites whom: ${cables.length} cables and ${links.length} links between them, from ${nameWords(first)} to ${nameWords(last)}`;
}

/** How thick an arc is for so many references, in pixels. */
export function thickness(times: number): number {
  return 0.5 + 0.75 * Math.sqrt(times);
}

/** An arc from one place of the axis to another: above it where a later cable looks back, below where an earlier one looks on. */
export function arcPath(from: number, to: number, axis: number, height: number): string {
  const [left, right] = from < to ? [from, to] : [to, from];
  const radius = (right - left) / 2;
  // Long arcs are flattened, so that all of them have room.
  const rise = Math.min(radius, height);
  const sweep = from > to ? 1 : 0;
  return `M ${left} ${axis} A ${radius} ${rise} 0 0 ${sweep} ${right} ${axis}`;
}

/** The years of an axis with the place of their first cable; undated ones come last. */
export function yearsOf(cables: readonly CableName[]): readonly { year: string; at: number }[] {
  const yearAt = (at: number) => cables[at]?.date?.slice(0, 4) ?? 'undated';
  return cables
    .map((_, at) => ({ year: yearAt(at), at }))
    .filter(({ year, at }) => at === 0 || year !== yearAt(at - 1));
}
