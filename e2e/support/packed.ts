/**
 * The packed program as it is shipped, with all fuses as they are: it lets no test into its main process,
 * so its window is driven by Chromium's own port for debugging.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright/test';
import { withoutSandbox } from '../../scripts/setup/electron.mjs';

/** The switches that every start of it here needs. */
export const switches = withoutSandbox() ? ['--no-sandbox'] : [];

/** The running program. */
export interface Shipped {
  readonly window: Page;
  /** Quits it, and waits until it has ended; its exit code. */
  readonly close: () => Promise<number | null>;
}

/** Starts the program with arguments as a desktop would give them. */
export async function startShipped(
  executable: string,
  userData: string,
  args: readonly string[] = [],
): Promise<Shipped> {
  const own = ['--remote-debugging-port=0', `--user-data-dir=${userData}`];
  const child = spawn(executable, [...switches, ...own, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('The program has no window.');
  const window = context.pages()[0] ?? (await context.waitForEvent('page'));
  await window.getByRole('main', { name: 'Workbench' }).waitFor();
  return {
    window,
    close: async () => {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      // The page may be gone before it can say that it has closed its window.
      await window.evaluate(() => globalThis.close()).catch(() => undefined);
      return (await ended)[0];
    },
  };
}

/** Where Chromium listens, which it says as soon as it does. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    const [, address] = /DevTools listening on (ws:\S+)/u.exec(said) ?? [];
    if (address) return address;
  }
  throw new Error(`The program ended before it could be reached. It said:\n${said}`);
}
