import Papa from 'papaparse';
import { isDecided, membersOf, type Pair } from '../../domain/agreement/pairing.ts';
import type { AgreementReport, Measure } from '../../domain/agreement/report.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { pathOf } from '../../domain/tag/tree.ts';
import type { Two } from './asking.ts';

/** What is shown where a measure is not defined. */
export const UNDEFINED = '—';

/** Somebody by name. */
export function nameOf(creator: string): string {
  return creator.trim() === '' ? 'No name' : creator;
}

/** A share of characters: "97.3 %". */
export function shareWords(share: number | null): string {
  return share === null ? UNDEFINED : `${(share * 100).toFixed(1)} %`;
}

/** A coefficient: "0.692", "−0.050". */
export function coefficientWords(coefficient: number | null): string {
  if (coefficient === null) return UNDEFINED;
  const digits = Math.abs(coefficient).toFixed(3);
  return coefficient < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** What two annotations of a pair have in common. */
export function likenessWords(pair: Pair, [first, second]: Two): string {
  if (pair.likeness === 'only') return `only ${nameOf(pair.first ? first : second)}`;
  // Of words that overlap at all, or are not the very same, neither nothing nor everything is common.
  const percent = Math.min(99, Math.max(1, Math.round(pair.overlap * 100)));
  const words = pair.likeness === 'overlap' ? `${percent} % of the words` : 'same words';
  if (membersOf(pair).every(({ tagIds }) => tagIds.length === 0)) return words;
  return `${words}, ${sameTags(pair) ? 'same tags' : 'other tags'}`;
}

function sameTags({ first, second }: Pair): boolean {
  const [a, b] = [new Set(first?.tagIds), new Set(second?.tagIds)];
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** What has become of a pair: "Kay’s accepted, Lee’s rejected"; null where nothing was said of it. */
export function outcomeWords(pair: Pair): string | null {
  const members = membersOf(pair);
  const verdicts = new Set(members.map(({ verdict }) => verdict?.value ?? 'open'));
  if (verdicts.size === 1) {
    const [verdict = 'open'] = verdicts;
    if (verdict === 'open') return null;
    return members.length === 2 && verdict !== 'merged' ? `both ${verdict}` : verdict;
  }
  return members.map((each) => `${nameOf(each.creator)}’s ${verdictOf(each)}`).join(', ');
}

function verdictOf({ verdict }: Annotation): string {
  return verdict?.value ?? 'open';
}

/** "12 of 40 decided". */
export function progressWords(pairs: readonly Pair[]): string {
  return `${pairs.filter(isDecided).length} of ${pairs.length} decided`;
}

/** A report as a table for other programs (RFC 4180): every number in full, empty where it is not defined. */
export function csvOf(
  { overall, anything, tags, cables }: AgreementReport,
  [first, second]: Two,
  vocabulary: ReadonlyMap<string, Tag>,
): string {
  const path = (id: string) => {
    const tag = vocabulary.get(id);
    return tag ? pathOf(tag, vocabulary) : id;
  };
  const rows = [
    row('overall', '', overall),
    row('anything', '', anything),
    ...tags.map(({ tagId, measure }) => row('tag', path(tagId), measure)),
    ...cables.map(({ title, measure }) => row('cable', title, measure)),
  ];
  const heads = [
    'of',
    'name',
    'characters',
    `marked by ${nameOf(first)}`,
    `marked by ${nameOf(second)}`,
    'marked by both',
    'agreement',
    'Cohen’s κ',
    'Krippendorff’s α',
  ];
  return `${Papa.unparse([heads, ...rows], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function row(of: string, name: string, measure: Measure): (string | number | null)[] {
  const { units, first, second, both, observed, kappa, alpha } = measure;
  return [of, name, units, first, second, both, observed, kappa, alpha];
}
