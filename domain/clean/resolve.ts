import type { Certainty, Change } from '../change/change.ts';
import type { Range } from '../text/range.ts';
import { isBlankLine, lineAt, type Line } from '../text/lines.ts';
import type { Doubt, Finding, JoinFinding, LinesFinding, ReplaceFinding, Rule } from './rule.ts';

/** A finding with the rule it comes from and what it can claim. */
export interface Claim<F extends Finding = Finding> {
  readonly finding: F;
  readonly rule: string;
  readonly certainty: Certainty;
}

/**
 * Everything the rules have claimed so far. An earlier rule has the better right: a finding that
 * overlaps what is already claimed is dropped, so that changes never overlap.
 */
export interface Claims {
  /** By line: the claim that takes it out of the reading text, or offers to. */
  readonly lines: (Claim<LinesFinding> | undefined)[];
  /** By line: the claim that lets it run on in the next. */
  readonly joins: (Claim<JoinFinding> | undefined)[];
  /** Replacements, sorted, without overlap. */
  spans: readonly Claim<ReplaceFinding>[];
}

/** Nothing claimed yet. */
export function noClaims(lines: readonly Line[]): Claims {
  return {
    lines: new Array<undefined>(lines.length).fill(undefined),
    joins: new Array<undefined>(lines.length).fill(undefined),
    spans: [],
  };
}

/** Whether a claim is sure enough to hold without being asked. */
export function holds(claim: Claim | undefined): boolean {
  return claim?.certainty === 'certain';
}

/** What a finding of the rule can claim: as much as the rule, or less. */
export function certaintyOf(rule: Rule, doubt: Doubt): Certainty {
  return doubt.certainty ?? rule.certainty;
}

/**
 * Enters the findings of one rule that move text, as far as nobody has a better right. Says whether
 * a line has left, so that what stays must be read anew.
 */
export function enter(
  claims: Claims,
  lines: readonly Line[],
  rule: Rule,
  findings: readonly Finding[],
): boolean {
  const spans: Claim<ReplaceFinding>[] = [];
  let left = false;
  for (const finding of findings) {
    if (finding.kind === 'lines') left = enterLines(claims, lines, rule, finding) || left;
    else if (finding.kind === 'join') enterJoin(claims, lines, rule, finding);
    else if (finding.kind === 'replace' && isFree(claims, lines, finding))
      spans.push({ finding, rule: rule.name, certainty: certaintyOf(rule, finding) });
  }
  if (spans.length > 0) claims.spans = merged(claims.spans, spans);
  return left;
}

/** Makes what was claimed on a line for certain a proposal, for the reason given. */
export function doubtLine(claims: Claims, line: number, reason: string): void {
  const claim = claims.lines[line];
  if (!claim) return;
  const finding = { ...claim.finding, first: line, last: line, reason };
  claims.lines[line] = { ...claim, finding, certainty: 'likely' };
}

function enterLines(
  claims: Claims,
  lines: readonly Line[],
  rule: Rule,
  finding: LinesFinding,
): boolean {
  const first = lines[finding.first];
  const last = lines[finding.last];
  if (!first || !last || overlapsSpan(claims.spans, first.start, last.end)) return false;
  for (let at = finding.first; at <= finding.last; at++) if (claims.lines[at]) return false;
  const claim = { finding, rule: rule.name, certainty: certaintyOf(rule, finding) };
  for (let at = finding.first; at <= finding.last; at++) claims.lines[at] = claim;
  return claim.certainty === 'certain';
}

function enterJoin(claims: Claims, lines: readonly Line[], rule: Rule, finding: JoinFinding): void {
  const line = lines[finding.line];
  if (!line || isBlankLine(line) || claims.joins[finding.line]) return;
  if (holds(claims.lines[finding.line])) return;
  const from = finding.hyphen ? line.end - 1 : line.end;
  if (overlapsSpan(claims.spans, from, line.to + 1)) return;
  claims.joins[finding.line] = {
    finding,
    rule: rule.name,
    certainty: certaintyOf(rule, finding),
  };
}

function isFree(claims: Claims, lines: readonly Line[], { from, to, insert }: ReplaceFinding) {
  if (from > to || (from === to && insert === '')) return false;
  const first = lineAt(lines, from)?.index ?? 0;
  for (let at = first; at < lines.length && (lines[at]?.from ?? to) < to; at++)
    if (claims.lines[at]) return false;
  const line = lines[first];
  if (line && claims.joins[first] && to > line.end - 1 && !isBlankLine(line)) return false;
  return !overlapsSpan(claims.spans, from, to);
}

/** Whether one of the sorted spans overlaps `[from, to)`. */
function overlapsSpan(spans: readonly Claim<ReplaceFinding>[], from: number, to: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.finding.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const next = spans[low]?.finding;
  return next !== undefined && next.from < to;
}

/** Two lists of spans as one, sorted; of two new ones that overlap the first stays. */
function merged(
  old: readonly Claim<ReplaceFinding>[],
  added: readonly Claim<ReplaceFinding>[],
): Claim<ReplaceFinding>[] {
  const all = [...old, ...added].toSorted((a, b) => a.finding.from - b.finding.from);
  let reached = -1;
  return all.filter(({ finding }) => {
    if (finding.from < reached) return false;
    reached = finding.to;
    return true;
  });
}

/** The change a claim makes of `[from, to)`. */
export function changeOf(claim: Claim, range: Range, insert: string): Change {
  const { finding, rule, certainty } = claim;
  const reason = 'reason' in finding ? (finding.reason ?? null) : null;
  const status = certainty === 'certain' ? 'accepted' : 'proposed';
  return { from: range.from, to: range.to, insert, rule, certainty, status, reason };
}
