import { foldedName } from '../tag/tag.ts';
import type { Concept } from './concept.ts';
import { foldedIri } from './identity.ts';

/** Concepts in an order in which each comes after the one above it. */
export interface Forest {
  readonly concepts: readonly Concept[];
  /** What could not be taken as it was told, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Puts concepts in order, those above before those below. Of two with one id the second is left out,
 * an IRI is that of the first that has it; a circle is cut open at the first of those that stand in it. The parent of a concept may be missing.
 */
export function inOrder(told: readonly Concept[]): Forest {
  const problems: string[] = [];
  const byId = new Map<string, Concept>();
  const iris = new Set<string>();
  for (const concept of told) {
    const first = byId.get(concept.id);
    if (first) {
      problems.push(twice(first, concept));
      continue;
    }
    const iri = concept.iri === null ? null : foldedIri(concept.iri);
    const again = iri !== null && iris.has(iri);
    byId.set(concept.id, again ? { ...concept, iri: null } : concept);
    if (iri !== null) iris.add(iri);
  }
  nameParentsByIds(byId);
  const ordered = new Map<string, Concept>();
  for (const concept of byId.values()) {
    const line = unplacedLine(concept, byId, ordered);
    const [top] = line;
    const back = line.findIndex(({ id }) => id === top?.parent);
    if (top && back !== -1) {
      problems.push(circleWords(line.slice(0, back + 1), top));
      ordered.set(top.id, { ...top, parent: null });
    }
    for (const each of line) if (!ordered.has(each.id)) ordered.set(each.id, each);
  }
  return { concepts: [...ordered.values()], problems };
}

/** Where a concept names its parent by the IRI of another, it shall name it by its id. */
function nameParentsByIds(byId: Map<string, Concept>): void {
  const byIri = new Map<string, string>();
  for (const { id, iri } of byId.values()) if (iri !== null) byIri.set(foldedIri(iri), id);
  for (const [id, concept] of byId) {
    if (concept.parent === null || byId.has(concept.parent)) continue;
    const parent = byIri.get(foldedIri(concept.parent));
    if (parent !== undefined) byId.set(id, { ...concept, parent });
  }
}

/** A concept with those above it that have no place in the order yet, from the top down. */
function unplacedLine(
  concept: Concept,
  byId: ReadonlyMap<string, Concept>,
  ordered: ReadonlyMap<string, Concept>,
): Concept[] {
  const line: Concept[] = [];
  const met = new Set<string>();
  let at: Concept | undefined = concept;
  while (at && !ordered.has(at.id) && !met.has(at.id)) {
    met.add(at.id);
    line.push(at);
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  // Where the line runs into a circle, what stands in that comes first.
  return line.toReversed();
}

function twice(first: Concept, second: Concept): string {
  return foldedName(first.name) === foldedName(second.name)
    ? `“${second.name}” is there twice under one identifier; the second was left out.`
    : `“${first.name}” and “${second.name}” have one identifier, ${first.id}; the second was left out.`;
}

/** How many names a sentence tells. */
const TOLD = 3;

function circleWords(circle: readonly Concept[], top: Concept): string {
  if (circle.length === 1) return `“${top.name}” is said to be below itself; it goes to the top.`;
  const names = circle.map(({ name }) => `“${name}”`);
  const all =
    names.length > TOLD
      ? `${names.slice(0, TOLD).join(', ')} and ${names.length - TOLD} more`
      : names.join(' and ');
  return `${all} stand in a circle, each below another; “${top.name}” goes to the top.`;
}
