import type { RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';

/** Names read from a file: a TEI volume, or CSV. */
export async function readGazetteer(
  _path: string,
): Promise<NonNullable<RequestOutput<'gazetteer.read'>>> {
  return fail('unexpected', 'This is not built yet.');
}
