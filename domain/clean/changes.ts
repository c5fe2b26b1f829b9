import type { Change } from '../change/change.ts';
import { isBlankLine, type Line } from '../text/lines.ts';
import { changeOf, type Claim, type Claims, holds } from './resolve.ts';
import type { LinesFinding } from './rule.ts';

/**
 * The changes that the claims make, in reading order, without overlap. Here, in one place, the white
 * space around lines that leave is closed: between two lines that stay there is a blank line
 * afterwards if one stood anywhere between them, a single line end if none did, and a blank where
 * the sentence runs on.
 */
export function changesOf(text: string, lines: readonly Line[], claims: Claims): Change[] {
  const standing = lines.filter((line) => !isBlankLine(line));
  const changes = [
    ...claims.spans.map((claim) => changeOf(claim, claim.finding, claim.finding.insert)),
    ...joins(standing, claims),
    ...accepted(text, standing, claims),
    ...offered(text, standing, claims),
  ];
  return changes.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** The line ends that give way to a blank. */
function joins(standing: readonly Line[], claims: Claims): Change[] {
  const changes: Change[] = [];
  standing.forEach((line, at) => {
    const claim = claims.joins[line.index];
    const next = standing[at + 1];
    if (!claim || !next || holds(claims.lines[line.index])) return;
    const from = claim.finding.hyphen ? line.end - 1 : line.end;
    const to = holds(claims.lines[next.index]) ? next.from : next.start;
    changes.push(changeOf(claim, { from, to }, claim.finding.insert));
  });
  return changes;
}

/** The lines that are gone, run by run: a run is what stands between two lines that stay. */
function accepted(text: string, standing: readonly Line[], claims: Claims): Change[] {
  const changes: Change[] = [];
  let at = 0;
  while (at < standing.length) {
    let end = at;
    while (end < standing.length && holds(claims.lines[standing[end]?.index ?? -1])) end++;
    if (end > at) {
      const run = standing.slice(at, end);
      for (const change of closeRun(text, standing[at - 1], run, standing[end], claims))
        changes.push(change);
    }
    at = end + 1;
  }
  return changes;
}

function closeRun(
  text: string,
  before: Line | undefined,
  run: readonly Line[],
  after: Line | undefined,
  claims: Claims,
): Change[] {
  const groups = groupsOf(run, claims);
  const joined = before !== undefined && holds(claims.joins[before.index]);
  const lost = joined ? false : losesBlankLine(before, run, after);
  return groups.map(({ claim, first }, index) => {
    const next = groups[index + 1];
    const from = after || index > 0 ? first.from : (before?.to ?? 0);
    if (next) return changeOf(claim, { from, to: next.first.from }, '');
    const to = after ? (joined ? after.start : after.from) : text.length;
    return changeOf(claim, { from, to }, lost ? '\n' : '');
  });
}

interface Group {
  readonly claim: Claim<LinesFinding>;
  readonly first: Line;
}

/** The lines of a run, those together that one finding took together. */
function groupsOf(run: readonly Line[], claims: Claims): Group[] {
  const groups: Group[] = [];
  for (const line of run) {
    const claim = claims.lines[line.index];
    if (claim && groups.at(-1)?.claim !== claim) groups.push({ claim, first: line });
  }
  return groups;
}

/** Whether a blank line between two lines that stay would vanish with what left between them. */
function losesBlankLine(
  before: Line | undefined,
  run: readonly Line[],
  after: Line | undefined,
): boolean {
  const first = run[0];
  if (!before || !after || !first || first.index > before.index + 1) return false;
  return after.index - before.index > run.length + 1;
}

/** The lines that are offered to leave; each takes the white space after it along, the last that before it. */
function offered(text: string, standing: readonly Line[], claims: Claims): Change[] {
  const changes: Change[] = [];
  standing.forEach((line, at) => {
    const claim = claims.lines[line.index];
    if (!claim || holds(claim) || claim === claims.lines[standing[at - 1]?.index ?? -1]) return;
    let next = at + 1;
    while (next < standing.length && claims.lines[standing[next]?.index ?? -1] === claim) next++;
    const after = standing[next];
    const last = standing[next - 1] ?? line;
    const to = after ? after.from : Math.max(last.to, text.length);
    const before = standing[at - 1];
    const free = before && !claims.lines[before.index] && !claims.joins[before.index];
    const from = !after && free ? before.to : line.start;
    changes.push(changeOf(claim, { from, to }, ''));
  });
  return changes;
}
