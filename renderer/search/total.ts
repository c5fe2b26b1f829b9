import { useFirstPage, useListed } from '../library/cablePages.ts';
import { useCounts } from './counting.ts';

/** How many cables are listed: as the list itself says, else as they were counted, else those that are there. */
export function useTotal(): { total: number; exact: boolean } | null {
  const { query } = useListed();
  const { data, isPlaceholderData } = useFirstPage();
  const { counts, stale } = useCounts(query);
  if (!data) return null;
  if (data.total !== null) return { total: data.total, exact: !isPlaceholderData };
  if (counts && !stale) return { total: counts.total, exact: true };
  return { total: data.lines.length, exact: false };
}
