import { create } from 'zustand';
import type { RequestOutput } from '../../domain/contract.ts';
import type { CableChoice } from '../../domain/library/choice.ts';
import { request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import { working } from '../library/work.ts';
import { signed } from '../settings/signing.ts';
import { announce } from '../status/announce.ts';
import { decidedWords, mergedWords, savedWords } from './words.ts';

type Read = NonNullable<RequestOutput<'merge.choose'>>;
type Done = NonNullable<RequestOutput<'merge.run'>>;

/** The package or library that was chosen to be merged, and what merging it has done. */
interface Merging {
  readonly read: Read | null;
  readonly running: boolean;
  readonly done: Done | null;
}

export const useMerging = create<Merging>(() => ({ read: null, running: false, done: null }));

/** Which cables go into a package: the one on the desk, those marked in the table, those the search finds, or all. */
export type Which = 'cable' | 'chosen' | 'found' | 'all';

/** Cables that were marked one by one. */
interface Chosen {
  readonly choice: CableChoice;
  readonly cables: number;
}

/** What goes into the next package. */
export const useWanted = create<{ readonly which: Which; readonly chosen: Chosen | null }>(() => ({
  which: 'cable',
  chosen: null,
}));

/** Lays the sheet of packages on the desk for cables that were marked, or for the one on the desk. */
export function openPackage(chosen: Chosen | null = null) {
  useWanted.setState({ which: chosen ? 'chosen' : 'cable', chosen });
  useDesk.setState({ sheet: 'package' });
}

/** The reader chooses a file; what merging it would do is shown on a sheet. */
export async function chooseMerge(): Promise<void> {
  const read = await working({ name: 'Reading', thing: 'cable' }, request('merge.choose', {}));
  if (!read) return;
  useMerging.setState({ read, running: false, done: null });
  useDesk.setState({ sheet: 'merge' });
}

/** Merges what was read. */
export async function runMerge({ id }: Read): Promise<void> {
  useMerging.setState({ running: true });
  try {
    signed();
    const work = { name: 'Merging', thing: 'cable' };
    const done = await working(work, request('merge.run', { id }));
    if (!done) return;
    useMerging.setState({ done });
    announce(mergedWords(done));
  } finally {
    useMerging.setState({ running: false });
  }
}

/** Leaves what was read and not merged. */
export async function leaveMerge(): Promise<void> {
  const { read, done, running } = useMerging.getState();
  if (!read || done || running) return;
  useMerging.setState({ read: null });
  await request('merge.leave', { id: read.id });
}

/** Saves cables as a package; what has come of it, null where the dialog was left or it was stopped. */
export async function savePackage(choice: CableChoice): Promise<string | null> {
  const work = { name: 'Saving', thing: 'cable' };
  const saved = await working(work, request('package.save', { choice }));
  if (!saved) return null;
  const words = savedWords(saved);
  announce(words);
  return words;
}

/** Decides a conflict. */
export async function decide(id: string, take: 'first' | 'second', title: string): Promise<void> {
  signed();
  await request('conflict.decide', { ids: [id], take });
  announce(decidedWords(title));
}

/** Takes what stands of all conflicts that are open. */
export async function decideAll(open: number): Promise<void> {
  signed();
  await request('conflict.decide', { ids: null, take: 'shown' });
  announce(decidedWords(count(open, 'conflict')));
}
