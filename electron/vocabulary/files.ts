import type { RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Tag } from '../../domain/tag/tag.ts';

/** A vocabulary read from a file: SKOS as Turtle or JSON-LD, or CSV. */
export async function readVocabulary(
  _path: string,
): Promise<NonNullable<RequestOutput<'vocabulary.read'>>> {
  return fail('unexpected', 'This is not built yet.');
}

/** Writes a vocabulary into a file. */
export async function writeVocabulary(
  _path: string,
  _format: 'turtle' | 'jsonld' | 'csv',
  _tags: readonly Tag[],
): Promise<NonNullable<RequestOutput<'vocabulary.save'>>> {
  return fail('unexpected', 'This is not built yet.');
}
