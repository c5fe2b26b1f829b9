import type { CableName } from '../../../domain/library/cable.ts';
import { MOST_MEANT, type ResolvedReference } from '../../../domain/reference/reference.ts';
import { meantBy } from '../../../domain/reference/resolve.ts';
import type { Library } from '../library.ts';
import type { NamedLine, StoredReference } from './reference-table.ts';

/** A cable that a reference may mean. */
export interface MeantLine {
  readonly line: NamedLine;
  readonly sure: boolean;
}

/** A cable that refers to others. */
export interface CitingLine extends CableName {
  readonly row: number;
}

/** The cables that a reference of a cable may mean, the likeliest first. */
export function meantLines(
  { references }: Library,
  citing: CitingLine,
  { sought }: StoredReference,
): MeantLine[] {
  const lines = references.named(sought);
  const byId = new Map(lines.map((line) => [line.id, line]));
  return meantBy(sought, citing, lines)
    .slice(0, MOST_MEANT)
    .flatMap(({ id, sure }) => {
      const line = byId.get(id);
      return line ? [{ line, sure }] : [];
    });
}

/** A cable with all it refers to, and what each reference may mean. */
export function meaningsOf(library: Library, row: number) {
  const line = library.references.line(row);
  if (!line) return [];
  const citing = { ...line, row };
  return library.references.list(row).map((stored) => ({
    reference: stored.reference,
    meant: meantLines(library, citing, stored),
  }));
}

/** What a cable refers to, as it is told. */
export function resolvedOf(library: Library, row: number): ResolvedReference[] {
  return meaningsOf(library, row).map(({ reference, meant }) => ({
    ...reference,
    cables: meant.map(({ line: { id, title, number, date }, sure }) => ({
      id,
      title,
      number,
      date,
      sure,
    })),
  }));
}

/** How often a cable refers to another; sure where one of the references can mean no other. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly times: number;
  readonly sure: boolean;
}

/** To which cables one refers. */
export function linksFrom(library: Library, row: number): Link[] {
  const links = new Map<number, Link>();
  for (const { meant } of meaningsOf(library, row))
    for (const { line, sure } of meant) {
      // Beside the one that is surely meant no other is.
      if (meant[0]?.sure && !sure) continue;
      const known = links.get(line.row);
      const times = (known?.times ?? 0) + 1;
      links.set(line.row, { from: row, to: line.row, times, sure: sure || (known?.sure ?? false) });
    }
  return [...links.values()];
}

/** Which cables refer to one, of those that come first as many as `limit`. */
export function linksTo(library: Library, row: number, limit: number): Link[] {
  return library.references
    .mayCite(row, limit)
    .flatMap((citing) => linksFrom(library, citing).filter(({ to }) => to === row));
}
