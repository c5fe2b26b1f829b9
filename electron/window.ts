import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron';
import { SAFE } from './lockdown.ts';
import type { Log } from './log.ts';
import { PAGE } from './pages.ts';
import { windowPicture } from './places.ts';
import type { SettingsFile, WindowPlace } from './settings-file.ts';

const SMALLEST = { minWidth: 900, minHeight: 600 };
const FIRST = { width: 1440, height: 900 };

/** The colours of the paper, so that nothing flashes before the page is drawn (see the window's own tokens). */
const PAPER = { light: '#FBF8F2', dark: '#1B1917' };

/** Opens the window where it stood last. It shows itself as soon as there is something to see. */
export function openWindow(settings: SettingsFile, log: Log): BrowserWindow {
  const place = onScreen(settings.window);
  const window = new BrowserWindow({
    ...(place?.bounds ?? FIRST),
    ...SMALLEST,
    show: false,
    backgroundColor: paper(),
    title: 'Cablewright',
    ...(process.platform === 'linux' ? { icon: windowPicture() } : {}),
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      ...SAFE,
      // Code is kept as compiled from the first start on, and not after several within days.
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.on('close', () => {
    settings.rememberWindow({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.loadURL(PAGE).catch((error: unknown) => {
    log.error('The page could not be loaded.', error);
  });
  return window;
}

/** Names the library in the window's title. */
export function showTitle(window: BrowserWindow | null, library: string | null): void {
  window?.setTitle(library === null ? 'Cablewright' : `${library} – Cablewright`);
}

/** Makes the choice of light or dark felt in the frame and behind the page. */
export function applyTheme(window: BrowserWindow | null, settings: SettingsFile): void {
  nativeTheme.themeSource = settings.settings.theme;
  window?.setBackgroundColor(paper());
}

function paper(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

/** A place is only good if a screen shows enough of it to take hold of the window. */
function onScreen(place: WindowPlace | null): WindowPlace | null {
  const { bounds } = place ?? { bounds: null };
  if (!bounds) return null;
  const visible = screen.getAllDisplays().some(({ workArea }) => overlap(workArea, bounds));
  return visible ? place : null;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width >= 100 && height >= 100;
}
