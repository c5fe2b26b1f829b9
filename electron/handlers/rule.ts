import { fail } from '../../domain/failure.ts';
import type { HandlersFor } from '../context.ts';

const later = () => fail('busy', 'Switching rules is being built.');

/** Requests about the rules of cleaning. */
export const rule = { 'rule.list': later, 'rule.switch': later } satisfies HandlersFor<'rule'>;
