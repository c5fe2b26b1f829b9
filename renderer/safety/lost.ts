import { useQuery } from '@tanstack/react-query';
import type { Lost } from '../../domain/safety/lost.ts';
import { listen, request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';

const KEY = ['lost library'];

/** What has become of the file of the library on the desk; null where it is where and what it was. */
export function useLost(): Lost | null {
  const { data } = useQuery({ queryKey: KEY, queryFn: () => request('library.lost', {}) });
  return data ?? null;
}

/** Hears what becomes of the file of the library, until the function that comes back is called. */
export function hearLosses() {
  const offs = [
    listen('library.lost', (lost) => queryClient.setQueryData(KEY, lost)),
    listen('library.moved', (state) => {
      queryClient.setQueryData(['library'], state);
      queryClient.setQueryData(KEY, null);
    }),
    listen('desk.resting', saveAll),
  ];
  return () => {
    for (const off of offs) off();
  };
}

/** The machine is about to sleep: what cannot be saved now is tried again, and told by the status line. */
function saveAll() {
  settleTyping()
    .catch(() => null)
    .then(() => request('library.settle', {}))
    .catch(() => null);
}
