import { useQuery } from '@tanstack/react-query';
import type { Unopened } from '../../domain/safety/backup.ts';
import { listen, request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';

const KEY = ['backup offer'];

/** The library that could not be opened, and of which there are backups; null where there is none. */
export function useUnopened(): Unopened | null {
  const { data } = useQuery({ queryKey: KEY, queryFn: () => request('backup.offer', {}) });
  return data ?? null;
}

/** Hears of libraries that cannot be opened. Called once, at the start of the window. */
export function hearOffers() {
  listen('backup.offered', (unopened) => queryClient.setQueryData(KEY, unopened));
}
