/**
 * What `docs/security.md` says of the running program: a page that somebody has got hold of cannot get out of it.
 * Here Playwright plays that somebody: it runs what it likes in the page.
 */
import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import { asNobody } from './support/other-user.ts';

// What the page is kept from is said aloud.
test.use({
  allowedErrors: [
    /Content Security Policy|Trusted|Not allowed to load|Unsafe attempt to load|net::ERR_|Failed to load resource|^$/u,
  ],
});

/** What is known of the page's bridge here. */
type Bridge = Readonly<Record<string, unknown>> & {
  request(name: string, input: unknown, files?: readonly unknown[]): Promise<unknown>;
};

/** Electron tells what a page was made with, though its types do not. */
interface Preferring {
  getLastWebPreferences(): object;
}

const PAGE = 'app://cablewright/index.html';

test('a page in strange hands stays shut in', async ({ launch }) => {
  const { app, window } = await launch();

  await test.step('it is made with nothing to get out by', async () => {
    const made = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        (webContents as unknown as Preferring).getLastWebPreferences(),
      ),
    );
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
  });

  await test.step('it knows no Node, and of the program two functions', async () => {
    const known = await window.evaluate(() => {
      const words = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
      const { cablewright } = globalThis as unknown as { cablewright: object };
      return [...words.filter((word) => word in globalThis), ...Object.keys(cablewright)];
    });
    expect(known).toEqual(['request', 'listen']);
  });

  await test.step('it cannot name a file, not even by changing what lists do', async () => {
    const answers = await window.evaluate(async () => {
      const { cablewright } = globalThis as unknown as { cablewright: Bridge };
      const name = () =>
        cablewright.request('library.state', {}, ['/etc/passwd']).then(
          () => 'taken',
          () => 'refused',
        );
      const { map } = Array.prototype;
      const before = await name();
      // eslint-disable-next-line no-extend-native -- as somebody would who shares the lists of the preload
      Array.prototype.map = () => ['/etc/passwd'] as never[];
      const after = await name();
      // eslint-disable-next-line no-extend-native
      Array.prototype.map = map;
      return [before, after];
    });
    expect(answers).toEqual(['refused', 'refused']);
  });

  await test.step('it runs nothing but the scripts that came with it', async () => {
    const ran = await window.evaluate(async () => {
      const page = globalThis as unknown as Record<string, unknown>;
      const attempts: readonly (() => void)[] = [
        () => {
          const script = document.createElement('script');
          script.textContent = 'globalThis.ran = "a script in the page"';
          document.body.append(script);
        },
        () => {
          const script = document.createElement('script');
          script.src = 'https://example.org/evil.js';
          document.body.append(script);
        },
        () => {
          document.createElement('div').innerHTML = '<img src="x" onerror="globalThis.ran = 1">';
        },
        () => {
          const button = document.createElement('button');
          button.setAttribute('onclick', 'globalThis.ran = "an attribute"');
          document.body.append(button);
          button.click();
          button.remove();
        },
        () => {
          setTimeout('globalThis.ran = "words"' as unknown as () => void, 0);
        },
        () => {
          const worker = new Worker('data:text/javascript,fetch("https://example.org")');
          worker.postMessage('work');
        },
        () => {
          location.href = 'javascript:globalThis.ran = "an address"';
        },
      ];
      for (const attempt of attempts)
        try {
          attempt();
        } catch {
          // It is refused at once, which is as good.
        }
      await new Promise((resolve) => setTimeout(resolve, 50));
      return page['ran'] ?? 'nothing';
    });
    expect(ran).toBe('nothing');
  });

  await test.step('its policy and its files come as they should', async () => {
    const { status, policy } = await answerOf(app, PAGE);
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
    expect(policy).not.toContain('unsafe');
    for (const trick of [
      'app://cablewright/..%2fmain.js',
      'app://cablewright/%2e%2e%2fmain.js',
      'app://cablewright/..%5cmain.js',
      'app://cablewright/../main.js',
      'app://cablewright/assets/..%2f..%2f..%2fpackage.json',
      'app://cablewright//etc/passwd',
      'app://cablewright/%2fetc%2fpasswd',
      'app://elsewhere/index.html',
    ])
      expect(await answerOf(app, trick), trick).toMatchObject({ status: 404 });
  });

  await test.step('it goes nowhere, opens nothing, and holds no frame and no webview', async () => {
    const heard = await hearNavigation(app);
    await window.evaluate(async () => {
      globalThis.open('https://example.org/');
      globalThis.open('about:blank');
      for (const [name, src] of [
        ['iframe', 'https://example.org/'],
        ['iframe', 'app://cablewright/index.html'],
        ['webview', 'https://example.org/'],
        ['object', 'https://example.org/'],
      ] as const) {
        const element = document.createElement(name);
        try {
          element.setAttribute(name === 'object' ? 'data' : 'src', src);
        } catch {
          // An address of a plugin is refused at once.
        }
        document.body.append(element);
      }
      const link = document.createElement('a');
      link.href = 'https://example.org/blank';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      location.href = 'app://cablewright/assets/nothing.svg';
    });
    await expect.poll(heard).toContainEqual(['app://cablewright/assets/nothing.svg', true]);
    await window.evaluate(() => {
      location.href = 'https://example.org/away';
    });
    await expect.poll(heard).toContainEqual(['https://example.org/away', true]);
    expect((await heard()).filter(([, prevented]) => !prevented)).toEqual([]);
    expect(window.url()).toBe(PAGE);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    const inner = window.frames().filter((frame) => frame !== window.mainFrame());
    for (const frame of inner) expect(frame.url()).not.toMatch(/^(?:app|https):/u);
    await window.evaluate(() => {
      for (const each of document.querySelectorAll('iframe, webview, object')) each.remove();
    });
  });

  await test.step('it is permitted nothing, and downloads nothing', async () => {
    const downloads = await hearDownloads(app);
    const told = await window.evaluate(async () => {
      const link = document.createElement('a');
      link.href = 'app://cablewright/index.html';
      link.download = 'page.html';
      document.body.append(link);
      link.click();
      link.remove();
      const refused = (work: Promise<unknown>) =>
        work.then(
          () => 'granted',
          () => 'denied',
        );
      const place = new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, reject),
      );
      return {
        notifications: await Notification.requestPermission(),
        microphone: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await refused(navigator.mediaDevices.getDisplayMedia()),
        clipboard: await refused(navigator.clipboard.readText()),
        geolocation: await refused(place),
        midi: await refused(navigator.requestMIDIAccess({ sysex: true })),
      };
    });
    expect(told).toEqual({
      notifications: 'denied',
      microphone: 'denied',
      screen: 'denied',
      clipboard: 'denied',
      geolocation: 'denied',
      midi: 'denied',
    });
    await expect.poll(downloads).toEqual([true]);
  });

  await test.step('nobody but this page is answered, and on one channel only', async () => {
    expect(await askedBySecondWindow(app)).toEqual({
      ok: false,
      failure: { code: 'bad-input', message: 'Only the window of Cablewright may ask for this.' },
    });
    const channels = await app.evaluate(({ ipcMain }) => {
      const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
      return [...ipcMain.eventNames().map(String), ..._invokeHandlers.keys()];
    });
    // Electron itself hears of errors.
    expect(channels.filter((name) => name !== 'error')).toEqual(['request']);
  });

  // And it is still at work.
  expect(await ask(window, 'library.state', {})).not.toBeNull();
});

