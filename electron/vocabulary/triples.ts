/** A statement of a graph (RDF 1.1, section 3.1), in whatever form it was written. */
export interface Triple {
  /** An IRI, or the name of a blank node, which begins with `_:`. */
  readonly subject: string;
  readonly predicate: string;
  readonly object: Node | Literal;
}

export interface Node {
  readonly kind: 'node';
  /** An IRI, or the name of a blank node. */
  readonly id: string;
}

export interface Literal {
  readonly kind: 'literal';
  readonly value: string;
  /** Its language in small letters, null where none is told. */
  readonly language: string | null;
}

/** What IRIs begin with that a file tells in relation to itself: they mean nothing outside it (RFC 6761). */
export const IN_FILE = 'http://file.invalid/';

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export { DCTERMS, OWN, SKOS } from '../../domain/vocabulary/skos-json.ts';
