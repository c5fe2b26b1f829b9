import { useQuery } from '@tanstack/react-query';
import { pageOptions, useFirstPage, useListed } from '../library/cablePages.ts';
import { useRested } from './counting.ts';
import { listKey, useSearching } from './searching.ts';

/** How long a search must have stood before all of what it found is ranked, in milliseconds. */
const REST = 1_500;

/**
 * How far what was found is ranked: all of it (null), or the first so many while the rest is being
 * ranked in the background. Once that is `done` the reader can have the list so; it never changes
 * by itself under their eyes.
 */
export function useRanking() {
  const listed = useListed();
  const { data, isPlaceholderData } = useFirstPage();
  const ranked = data?.ranked ?? null;
  const key = listKey(listed);
  const rested = useRested(key, REST) === key;
  const waits = ranked !== null && !isPlaceholderData;
  const whole = useQuery({
    ...pageOptions({ ...listed, whole: true }, 0),
    enabled: waits && rested,
  });
  return {
    ranked: waits ? ranked : null,
    done: waits && whole.isSuccess,
    failed: waits && whole.isError,
    show: () => useSearching.setState({ whole: key }),
  };
}
