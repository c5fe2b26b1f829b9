import { DataFactory, Parser, type Quad } from 'n3';
import { fail, FailureError } from '../../domain/failure.ts';
import { TRIPLES } from '../../domain/limits.ts';
import { IN_FILE, type Triple } from './triples.ts';

/** Reads Turtle (W3C, RDF 1.1 Turtle). Fails with `bad-input`, naming the line, or where it says more than is read. */
export function readTurtle(text: string, name: string, most = TRIPLES): Triple[] {
  return quadsIn(text, name, most).flatMap(({ subject, predicate, object }) => {
    if (object.termType !== 'Literal')
      return {
        subject: idOf(subject),
        predicate: predicate.value,
        object: { kind: 'node', id: idOf(object) },
      };
    const language = object.language === '' ? null : object.language.toLowerCase();
    const literal = { kind: 'literal', value: object.value, language } as const;
    return { subject: idOf(subject), predicate: predicate.value, object: literal };
  });
}

function quadsIn(text: string, name: string, most: number): Quad[] {
  try {
    const factory = countedBy(most, () => tooMuch(name, most));
    return new Parser({ format: 'text/turtle', baseIRI: IN_FILE, factory }).parse(text);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const { message } = error as Error;
    const [, what = message, line] = /^(.*) on line (\d+)\.$/su.exec(message) ?? [];
    const where = line === undefined ? '' : ` in line ${line}`;
    return fail(
      'bad-input',
      `${name} cannot be read as Turtle: something is wrong${where} (${what}). Correct it there, then import it again.`,
    );
  }
}

/** What makes triples; `refuse` hears of the first that is more than are read, before it is made. */
function countedBy(most: number, refuse: () => never) {
  let made = 0;
  const quad = (
    subject: Quad['subject'],
    predicate: Quad['predicate'],
    object: Quad['object'],
    graph?: Quad['graph'],
  ): Quad => {
    made += 1;
    return made > most ? refuse() : DataFactory.quad(subject, predicate, object, graph);
  };
  return { ...DataFactory, quad };
}

function tooMuch(name: string, most: number): never {
  return fail(
    'file-too-large',
    `${name} says more than ${most.toLocaleString('en')} single things. Nothing was taken over. Part it, then import its parts.`,
  );
}

function idOf({ termType, value }: Quad['subject'] | Quad['object']): string {
  return termType === 'BlankNode' ? `_:${value}` : value;
}
