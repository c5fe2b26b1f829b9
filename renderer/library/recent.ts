import { useQuery } from '@tanstack/react-query';
import type { RecentLibrary } from '../../domain/library/library.ts';
import { request } from '../bridge.ts';

/** The libraries lately opened, newest first. */
export function useRecentLibraries(): readonly RecentLibrary[] {
  const { data } = useQuery({
    queryKey: ['recent'],
    queryFn: () => request('library.recent', {}),
  });
  return data ?? [];
}

/** Puts one of them on the desk; the notice `library.switched` does the rest. */
export function openRecent(path: string) {
  return request('library.openRecent', { path });
}
