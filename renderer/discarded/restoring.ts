import { request } from '../bridge.ts';
import { count } from '../desk/words.ts';
import { announce } from '../status/announce.ts';

/** Brings deleted cables back, and says so. */
export async function restoreCables(ids: readonly string[]): Promise<string> {
  const { cables } = await request('cables.restore', { ids: [...ids] });
  const words =
    cables === 0
      ? 'They have been brought back already.'
      : `${count(cables, 'cable')} brought back`;
  announce(words);
  return words;
}
