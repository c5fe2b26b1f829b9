/** The processes and threads of the app, for specs in which they end. */
import type { ElectronApplication } from 'playwright/test';

/** How a thread ends: broken off from outside, or by an exception that nobody catches within. */
export type End = 'broken off' | 'exception';

/** Ends the thread that keeps the library. It is known by what it is asked next. */
export async function endStore(app: ElectronApplication, how: End): Promise<void> {
  await app.evaluate(({ BrowserWindow }, way) => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its worker
    const { postMessage } = Worker.prototype;
    return new Promise<void>((resolve) => {
      Worker.prototype.postMessage = function caught(this: InstanceType<typeof Worker>, ...args) {
        Worker.prototype.postMessage = postMessage;
        postMessage.apply(this, args);
        this.once('exit', () => resolve());
        // A call that is none is met by nobody in the thread.
        if (way === 'exception') postMessage.call(this, null);
        else void this.terminate();
      };
      // What the window then asks goes to the thread.
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.send('notice', 'library.changed', { cableId: null, text: false });
    });
  }, how);
}

/** Has everything throw that quotes these words: the main process, its promises, and methods of the store. */
export async function throwEverywhere(
  app: ElectronApplication,
  words: readonly string[],
): Promise<void> {
  await app.evaluate(
    async ({ BrowserWindow }, all) => {
      const { Worker } = process.getBuiltinModule('node:worker_threads');
      // oxlint-disable-next-line typescript/unbound-method -- it is called with its worker
      const { postMessage } = Worker.prototype;
      for (const each of all) {
        setImmediate(() => JSON.parse(each) as unknown);
        void Promise.reject(new TypeError(`${each} is no function`, { cause: new Error(each) }));
      }
      await new Promise<void>((resolve) => {
        Worker.prototype.postMessage = function caught(this: InstanceType<typeof Worker>, ...args) {
          Worker.prototype.postMessage = postMessage;
          postMessage.apply(this, args);
          // Calls that no handler makes: what they bring is not as it must be.
          const methods = ['createTag', 'saveSearch', 'emend', 'takeConcepts', 'noSuchMethod'];
          for (const [at, method] of methods.entries())
            postMessage.call(this, { id: -1 - at, method, args: all });
          postMessage.call(this, { id: -100, method: 'state', args: [] });
          this.on('message', (message: { id?: number }) => {
            if (message.id === -100) resolve();
          });
        };
        const [window] = BrowserWindow.getAllWindows();
        window?.webContents.send('notice', 'library.changed', { cableId: null, text: false });
      });
    },
    [...words],
  );
}

/** From now on every message box is answered with the button of this name; what they said is kept. */
export async function answerBoxes(app: ElectronApplication, button: string): Promise<void> {
  await app.evaluate(({ dialog }, name) => {
    const boxes: string[] = [];
    Object.assign(globalThis, { boxes });
    dialog.showMessageBox = async (...args: unknown[]) => {
      const { message, buttons } = args.at(-1) as { message: string; buttons: string[] };
      boxes.push(message);
      return { response: buttons.indexOf(name), checkboxChecked: false };
    };
  }, button);
}

/** What the message boxes since `answerBoxes` have said. */
export function boxesShown(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { boxes: string[] }).boxes);
}

/**
 * Carries out a script beside the window's page, which may be another one than the test has begun with. What
 * is asked of a page that is going never comes back, so there is an end to waiting: then it is null.
 */
export function inPage<T>(app: ElectronApplication, code: string): Promise<T | null> {
  return app.evaluate(
    ({ BrowserWindow }, source) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(999, [
          { code: source },
        ]) as Promise<T>,
        new Promise<null>((resolve) => {
          setTimeout(() => resolve(null), 1_000);
        }),
      ]),
    code,
  );
}

/** The words of an element of the page, '' where there is none. */
export async function wordsOf(app: ElectronApplication, selector: string): Promise<string> {
  const code = `document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`;
  return (await inPage<string>(app, code)) ?? '';
}

/** All stretches of three words of a text, in small letters. */
export function stretchesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}
