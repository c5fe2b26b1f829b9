import type { MetadataField } from '../../domain/metadata/metadata.ts';
import { request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';
import { signed } from '../settings/signing.ts';

/**
 * Reads a field of a cable otherwise than cleaning did; null takes that back. It ends when the window
 * knows the cable as it is then.
 */
export async function emendField(
  cableId: string,
  field: MetadataField,
  values: readonly string[] | null,
) {
  if (values !== null) signed();
  await request('metadata.emend', { cableId, field, values: values && [...values] });
  await queryClient.refetchQueries({ queryKey: ['cable', cableId] }, { cancelRefetch: false });
}

/** The values written in a field: one, or one on each line where it may have several. */
export function valuesWritten(words: string, several: boolean): string[] {
  const lines = several ? words.split('\n') : [words.replaceAll('\n', ' ')];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
