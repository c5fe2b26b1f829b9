import { EventEmitter } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App, CommandLine, Session, WebContents } from 'electron';
import { expect, test, vi } from 'vitest';
import { lockAll, lockContents, lockSession, SAFE, silenceNetwork } from './lockdown.ts';
import { PAGE } from './pages.ts';

/** What Electron gives to whoever hears of something: it can be kept from happening. */
const happening = (more: object = {}) => ({ preventDefault: vi.fn(), ...more });

/** As much of a page as is locked. */
function contents() {
  const asked: { open?: (details: { url: string }) => unknown; webRtc?: string } = {};
  const fake = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (open: (details: { url: string }) => unknown) => (asked.open = open),
    setWebRTCIPHandlingPolicy: (policy: string) => (asked.webRtc = policy),
  });
  return { fake, asked, locked: fake as unknown as WebContents };
}

type Decide = (answer: unknown) => void;

/** As much of a session as is locked. */
function session() {
  const set = new Map<string, (...given: readonly unknown[]) => unknown>();
  const said = new Map<string, unknown>();
  const setter = (name: string) => (handler: (...given: readonly unknown[]) => unknown) =>
    set.set(name, handler);
  const fake = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: setter('request'),
    setPermissionCheckHandler: setter('check'),
    setDevicePermissionHandler: setter('device'),
    setSpellCheckerLanguages: (languages: unknown) => said.set('languages', languages),
    setSpellCheckerEnabled: (enabled: unknown) => said.set('spelling', enabled),
    webRequest: { onBeforeRequest: setter('load') },
  });
  return { fake, set, said, locked: fake as unknown as Session };
}

test('windows are made with nothing that a page could get out by', () => {
  expect(SAFE).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});

const sources = globSync('**/*.ts', { cwd: import.meta.dirname })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(import.meta.dirname, file), 'utf8') }));

test('every window that the program makes is made so, and says nothing else about it', () => {
  const preferences = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/new BrowserWindow\([\s\S]*?webPreferences: \{([^}]*)\}/gu)].map(
      ([, told = '']) => ({ file, told }),
    ),
  );
  const windows = sources.flatMap(
    ({ text }) => text.match(/new (?:BrowserWindow|BrowserView|WebContentsView)\(/gu) ?? [],
  );
  expect(preferences).toHaveLength(windows.length);
  expect(windows.length).toBeGreaterThan(0);
  for (const { file, told } of preferences) {
    const said = told.replaceAll(/\/\/.*/gu, '');
    const names = said.split(',').flatMap((part) => /^\s*(\.{3}\w+|\w+)/u.exec(part)?.[1] ?? []);
    expect(names, file).toContain('...SAFE');
    expect(
      names.filter((name) => !['...SAFE', 'preload', 'session', 'v8CacheOptions'].includes(name)),
      file,
    ).toEqual([]);
  }
});

test.for([
  ['opens an address with another program', /\bopenExternal\b/u],
  ['loads a file by its path', /\bloadFile\b/u],
  ['switches parts of Blink on', /\benableBlinkFeatures\b|enable-blink-features/u],
  [
    'switches rules of the web off',
    /disable-web-security|disable-site-isolation|ignore-certificate/u,
  ],
  ['takes another scheme for safe', /\bbypassCSP\b|\ballowServiceWorkers\b/u],
  ['lets a page have its own module of the main process', /@electron\/remote/u],
] as const)('nothing in the program %s', ([, pattern]) => {
  expect(sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
});

test('only what is built in is loaded: no address of the net stands where pages are loaded', () => {
  const loads = sources.flatMap(({ text }) => [...text.matchAll(/\.loadURL\(([^)]*)\)/gu)]);
  expect(new Set(loads.map(([, what]) => what))).toEqual(new Set(['PAGE', 'address']));
  expect(PAGE).toBe('app://cablewright/index.html');
});

