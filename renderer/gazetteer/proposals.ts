import { around } from '../../domain/alike/context.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { EntryKind, GazetteerEntry } from '../../domain/gazetteer/entry.ts';
import type { Find } from '../../domain/gazetteer/find.ts';
import type { Range } from '../../domain/text/range.ts';
import { type Manuscript, stretchesOn, versionOf } from '../workbench/manuscript.ts';
import { kinds } from './kinds.ts';

/** A name that stands in the transcription and may be tagged. */
export interface Proposal extends Range {
  /** The entries it may be a name of, by name; the first tells its kind. */
  readonly entries: readonly GazetteerEntry[];
  readonly kind: EntryKind;
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** What a line of the list stands for: a kind, entries that one name may be of, or one place. */
export interface Row {
  readonly type: 'kind' | 'entry' | 'place';
  readonly key: string;
  readonly kind: EntryKind;
  readonly entries: readonly GazetteerEntry[];
  /** All places it stands for. */
  readonly proposals: readonly Proposal[];
}

/** The finds of a gazetteer in a text, each with its words. */
export function proposalsOf(
  text: string,
  finds: readonly Find[],
  entries: ReadonlyMap<string, GazetteerEntry>,
): Proposal[] {
  return finds.flatMap(({ from, to, entryIds }): Proposal[] => {
    const own = entryIds
      .flatMap((id) => entries.get(id) ?? [])
      .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    const [first] = own;
    if (!first) return [];
    const words = { found: text.slice(from, to), ...around(text, { from, to }) };
    return [{ from, to, entries: own, kind: first.kind, ...words }];
  });
}

/** Tells places by their words: what has been put away stays so while they stand together. */
export function placeName(cableId: string, { entries, before, found, after }: Proposal): string {
  return [cableId, entries.map(({ id }) => id).join(' '), before, found, after].join('\n');
}

/** Whether a stretch of the transcription lies within words that have one of some tags. */
export type Covered = (range: Range) => boolean;

/** The stretches of the transcription that have one of some tags, made ready to be asked for. */
export function coveredBy(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  tagIds: ReadonlySet<string>,
): Covered {
  const stretches = annotations
    .filter(({ verdict }) => verdict === null || verdict.value === 'accepted')
    .filter((annotation) => annotation.tagIds.some((id) => tagIds.has(id)))
    .flatMap(({ targets }) => targets)
    .filter(({ lost, side, version }) => lost === null && version === versionOf(manuscript, side))
    .flatMap((target) => stretchesOn(manuscript, 'transcription', target))
    .toSorted((a, b) => a.from - b.from);
  // The farthest end of all that begin up to here.
  let reach = 0;
  const ends = stretches.map(({ to }) => (reach = Math.max(reach, to)));
  return ({ from, to }) => {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.from ?? Infinity) <= from) low = middle + 1;
      else high = middle;
    }
    return (ends[low - 1] ?? -1) >= to;
  };
}

const alphabet = new Intl.Collator('en', { numeric: true });

/** The lines of the list: each kind, its entries by name, their places in the order of the text. */
export function rowsOf(proposals: readonly Proposal[]): Row[] {
  return kinds.flatMap((kind): Row[] => {
    const ofKind = proposals.filter((one) => one.kind === kind);
    if (ofKind.length === 0) return [];
    const groups = byEntries(ofKind);
    const rows = [...groups]
      .map(([ids, own]) => entryRows(ids, own))
      .toSorted(([a], [b]) =>
        alphabet.compare(a ? namesOf(a.entries) : '', b ? namesOf(b.entries) : ''),
      );
    const head: Row = { type: 'kind', key: kind, kind, entries: [], proposals: ofKind };
    return [head, ...rows.flat()];
  });
}

function byEntries(proposals: readonly Proposal[]): Map<string, Proposal[]> {
  const groups = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const ids = proposal.entries.map(({ id }) => id).join(' ');
    const group = groups.get(ids);
    if (group) group.push(proposal);
    else groups.set(ids, [proposal]);
  }
  return groups;
}

function entryRows(ids: string, proposals: readonly Proposal[]): Row[] {
  const [first] = proposals;
  if (!first) return [];
  const { kind, entries } = first;
  return [
    { type: 'entry', key: ids, kind, entries, proposals },
    ...proposals.map((one): Row => ({
      type: 'place',
      key: `${ids} ${one.from}`,
      kind,
      entries,
      proposals: [one],
    })),
  ];
}

/** The entries that a name may be of, as a reader is told of them. */
export function namesOf(entries: readonly GazetteerEntry[]): string {
  return entries.map(({ name }) => name).join(' or ');
}
