import type { Review, ReviewState } from '../../domain/review/review.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { signed } from '../settings/signing.ts';
import { announce } from '../status/announce.ts';

/** Says how far a cable has come, on the reader's word; null leaves it to the cleaning. */
async function mark(cableId: string, state: ReviewState | null) {
  if (state !== null) signed();
  await request('review.set', { cableId, state });
  announce(state === null ? 'The state is left to the cleaning.' : `Marked as ${state}.`);
}

/** The commands that say how far the cable on the workbench has come. */
export function useReviewCommands(cableId: string, review: Review) {
  // What a sheet covers cannot be judged; the palette is put away before its command comes.
  const free = useDesk(
    (desk) => desk.cableId === cableId && (desk.sheet === null || desk.sheet === 'palette'),
  );
  useCommand('review.corrected', () => mark(cableId, 'corrected'), free);
  useCommand('review.proofread', () => mark(cableId, 'proofread'), free);
  useCommand('review.clear', () => mark(cableId, null), free && review.author !== null);
}
