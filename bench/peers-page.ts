import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { build } from 'vite';
import type { Painted, Peers } from './peers.ts';

const COLOURS = [
  '#a85a00',
  '#1b7fb5',
  '#00795a',
  '#8a7400',
  '#005a99',
  '#c04500',
  '#9c4a7c',
  '#5c5c5c',
];

/** The page the peers work in: a frame as large as a pane of the window, set in a like face. */
function pageWith(
  script: string,
  pane: { readonly width: number; readonly height: number },
): string {
  const highlights = COLOURS.map(
    (colour, index) =>
      `::highlight(colour-${index}) { background: ${colour}26; text-decoration: underline ${colour} 2px; }`,
  );
  return `<!doctype html>
<meta charset="utf-8" />
<title>Peers</title>
<link rel="stylesheet" href="peers.css" />
<style>
  body { margin: 0; }
  .frame { position: relative; width: ${pane.width}px; height: ${pane.height}px; overflow-y: scroll; }
  pre { margin: 0; padding: 16px 24px; font: 400 16px / 25px Georgia, serif; white-space: pre-wrap; }
  ${highlights.join('\n  ')}
</style>
<script src="${script}" defer></script>`;
}

/** Opens a second window of the same app, in which the peers show the same text. */
export async function openPeers(
  app: ElectronApplication,
  folder: string,
  pane: { readonly width: number; readonly height: number },
): Promise<Page> {
  const outDir = join(folder, 'peers');
  await mkdir(outDir);
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, 'peers.ts'),
        formats: ['iife'],
        name: 'page',
        fileName: () => 'peers.js',
        cssFileName: 'peers',
      },
    },
  });
  const file = join(outDir, 'index.html');
  await writeFile(file, pageWith('peers.js', pane));
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow, app: electron }, path) => {
    // The program's own windows may load its own pages only; this one has a session of its own.
    electron.removeAllListeners('web-contents-created');
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      webPreferences: { partition: 'peers', sandbox: true, contextIsolation: true },
    });
    await window.loadFile(path);
  }, file);
  const page = await opened;
  await page.waitForFunction(() => 'peers' in globalThis);
  return page;
}

/** Lets one of the peers show a text with annotations on stretches of it. */
export function shownBy(
  page: Page,
  peer: keyof Peers,
  shown: Parameters<Peers['plain']>[0],
): Promise<Painted> {
  return page.evaluate(
    ([name, what]) => {
      const { peers } = globalThis as unknown as { readonly peers: Peers };
      return peers[name](what);
    },
    [peer, shown] as const,
  );
}
