/** How many of the newest backups of a library are kept, whatever their age. */
export const NEWEST_KEPT = 10;

/** For how many days one backup a day is kept beside those, today being the first. */
export const DAYS_KEPT = 30;

/** How many of the newest are kept even where they take more room than they should. */
const ALWAYS_KEPT = 3;

/** What keeping backups goes by: when each was made (UTC ISO 8601), and its size in bytes. */
export interface KeptBy {
  readonly made: string;
  readonly size: number;
}

/**
 * The order of backups at the time `now`, newest first. Where the clock was set back, what was made before seems
 * to be of the future: it is older than what has been made since.
 */
export function newestFirst(now: Date) {
  const time = now.toISOString();
  return (a: Pick<KeptBy, 'made'>, b: Pick<KeptBy, 'made'>): number => {
    const [aheadA, aheadB] = [a.made > time, b.made > time];
    if (aheadA !== aheadB) return aheadA ? 1 : -1;
    return a.made === b.made ? 0 : a.made < b.made ? 1 : -1;
  };
}

/**
 * Which of the backups of a library are kept at the time `now`: the 10 newest, and of each of the last 30
 * days (UTC) the newest of that day. Where these take more than `room` bytes the oldest of them go, but never
 * the three newest.
 */
export function keptBackups<Each extends KeptBy>(
  backups: readonly Each[],
  now: Date,
  room: number = Infinity,
): Each[] {
  const inOrder = backups.toSorted(newestFirst(now));
  const oldest = new Date(now.getTime() - (DAYS_KEPT - 1) * DAY).toISOString().slice(0, 10);
  const days = new Set<string>();
  let taken = 0;
  return inOrder.filter(({ made, size }, at) => {
    const day = made.slice(0, 10);
    const isFirstOfDay = day >= oldest && !days.has(day);
    days.add(day);
    if (at >= NEWEST_KEPT && !isFirstOfDay) return false;
    taken += size;
    return at < ALWAYS_KEPT || taken <= room;
  });
}

const DAY = 24 * 60 * 60 * 1000;
