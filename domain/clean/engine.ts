import type { Change } from '../change/change.ts';
import { MetadataField, type MetadataEntry } from '../metadata/metadata.ts';
import type { Structure } from '../structure/structure.ts';
import { lineAt } from '../text/lines.ts';
import { blocksOf } from './blocks.ts';
import { changesOf } from './changes.ts';
import type { Cleaning, Warning } from './cleaning.ts';
import { firstReading, type FirstReading, type Reading, stayingLines } from './reading.ts';
import { unprovenLines, UNPROVEN } from './place.ts';
import { type Claims, doubtLine, enter, holds, noClaims } from './resolve.ts';
import type { Finding, Rule } from './rule.ts';
import { MOVING, TURNS } from './rules.ts';

/** What the rules have stated, beside the text they move. */
interface Stated {
  readonly structure: Structure[];
  readonly metadata: MetadataEntry[];
  readonly warnings: Warning[];
}

/** One reading of a text by all rules in their order; linear in the text. */
export function readOnce(text: string, off: ReadonlySet<string>): Cleaning {
  const { first, claims, stated } = run(text, TURNS, off);
  const reading = readingWith(first, claims);
  const blocks = blocksOf(reading, claims, stated.structure, stated.metadata);
  return {
    changes: changesOf(text, first.lines, claims),
    structure: inReadingOrder([...stated.structure, ...blocks]),
    metadata: inFieldOrder(stated.metadata),
    warnings: stated.warnings.toSorted((a, b) => a.from - b.from),
  };
}

/** What one reading would change for certain, without the rules that only read. */
export function certainChanges(text: string, off: ReadonlySet<string>): Change[] {
  const { first, claims } = run(text, MOVING, off);
  return changesOf(text, first.lines, claims).filter((change) => change.status === 'accepted');
}

interface Run {
  readonly first: FirstReading;
  readonly claims: Claims;
  readonly stated: Stated;
}

function run(text: string, turns: readonly (readonly Rule[])[], off: ReadonlySet<string>): Run {
  const first = firstReading(text);
  const claims = noClaims(first.lines);
  const stated: Stated = { structure: [], metadata: [], warnings: [] };
  let reading = readingWith(first, claims);
  for (const rules of turns) {
    for (const rule of rules) {
      if (off.has(rule.name)) continue;
      const findings = [...rule.find(reading)];
      if (findings.length === 0) continue;
      const left = enter(claims, first.lines, rule, findings);
      for (const finding of findings) note(stated, first, claims, rule.name, finding);
      if (left) reading = readingWith(first, claims);
    }
    if (offerUnproven(first, claims, stated, rules)) reading = readingWith(first, claims);
  }
  return { first, claims, stated };
}

/**
 * Offers what was taken by its words while its place proves nothing, and no longer states what was
 * read there. Says whether there was any.
 */
function offerUnproven(
  first: FirstReading,
  claims: Claims,
  stated: Stated,
  rules: readonly Rule[],
): boolean {
  const placed = new Map(rules.map((rule) => [rule.name, rule.placed]));
  const lines = unprovenLines(first, claims, (name, text) => {
    const which = placed.get(name);
    return which === 'all' || (which?.test(text) ?? false);
  });
  if (lines.length === 0) return false;
  const doubted = new Set(lines);
  for (const line of lines) doubtLine(claims, line, UNPROVEN);
  const stays = ({ rule, evidence }: MetadataEntry) => {
    const line = evidence && placed.get(rule) ? lineAt(first.lines, evidence.from) : null;
    return !line || !doubted.has(line.index);
  };
  stated.metadata.splice(0, Infinity, ...stated.metadata.filter(stays));
  return true;
}

/** The text as the next rule sees it. What is claimed is asked of the claims, which go on growing. */
function readingWith(first: FirstReading, claims: Claims): Reading {
  const gone = (line: number) => holds(claims.lines[line]);
  const claimed = (line: number) => claims.lines[line] !== undefined;
  const joined = (line: number) => claims.joins[line] !== undefined;
  return { ...first, staying: stayingLines(first.lines, gone), gone, claimed, joined };
}

/** Keeps what a finding states: structure, metadata, a warning, or what a line that leaves is. */
function note(
  stated: Stated,
  first: FirstReading,
  claims: Claims,
  rule: string,
  finding: Finding,
): void {
  if (finding.kind === 'structure') {
    const { type, from, to, label, note: index } = finding;
    stated.structure.push({ type, from, to, label, note: index });
  } else if (finding.kind === 'metadata') {
    const { field, value, evidence } = finding;
    stated.metadata.push({ field, value, evidence, rule });
  } else if (finding.kind === 'warning') {
    const { code, message, from, to } = finding;
    stated.warnings.push({ code, message, from, to });
  } else if (finding.kind === 'lines' && finding.as) {
    const from = first.lines[finding.first]?.start ?? 0;
    const to = first.lines[finding.last]?.end ?? from;
    if (claims.lines[finding.first]?.finding === finding)
      stated.structure.push({ type: finding.as, from, to, label: finding.label, note: null });
  }
}

function inReadingOrder(structure: readonly Structure[]): Structure[] {
  return structure.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** Fields that hold one value: the first rule that reads it has the better right. */
const SINGLE: ReadonlySet<MetadataField> = new Set<MetadataField>([
  'title',
  'number',
  'kind',
  'telegramNumber',
  'date',
  'place',
  'classification',
  'drafter',
  'signatory',
  'received',
  'controlNumber',
  'fileNumber',
  'archiveNumber',
  'sourceNote',
]);

/** The entries in the order of the fields; what says the same twice stands once. */
export function inFieldOrder(entries: readonly MetadataEntry[]): MetadataEntry[] {
  const order = new Map(MetadataField.options.map((field, index) => [field, index]));
  const seen = new Set<string>();
  const kept = entries.filter(({ field, value }) => {
    const key = SINGLE.has(field) ? field : `${field} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
  return kept.toSorted((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0));
}
