import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { withoutSandbox } from '../../scripts/setup/electron.mjs';
import { workOf } from './work.ts';

/** What is noted of a start, in the order in which it happens. */
export const MOMENTS = ['main', 'ready', 'window', 'page', 'shown', 'readable'] as const;
export type Moment = (typeof MOMENTS)[number];

/** One start: when what happened, in milliseconds since the process was asked for. */
export interface Start {
  readonly moments: Readonly<Record<Moment, number>>;
  /** The work of all its processes until some time after the text could be read, in milliseconds; null where that cannot be told. */
  readonly work: number | null;
}

/** What is started, and where. */
interface Starting {
  /** Electron's program. */
  readonly executable: string;
  /** The folder of the tap, which is the app for Electron. */
  readonly tap: string;
  /** The main module that the tap loads. */
  readonly program: string;
  readonly userData: string;
}

/** How long a start may take, in milliseconds. */
const PATIENCE = 60_000;

/** How long what comes after the first text may still work until its work is counted, in milliseconds. */
const REST = 2_500;

/** Starts a program, waits until its first text can be read and all is at rest, and ends it as a system does. */
export async function startOnce({ executable, tap, program, userData }: Starting): Promise<Start> {
  const begun = Date.now();
  const child = spawn(
    executable,
    [...(withoutSandbox() ? ['--no-sandbox'] : []), tap, `--user-data-dir=${userData}`],
    {
      env: { ...process.env, CABLEWRIGHT_BENCH_PROGRAM: program },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  try {
    const moments = await momentsOf(child, begun);
    await wait(REST);
    return { moments, work: workOf(child.pid) };
  } finally {
    await ended(child);
  }
}

/** Hears from the tap until all moments have come. */
async function momentsOf(child: ChildProcess, begun: number): Promise<Start['moments']> {
  const { stdout } = child;
  if (!stdout) throw new Error('The program was started without a way to hear it.');
  const moments: Partial<Record<Moment, number>> = {};
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  for await (const line of createInterface({ input: stdout })) {
    const [mark, name, time] = line.split(' ');
    const moment = MOMENTS.find((each) => each === name);
    if (mark === 'tap' && moment) moments[moment] ??= Number(time) - begun;
    if (isWhole(moments)) {
      clearTimeout(patience);
      return moments;
    }
  }
  clearTimeout(patience);
  throw new Error(
    `The program ended or stood still; it had come to: ${Object.keys(moments).join(', ')}.`,
  );
}

function isWhole(moments: Partial<Record<Moment, number>>): moments is Record<Moment, number> {
  return MOMENTS.every((moment) => moments[moment] !== undefined);
}

/** Ends a program, which closes its library. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await end;
  clearTimeout(patience);
}
