import { Parser, type Quad } from 'n3';
import { fail } from '../../domain/failure.ts';
import { IN_FILE, type Triple } from './triples.ts';

/** Reads Turtle (W3C, RDF 1.1 Turtle). Fails with `bad-input`, naming the line. */
export function readTurtle(text: string, name: string): Triple[] {
  return quadsIn(text, name).flatMap(({ subject, predicate, object }) => {
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

function quadsIn(text: string, name: string): Quad[] {
  try {
    return new Parser({ format: 'text/turtle', baseIRI: IN_FILE }).parse(text);
  } catch (error) {
    const { message } = error as Error;
    const [, what = message, line] = /^(.*) on line (\d+)\.$/su.exec(message) ?? [];
    const where = line === undefined ? '' : ` in line ${line}`;
    return fail(
      'bad-input',
      `${name} cannot be read as Turtle: something is wrong${where} (${what}). Correct it there, then import it again.`,
    );
  }
}

function idOf({ termType, value }: Quad['subject'] | Quad['object']): string {
  return termType === 'BlankNode' ? `_:${value}` : value;
}
