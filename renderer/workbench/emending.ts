import { currentTypist, type Replacement } from '../desk/typing.ts';

/**
 * Emends the transcription of the cable on the desk: words come in the place of others, as if an
 * editor had typed them, and are saved when the promise is kept. Positions are those of the text as it
 * is shown. `witness` is the cable the reading comes from, null for the editor's own.
 */
export async function emend(
  cableId: string,
  replacements: readonly Replacement[],
  witness: string | null,
): Promise<void> {
  const typist = currentTypist();
  if (typist?.cableId !== cableId)
    throw new Error('This cable is not on the desk any more. Open it again, then emend it.');
  await typist.emend(replacements, witness);
}
