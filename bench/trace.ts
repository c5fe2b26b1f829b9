import type { Page } from 'playwright';

/** What the browser's own record of its work says of one thing it did; times in microseconds. */
export interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began. */
  readonly ts: number;
  /** How long it took by the clock, and how long the thread was at work on it. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** Lets the browser keep a record of its work until the function that comes back is called. */
export async function record(page: Page): Promise<() => Promise<Traced[]>> {
  const session = await page.context().newCDPSession(page);
  const events: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as Traced[]));
  });
  await session.send('Tracing.start', {
    categories: 'toplevel,devtools.timeline',
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise((done) => {
      session.once('Tracing.tracingComplete', done);
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return events;
  };
}

/** What the window's one thread did, in the order in which it did it: of the thread that heard a `type` of event. */
export function ofThread(events: readonly Traced[], type: string): Traced[] {
  const heard = events.find((event) => hears(event, type));
  return events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === heard?.pid && tid === heard.tid)
    .toSorted((a, b) => a.ts - b.ts);
}

/** Whether this is an event of the page being heard, of the `type` that the page calls it. */
export function hears({ name, args }: Traced, type: string): boolean {
  return name === 'EventDispatch' && args?.data?.type === type;
}

/** Whether this is a task, in which all work of a thread is done. */
export function isTask({ name }: Traced): boolean {
  return name === 'ThreadControllerImpl::RunTask';
}

/** When something ended, in microseconds. */
export function endOf({ ts, dur = 0 }: Traced): number {
  return ts + dur;
}

/** How long a thread was at work on tasks, in milliseconds. */
export function workOf(tasks: readonly Traced[]): number {
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}
