import { fail } from '../../domain/failure.ts';
import type { HandlersFor } from '../context.ts';

const later = () => fail('busy', 'Deciding on proposals is being built.');

/** Requests about proposals of cleaning. */
export const proposal = {
  'proposal.decide': later,
  'proposal.preview': later,
  'proposal.decideRule': later,
} satisfies HandlersFor<'proposal'>;