test('the process of the window runs in the sandbox of the system', async () => {
  test.skip(process.platform !== 'linux', 'what the system says of a process is read from /proc');
  await asNobody(async (app) => {
    const window = await app.firstWindow();
    await window.getByRole('main', { name: 'Workbench' }).waitFor();
    const [main, page] = await app.evaluate(({ BrowserWindow }) => [
      process.pid,
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    ]);
    // A filter of system calls, no way to more rights, and numbers of processes of its own.
    expect(await facts(page ?? 0)).toEqual({ seccomp: '2', noNewPrivs: '1', ownNumbers: true });
    expect(await facts(main ?? 0)).toMatchObject({ seccomp: '0', ownNumbers: false });
  });
});

/** What the system says of a process. */
async function facts(pid: number) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const fact = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'mu').exec(status)?.[1] ?? '';
  return {
    seccomp: fact('Seccomp'),
    noNewPrivs: fact('NoNewPrivs'),
    ownNumbers: fact('NSpid').split(/\s+/u).length > 1,
  };
}

/** What the program answers to an address of its own. */
async function answerOf(app: ElectronApplication, address: string) {
  return app.evaluate(async ({ session }, url) => {
    const answer = await session.defaultSession
      .fetch(url, { bypassCustomProtocolHandlers: false })
      .catch(() => null);
    // An address that is cancelled is answered as little as one that is not there.
    if (answer === null) return { status: 404, policy: '' };
    return {
      status: answer.status,
      policy: answer.headers.get('content-security-policy') ?? '',
    };
  }, address);
}

/** From now on: where the page wanted to go, and whether it was kept from it. */
async function hearNavigation(app: ElectronApplication) {
  await app.evaluate(({ BrowserWindow }) => {
    const heard: [string, boolean][] = [];
    (globalThis as { heard?: unknown }).heard = heard;
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.on('will-navigate', (event) => {
      heard.push([event.url, event.defaultPrevented]);
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { heard: [string, boolean][] }).heard);
}

/** From now on: whether each download that was to begin was kept from it. */
async function hearDownloads(app: ElectronApplication) {
  await app.evaluate(({ session }) => {
    const prevented: boolean[] = [];
    (globalThis as { prevented?: unknown }).prevented = prevented;
    session.defaultSession.on('will-download', (event) => prevented.push(event.defaultPrevented));
  });
  return () => app.evaluate(() => (globalThis as unknown as { prevented: boolean[] }).prevented);
}

/** What a second window is answered that has the same page and the same preload. */
async function askedBySecondWindow(app: ElectronApplication): Promise<unknown> {
  return app.evaluate(async ({ app: program, BrowserWindow }, page) => {
    const preload = `${program.getAppPath()}/dist/preload.cjs`;
    const second = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await second.loadURL(page);
    const answer: unknown = await second.webContents.executeJavaScript(
      "cablewright.request('library.state', {})",
    );
    second.destroy();
    return answer;
  }, PAGE);
}
