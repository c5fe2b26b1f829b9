import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import { listen, request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { backedUpWords, restoredWords } from './words.ts';

/** The backups that lie on the desk: of which library, and what has just become of them. */
interface Shelf {
  /** The file of a library that could not be opened; null where it is that on the desk. */
  readonly path: string | null;
  readonly busy: string | null;
  readonly said: string;
}

export const useShelf = create<Shelf>(() => ({ path: null, busy: null, said: '' }));

/** Lays the backups of a library on the desk; null means the one that is open. */
export function showBackups(path: string | null) {
  useShelf.setState({ path, said: '' });
  void queryClient.invalidateQueries({ queryKey: ['backups'] });
  useDesk.setState({ sheet: 'backups' });
}

export function useBackups(path: string | null) {
  return useQuery({
    queryKey: ['backups', path],
    queryFn: () => request('backup.list', { path }),
  });
}

/** Backs the library up, and shows that it is done. */
export async function backUp() {
  if (useShelf.getState().busy !== null) return;
  showBackups(null);
  useShelf.setState({ busy: 'The library is being backed up, and the backup read again …' });
  try {
    const made = await request('backup.make', {});
    useShelf.setState({ said: backedUpWords(made) });
  } finally {
    useShelf.setState({ busy: null });
    await queryClient.invalidateQueries({ queryKey: ['backups'] });
  }
}

/** Puts a backup in the place of its library. The desk is cleared with that, so the sheet is laid on it again. */
export async function restore(name: string, made: string) {
  const { path } = useShelf.getState();
  const cleared = nextLibrary();
  useShelf.setState({ busy: 'The backup is being read from end to end, and put in its place …' });
  try {
    const { kept } = await request('backup.restore', { name, path });
    await cleared.heard;
    useShelf.setState({ path: null, said: restoredWords(made, kept) });
    queryClient.setQueryData(['backup offer'], null);
    useDesk.setState({ sheet: 'backups', failure: null });
  } finally {
    cleared.end();
    useShelf.setState({ busy: null });
    await queryClient.invalidateQueries({ queryKey: ['backups'] });
  }
}

/** Waits until another library lies on the desk, and everything of the last has been put away. */
function nextLibrary() {
  let end = () => {};
  const heard = new Promise<void>((resolve) => {
    end = listen('library.switched', (state) => state && resolve());
  });
  return { heard, end: () => end() };
}
