import type { Concept } from '../../domain/vocabulary/concept.ts';
import { isAbsoluteIri } from '../../domain/vocabulary/identity.ts';
import { colourIn, descriptionIn, keyIn, nameIn } from './fields.ts';
import { type Graph, graphOf, inBestLanguage } from './graph.ts';
import { IN_FILE, OWN, RDF, RDFS, SKOS, type Triple } from './triples.ts';
import { count, named, type WarningBook, warningBook } from './warnings.ts';

/** Concepts as a file tells them, and sentences about what was passed over. */
export interface Told {
  readonly concepts: Concept[];
  readonly warnings: string[];
}

const PREFERRED = `${SKOS}prefLabel`;
const DEFINITION = `${SKOS}definition`;
const SCOPE = `${SKOS}scopeNote`;
const BROADER = `${SKOS}broader`;
const NARROWER = `${SKOS}narrower`;

/** How long the id of a concept may be, in UTF-16 code units. */
const LONGEST_ID = 2000;

/**
 * The concepts of a graph (SKOS Simple Knowledge Organization System Reference, W3C 2009). The name is
 * the preferred label in English, else without a language, else in the first there is; definition and
 * scope note become the description. Of several broader concepts the first is the one above, for a tag
 * stands at one place.
 */
export function skosIn(triples: readonly Triple[]): Told {
  const graph = graphOf(triples);
  const warnings = warningBook();
  const ids = conceptsIn(graph, triples);
  const broader = broaderOf(graph, ids);
  const concepts = [...ids].flatMap((id) => {
    const name = id.length > LONGEST_ID ? null : nameOf(graph, id, warnings);
    if (name === null) {
      warnings.note(withoutName, id);
      return [];
    }
    const [parent = null, ...others] = (broader.get(id) ?? []).filter(
      (above) => above.length <= LONGEST_ID,
    );
    if (others.length > 0) warnings.note(severalBroader, name);
    return conceptOf(graph, { id, name, parent }, warnings);
  });
  return { concepts, warnings: [...warnings.sentences(), ...leftOver(graph, ids)] };
}

/** What is said to be a concept, or is in a place where only concepts are (SKOS Reference, S19 and S5). */
function conceptsIn(graph: Graph, triples: readonly Triple[]): Set<string> {
  const ids = new Set<string>();
  for (const { subject, predicate, object } of triples) {
    const node = object.kind === 'node' ? object.id : null;
    if (predicate === `${RDF}type` && node === `${SKOS}Concept`) ids.add(subject);
    if (predicate === BROADER || predicate === NARROWER || predicate === `${SKOS}topConceptOf`)
      ids.add(subject);
  }
  // What is only pointed at may be in another file; it is a concept of this one if it has a label here.
  for (const id of graph.subjects)
    for (const other of graph.nodes(id, BROADER, NARROWER, `${SKOS}hasTopConcept`))
      if (graph.literals(other, PREFERRED).length > 0) ids.add(other);
  return ids;
}

/** The concepts above each: those it names first, then those that name it. */
function broaderOf(graph: Graph, ids: ReadonlySet<string>): Map<string, string[]> {
  const broader = new Map([...ids].map((id) => [id, graph.nodes(id, BROADER)]));
  for (const id of ids)
    for (const below of graph.nodes(id, NARROWER)) {
      const above = broader.get(below);
      if (above && !above.includes(id)) above.push(id);
    }
  return new Map([...broader].map(([id, above]) => [id, [...new Set(above)]]));
}

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}

function conceptOf(graph: Graph, { id, name, parent }: Placed, warnings: WarningBook): Concept {
  const words = [DEFINITION, SCOPE].flatMap((predicate) =>
    inBestLanguage(graph.literals(id, predicate)).map(({ value }) => value),
  );
  const own = (word: string) => graph.literals(id, `${OWN}${word}`)[0]?.value;
  const outside = isAbsoluteIri(id) && !id.startsWith(IN_FILE) && !id.startsWith('_:');
  return {
    id,
    iri: outside ? id : null,
    name,
    description: descriptionIn([...new Set(words)].join('\n\n'), name, warnings),
    colour: colourIn(own('colour')),
    key: keyIn(own('key')),
    parent,
  };
}

/** The name of a concept; null where it has none. One without a label goes by the end of its IRI. */
function nameOf(graph: Graph, id: string, warnings: WarningBook): string | null {
  for (const predicate of [PREFERRED, `${RDFS}label`])
    for (const { value, language } of inBestLanguage(graph.literals(id, predicate))) {
      const name = nameIn(value, warnings);
      if (name === null) continue;
      if (language !== null && !/^(?:en(?:-|$)|$)/u.test(language)) warnings.note(foreign, name);
      return name;
    }
  const end = id.startsWith('_:') ? '' : endOf(id);
  const name = nameIn(decoded(end), warnings);
  if (name !== null) warnings.note(unlabelled, name);
  return name;
}

/** What stands behind the last sign that parts an IRI. A pattern would try every place of a long one to its end. */
function endOf(iri: string): string {
  return iri.slice(Math.max(...['/', '#', ':'].map((sign) => iri.lastIndexOf(sign))) + 1);
}

function decoded(end: string): string {
  try {
    return decodeURIComponent(end);
  } catch {
    return end;
  }
}

function withoutName(ids: readonly string[]): string {
  const [what, why] = ids.length === 1 ? ['concept was', 'it has'] : ['concepts were', 'they have'];
  return `${count(ids.length, what, what)} passed over: ${why} no label, nor an identifier to go by.`;
}

function foreign(names: readonly string[]): string {
  return `${count(names.length, 'label is', 'labels are')} in another language, for want of an English one: ${named(names)}.`;
}

function unlabelled(names: readonly string[]): string {
  const [what, end] =
    names.length === 1
      ? ['concept has', 'goes by the end of its IRI']
      : ['concepts have', 'go by the ends of their IRIs'];
  return `${count(names.length, what, what)} no preferred label and ${end}: ${named(names)}.`;
}

function severalBroader(names: readonly string[]): string {
  return `A tag stands at one place; what is below several concepts goes below the first of them: ${named(names)}.`;
}

/** What a tag has a place for, or what says no more than that. */
const READ: ReadonlySet<string> = new Set([
  ...[
    'prefLabel',
    'definition',
    'scopeNote',
    'broader',
    'narrower',
    'topConceptOf',
    'inScheme',
  ].map((word) => `${SKOS}${word}`),
  // What follows from broader and narrower.
  ...['broaderTransitive', 'narrowerTransitive'].map((word) => `${SKOS}${word}`),
  `${RDF}type`,
  `${RDFS}label`,
]);

/** A sentence about all that tags have no place for. */
function leftOver(graph: Graph, ids: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  const collections = graph.subjects.filter((id) =>
    graph
      .nodes(id, `${RDF}type`)
      .some((type) => type === `${SKOS}Collection` || type === `${SKOS}OrderedCollection`),
  );
  for (const id of ids)
    for (const predicate of new Set(graph.predicates(id))) {
      // Colours of other programs are theirs alone.
      if (READ.has(predicate) || predicate.startsWith(OWN) || /colou?r/iu.test(predicate)) continue;
      const word = endOf(predicate);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  const words = [...counts].map(([word, times]) => `${word} (of ${count(times, 'concept')})`);
  const sentences = words.length > 0 ? [`Tags have no place for ${words.join(', ')}.`] : [];
  if (collections.length > 0)
    sentences.push(
      `${count(collections.length, 'collection was', 'collections were')} passed over.`,
    );
  return sentences;
}
