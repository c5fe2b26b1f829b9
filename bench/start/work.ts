import { readdirSync, readFileSync } from 'node:fs';

/** How many units of the kernel's accounting make a second; Linux tells every program 100. */
const A_SECOND = 100;

interface Accounted {
  readonly id: number;
  readonly parent: number;
  /** Time on a processor, its own and that of children that have ended, in units of the kernel's accounting. */
  readonly work: number;
}

/** The work of a process and all that it has started, in milliseconds; null where the system does not tell it. */
export function workOf(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  const all = readdirSync('/proc').flatMap(accounted);
  const found = all.filter(({ id }) => id === pid);
  for (const { id } of found) found.push(...all.filter(({ parent }) => parent === id));
  return (found.reduce((sum, { work }) => sum + work, 0) / A_SECOND) * 1000;
}

/** What the kernel tells of a process (proc(5), `/proc/PID/stat`). One that has just ended tells nothing. */
function accounted(name: string): Accounted[] {
  if (!/^\d+$/u.test(name)) return [];
  try {
    const line = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may hold anything.
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent, work] = [fields[1] ?? 0, fields.slice(11, 15)];
    return [{ id: Number(name), parent, work: work.reduce((sum, each) => sum + each, 0) }];
  } catch {
    return [];
  }
}
