import type { Concept } from './concept.ts';

export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const DCTERMS = 'http://purl.org/dc/terms/';

/** Where colour and key of a tag are told, of which SKOS knows nothing. */
export const OWN = 'urn:x-cablewright:';

/** What concepts belong to (SKOS: a concept scheme). */
export interface Scheme {
  readonly iri: string;
  readonly title: string;
}

/** What the words of the JSON mean. Terms and not prefixes, so that no IRI is taken for a shortened one. */
const CONTEXT = {
  ConceptScheme: `${SKOS}ConceptScheme`,
  Concept: `${SKOS}Concept`,
  title: `${DCTERMS}title`,
  hasTopConcept: { '@id': `${SKOS}hasTopConcept`, '@type': '@id' },
  inScheme: { '@id': `${SKOS}inScheme`, '@type': '@id' },
  topConceptOf: { '@id': `${SKOS}topConceptOf`, '@type': '@id' },
  broader: { '@id': `${SKOS}broader`, '@type': '@id' },
  prefLabel: `${SKOS}prefLabel`,
  scopeNote: `${SKOS}scopeNote`,
  colour: `${OWN}colour`,
  key: `${OWN}key`,
};

/** A vocabulary as SKOS in JSON-LD 1.1. */
export function jsonLdOf(scheme: Scheme, concepts: readonly Concept[]): string {
  const tops = concepts.filter(({ parent }) => parent === null).map(({ id }) => id);
  const graph = [
    { '@id': scheme.iri, '@type': 'ConceptScheme', title: scheme.title, hasTopConcept: tops },
    ...concepts.map(({ id, name, description, colour, key, parent }) => ({
      '@id': id,
      '@type': 'Concept',
      inScheme: scheme.iri,
      ...(parent === null ? { topConceptOf: scheme.iri } : { broader: parent }),
      prefLabel: name,
      ...(description ? { scopeNote: description } : {}),
      ...(colour === null ? {} : { colour }),
      ...(key === null ? {} : { key }),
    })),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}
