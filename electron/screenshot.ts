import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** How long the window may take until it can be looked at, in milliseconds. */
const PATIENCE = 60_000;

/** Runs in the page: ends when its fonts are there and two more frames have been drawn with them. */
const SETTLED = `document.fonts.ready.then(() => new Promise((drawn) =>
  requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))))`;

/**
 * Writes what the window shows into `file`, as PNG, as soon as `ready` says that it can be looked at.
 * Rejects with a sentence where that takes too long or the file cannot be written.
 */
export async function takeScreenshot(
  window: BrowserWindow,
  ready: Promise<void>,
  file: string,
): Promise<void> {
  const late = new AbortController();
  const tooLate = wait(PATIENCE, null, { signal: late.signal }).then(() => {
    throw new Error(`The window could not be looked at within ${PATIENCE / 1000} seconds`);
  });
  try {
    await Promise.race([capture(window, ready, file), tooLate]);
  } finally {
    late.abort();
    await tooLate.catch(() => null);
  }
}

async function capture(window: BrowserWindow, ready: Promise<void>, file: string): Promise<void> {
  await ready;
  await window.webContents.executeJavaScript(SETTLED);
  const picture = await window.webContents.capturePage();
  if (picture.isEmpty()) throw new Error('The window gave an empty picture');
  await writeFile(file, picture.toPNG()).catch((error: unknown) => {
    throw new Error(`The picture could not be written to ${file} (${String(error)})`);
  });
}
