import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchCounts } from '../../domain/search/result.ts';
import { request } from '../bridge.ts';

/** How long a query must have stood before it is counted, in milliseconds. */
const REST = 120;

/** A value once it has stood for a while. */
export function useRested<Value>(value: Value, rest: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest);
    return () => clearTimeout(timer);
  }, [value, rest]);
  return rested;
}

/**
 * What a query finds, counted, once the query has stood for a while; undefined while nobody has
 * counted yet. `stale` where it is the count of the query before.
 */
export function useCounts(query: string): { counts: SearchCounts | undefined; stale: boolean } {
  const rested = useRested(query, REST);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['cables', 'counted', rested],
    queryFn: () => request('search.counts', { query: rested }),
    placeholderData: keepPreviousData,
  });
  return { counts: data, stale: isPlaceholderData || rested !== query };
}
