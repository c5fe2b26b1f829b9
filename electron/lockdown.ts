import type { App, CommandLine, Session, WebContents, WebPreferences } from 'electron';
import { isOwnAddress, isPage } from './pages.ts';

/**
 * What every window is made with. Most of it is what Electron does anyway; it is said here so that no
 * change of Electron's mind is one of ours.
 */
export const SAFE = {
  // The page runs in a sandbox, knows nothing of Node, and meets the preload only by what that hands it.
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  // Nothing of the web's own rules is given up, and nothing unfinished is tried.
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  // What is dropped on the window is imported, never gone to.
  navigateOnDragDrop: false,
  // The spell checker fetches dictionaries.
  spellcheck: false,
} as const satisfies WebPreferences;

/**
 * Chromium's switches against connections of its own making (look-ups, updates, reports, pings).
 * Must be called before Electron is ready.
 *
 * No name resolves and no address is reached (`host-resolver-rules`), and whatever would bypass that
 * is sent to a proxy whose name cannot exist (RFC 2606, `.invalid`), loopback included. Our own pages
 * come by `app://`, which knows neither names nor proxies. So even a request that slips past the
 * policy of the page and past `allowOnlyOwnPages` leads nowhere.
 */
export function silenceNetwork(commandLine: CommandLine): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-breakpad',
    'no-pings',
    'no-proxy-auto-detect',
  ])
    commandLine.appendSwitch(name);
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', 'socks5://cablewright.invalid:1');
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

/** Locks whatever comes to be in the program, also what nobody thought of: every page and every session. */
export function lockAll(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });
  app.on('session-created', lockSession);
}

/** Lets a session load our own pages and nothing else, with no permission and no dictionary downloads. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The spell checker fetches the dictionaries of its languages from a server: it gets none.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isAllowed(url) });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** Keeps a window on its page: it can be loaded again, but goes nowhere else, opens no other window and holds no frame. */
export function lockContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; readonly url: string }) => {
    if (!isPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Our own pages, and the developer tools, which Electron carries within itself. */
function isAllowed(url: string): boolean {
  return isOwnAddress(url) || url.startsWith('devtools://');
}
