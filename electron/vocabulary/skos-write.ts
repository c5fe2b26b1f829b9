import type { Concept } from '../../domain/vocabulary/concept.ts';
import { DCTERMS, OWN, type Scheme, SKOS } from '../../domain/vocabulary/skos-json.ts';

/** A vocabulary as SKOS in Turtle (RDF 1.1 Turtle). Descriptions say when to use a tag, so they are scope notes. */
export function turtleOf(scheme: Scheme, concepts: readonly Concept[]): string {
  const tops = concepts.filter(({ parent }) => parent === null).map(({ id }) => iriRef(id));
  const blocks = [
    statements(iriRef(scheme.iri), [
      'a skos:ConceptScheme',
      `dct:title ${literal(scheme.title)}`,
      ...(tops.length > 0 ? [`skos:hasTopConcept ${tops.join(',\n    ')}`] : []),
    ]),
    ...concepts.map(({ id, name, description, colour, key, parent }) =>
      statements(iriRef(id), [
        'a skos:Concept',
        `skos:inScheme ${iriRef(scheme.iri)}`,
        ...(parent === null ? [`skos:topConceptOf ${iriRef(scheme.iri)}`] : []),
        `skos:prefLabel ${literal(name)}`,
        ...(description ? [`skos:scopeNote ${literal(description)}`] : []),
        ...(parent === null ? [] : [`skos:broader ${iriRef(parent)}`]),
        ...(colour === null ? [] : [`cw:colour ${literal(colour)}`]),
        ...(key === null ? [] : [`cw:key ${literal(key)}`]),
      ]),
    ),
  ];
  const prefixes = Object.entries({ skos: SKOS, dct: DCTERMS, cw: OWN });
  const head = prefixes.map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`).join('');
  return `${head}\n${blocks.join('\n')}`;
}

function statements(subject: string, said: readonly string[]): string {
  return `${subject} ${said.join(' ;\n  ')} .\n`;
}

/** An IRI as Turtle writes it; what may not stand in one goes by its number (section 2.4). */
function iriRef(iri: string): string {
  return `<${iri.replace(/[\p{Cc} <>"{}|^`\\]/gu, escaped)}>`;
}

/** Words as Turtle writes them, on one line (section 2.5.1). */
function literal(words: string): string {
  return `"${words.replace(/["\\\p{Cc}]/gu, (sign) => SHORT[sign] ?? escaped(sign))}"`;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escaped(sign: string): string {
  return `\\u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
