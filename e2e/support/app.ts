/**
 * What every spec starts from: the real app, on a fresh folder of user data.
 *
 *     test('a note survives a restart', async ({ launch }) => {
 *       const { window, relaunch } = await launch({ args: ['--library', 'x.cablewright'] });
 *       …
 *       const again = await relaunch();
 *       …
 *     });
 *
 * At the end of each test the apps are closed, the user data is removed, and the test fails if a window
 * reported an error that `allowedErrors` does not name.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  test as base,
  expect,
  type ElectronApplication,
  type Page,
  type TestInfo,
} from 'playwright/test';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { withoutSandbox } from '../../scripts/setup/electron.mjs';
import { program } from './program.ts';

export { expect };

/** How long the app may take to end, in milliseconds; it gives its library 10 s of it to close. */
const PATIENCE = 15_000;

/** How to start the app. */
export interface LaunchOptions {
  /** Further arguments: files and folders to open, `--library=FILE`. */
  readonly args?: readonly string[];
  /** The folder of user data; a new one when not given. It is removed after the test. */
  readonly userData?: string;
  /** Variables of the environment, added to those of the test. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The running app. */
export interface Running {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly window: Page;
  /** The folder of user data. */
  readonly userData: string;
  /** Quits the app as a person does, and waits until it has ended. */
  readonly close: () => Promise<void>;
  /** Quits the app and starts it again on the same user data, with the same arguments or new ones. */
  readonly relaunch: (options?: Omit<LaunchOptions, 'userData'>) => Promise<Running>;
}

export type Launch = (options?: LaunchOptions) => Promise<Running>;

interface Fixtures {
  readonly launch: Launch;
  /** Errors of the window that a test expects: `test.use({ allowedErrors: [/Network/] })`. */
  readonly allowedErrors: readonly RegExp[];
}

interface WorkerFixtures {
  readonly display: undefined;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // Each worker draws on a display of its own: on a shared one the windows of two tests would take
  // the pointer and the focus from each other.
  display: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern.
    async ({}, use) => {
      const end = await startDisplay();
      await use(undefined);
      await end?.();
    },
    { scope: 'worker', auto: true },
  ],
  allowedErrors: [[], { option: true }],
  launch: async ({ allowedErrors }, use, info) => {
    const desk = new Desk(info);
    await use((options) => desk.launch(options));
    await desk.clear();
    const errors = desk.errors.filter((text) => !allowedErrors.some((one) => one.test(text)));
    expect(errors, 'errors that the window reported').toEqual([]);
  },
});

/** All that one test has started: its apps, folders and the errors of its windows. */
class Desk {
  readonly errors: string[] = [];
  readonly #running = new Set<Running>();
  readonly #folders = new Set<string>();
  readonly #output: string[] = [];

  readonly #info: TestInfo;

  constructor(info: TestInfo) {
    this.#info = info;
  }

  async launch(options: LaunchOptions = {}): Promise<Running> {
    const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'cablewright-e2e-')));
    this.#folders.add(userData);
    const app = await this.#start(userData, options);
    const window = await app.firstWindow();
    await window.getByRole('main', { name: 'Workbench' }).waitFor();
    const running: Running = {
      app,
      window,
      userData,
      close: () => this.#close(running),
      relaunch: async (changed = {}) => {
        await this.#close(running);
        return this.launch({ ...options, ...changed, userData });
      },
    };
    this.#running.add(running);
    return running;
  }

  /** Closes and removes everything. What the main process said is kept with a failed test. */
  async clear(): Promise<void> {
    for (const running of this.#running) await this.#close(running);
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true });
    if (this.#info.status === this.#info.expectedStatus || this.#output.length === 0) return;
    await this.#info.attach('main-process.txt', { body: this.#output.join('') });
  }

  async #start(userData: string, options: LaunchOptions): Promise<ElectronApplication> {
    const { executable, first } = program();
    const app = await _electron.launch({
      executablePath: executable,
      args: [...first, `--user-data-dir=${userData}`, ...(options.args ?? [])],
      env: { ...definedOnly(process.env), ...options.env },
      chromiumSandbox: !withoutSandbox(),
    });
    app.process().stdout?.on('data', (chunk) => this.#output.push(String(chunk)));
    app.process().stderr?.on('data', (chunk) => this.#output.push(String(chunk)));
    return app;
  }

  async #close(running: Running): Promise<void> {
    if (!this.#running.delete(running)) return;
    for (const page of running.app.windows()) this.errors.push(...(await errorsOf(page)));
    await quit(running.app);
  }
}

/** What the window has written to its console as errors, and the exceptions nobody caught. */
async function errorsOf(page: Page): Promise<string[]> {
  const messages = await page.consoleMessages().catch(() => []);
  const thrown = await page.pageErrors().catch(() => []);
  return [
    ...messages.filter((one) => one.type() === 'error').map((one) => one.text()),
    ...thrown.map((error) => error.stack ?? error.message),
  ];
}

/** The app's process; null where it was killed, and Playwright knows nothing of it any more. */
function processOf(app: ElectronApplication): ReturnType<ElectronApplication['process']> | null {
  try {
    return app.process();
  } catch {
    return null;
  }
}

/** Quits the app; one that does not end in time is killed, and the test fails. */
async function quit(app: ElectronApplication): Promise<void> {
  const child = processOf(app);
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await app.close().catch(() => undefined);
  clearTimeout(timer);
  expect(child.signalCode, `the app did not end within ${PATIENCE / 1000} s`).not.toBe('SIGKILL');
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** From now on every "Open" dialog answers with these paths; with none it answers "Cancel". */
export async function answerOpen(
  app: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
}

/** From now on every "Save" dialog answers with this path; without one it answers "Cancel". */
export async function answerSave(app: ElectronApplication, path?: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath });
  }, path ?? '');
}

/** From now on every message box answers with the button of this number, counted from 0. */
export async function answerMessage(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = async () => ({ response, checkboxChecked: false });
  }, button);
}
