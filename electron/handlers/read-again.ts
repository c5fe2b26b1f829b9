import { FailureError } from '../../domain/failure.ts';
import type { Context } from '../context.ts';

/**
 * What comes of a change. While a long one is under way the window may read what is done of it so far; where it
 * was stopped, all of that is to be read again.
 */
export async function orReadAgain<T>(notify: Context['notify'], changing: Promise<T>): Promise<T> {
  try {
    return await changing;
  } catch (error) {
    if (error instanceof FailureError && error.code === 'stopped')
      notify('library.changed', { cableId: null, text: false });
    throw error;
  }
}