test.for([
  ['https://example.org/', true],
  ['file:///etc/passwd', true],
  ['app://elsewhere/index.html', true],
  ['app://cablewright/assets/picture.svg', true],
  ['data:text/html,x', true],
  ['javascript:alert(1)', true],
  [PAGE, false],
  [`${PAGE}#there`, false],
] as const)('the window going to %s is prevented: %s', ([url, prevented]) => {
  const { fake, locked } = contents();
  lockContents(locked);
  for (const name of ['will-navigate', 'will-redirect']) {
    const event = happening({ url, isMainFrame: true });
    fake.emit(name, event);
    expect(event.preventDefault).toHaveBeenCalledTimes(prevented ? 1 : 0);
  }
});

test('no frame within the window goes anywhere, not even to our own page', () => {
  const { fake, locked } = contents();
  lockContents(locked);
  const [inner, outer] = [false, true].map((isMainFrame) => happening({ url: PAGE, isMainFrame }));
  fake.emit('will-frame-navigate', inner);
  fake.emit('will-frame-navigate', outer);
  expect(inner?.preventDefault).toHaveBeenCalledOnce();
  expect(outer?.preventDefault).not.toHaveBeenCalled();
});

test('no window is opened, no webview taken in, and no address of the machine told', () => {
  const { fake, asked, locked } = contents();
  lockContents(locked);
  for (const url of [PAGE, 'https://example.org/', 'about:blank'])
    expect(asked.open?.({ url })).toEqual({ action: 'deny' });
  const event = happening();
  fake.emit('will-attach-webview', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(asked.webRtc).toBe('disable_non_proxied_udp');
});

test('every permission is denied, asked for or looked up, and every device', () => {
  const { set, locked } = session();
  lockSession(locked);
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fullscreen',
    'usb',
  ]) {
    const decide = vi.fn<Decide>();
    set.get('request')?.(null, permission, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith(false);
    expect(set.get('check')?.(null, permission)).toBe(false);
  }
  expect(set.get('device')?.({ deviceType: 'usb' })).toBe(false);
});

test.for([
  ['https://example.org/', true],
  ['http://127.0.0.1/', true],
  ['ws://127.0.0.1/', true],
  ['file:///etc/passwd', true],
  ['app://elsewhere/a.js', true],
  ['app://somebody@cablewright/a.js', true],
  ['app://cablewright:1/a.js', true],
  ['chrome://settings', true],
  ['app://cablewright/assets/a.js', false],
] as const)('loading %s is cancelled: %s', ([url, cancel]) => {
  const { set, locked } = session();
  lockSession(locked);
  const decide = vi.fn<Decide>();
  set.get('load')?.({ url }, decide);
  expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel });
});

test('nothing is downloaded, dictionaries neither', () => {
  const { fake, said, locked } = session();
  lockSession(locked);
  const event = happening();
  fake.emit('will-download', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(said).toEqual(
    new Map<string, unknown>([
      ['languages', []],
      ['spelling', false],
    ]),
  );
});

test('whatever page and session comes to be is locked', () => {
  const app = new EventEmitter();
  lockAll(app as unknown as App);
  const [page, own] = [contents(), session()];
  app.emit('web-contents-created', {}, page.locked);
  app.emit('session-created', own.locked);
  expect(page.asked.open?.({ url: PAGE })).toEqual({ action: 'deny' });
  expect(own.set.get('check')?.(null, 'media')).toBe(false);
});

test('Chromium reaches nothing by itself', () => {
  const switches = new Map<string, string | undefined>();
  const line = { appendSwitch: (name: string, value?: string) => switches.set(name, value) };
  silenceNetwork(line as unknown as CommandLine);
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  expect(switches.get('proxy-server')).toMatch(/\.invalid:1$/u);
  expect(switches.get('proxy-bypass-list')).toBe('<-loopback>');
  for (const name of ['disable-background-networking', 'disable-component-update', 'no-pings'])
    expect(switches.has(name)).toBe(true);
});
