import type { Literal, Triple } from './triples.ts';

/** Statements by what they are about. */
export interface Graph {
  /** Everything something is said about or that is named, in the order of the file. */
  readonly subjects: readonly string[];
  /** What a thing is said to be related to by any of some predicates. */
  nodes(subject: string, ...predicates: readonly string[]): string[];
  literals(subject: string, predicate: string): Literal[];
  /** The predicates of a thing, each as often as it is there. */
  predicates(subject: string): readonly string[];
}

/** The graph that some triples are. */
export function graphOf(triples: readonly Triple[]): Graph {
  const bySubject = new Map<string, Triple[]>();
  const subjects = new Set<string>();
  for (const triple of triples) {
    const { subject, object } = triple;
    subjects.add(subject);
    if (object.kind === 'node') subjects.add(object.id);
    const said = bySubject.get(subject);
    if (said) said.push(triple);
    else bySubject.set(subject, [triple]);
  }
  const said = (subject: string) => bySubject.get(subject) ?? [];
  return {
    subjects: [...subjects],
    nodes: (subject, ...predicates) =>
      said(subject).flatMap(({ predicate, object }) =>
        object.kind === 'node' && predicates.includes(predicate) ? object.id : [],
      ),
    literals: (subject, predicate) =>
      said(subject).flatMap(({ predicate: each, object }) =>
        object.kind === 'literal' && each === predicate ? object : [],
      ),
    predicates: (subject) => said(subject).map(({ predicate }) => predicate),
  };
}

/** The words in the language a reader is likeliest to want: English, else none in particular, else the first there is. */
export function inBestLanguage(literals: readonly Literal[]): Literal[] {
  const [first] = literals.toSorted((a, b) => rank(a) - rank(b));
  if (!first) return [];
  const best = rank(first);
  return literals.filter(
    (each) => rank(each) === best && (best !== OTHER || each.language === first.language),
  );
}

const OTHER = 2;

/** How much words are wanted, by their language: 0 the most. */
function rank({ language }: Literal): number {
  if (language === null || language === '') return 1;
  return language === 'en' || language.startsWith('en-') ? 0 : OTHER;
}
