/**
 * The stand-in's default app: `electron [switches] FOLDER …` runs the app in FOLDER, as the real
 * Electron's default app does.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/**
 * What we read of an app's package.json.
 * @typedef {{ name: string, productName?: string, version: string, main: string }} Package
 */

/**
 * Electron's own default app uses these two as well; the public types leave them out.
 * @typedef {{ setAppPath(path: string): void, setVersion(version: string): void }} Hidden
 */

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));

if (folder === undefined) {
  console.error('This Electron needs the folder of an app as its argument.');
  app.exit(1);
} else {
  await run(resolve(folder));
}

/**
 * Awaited at the top: Electron is 'ready' only afterwards, and an app has things to say before that.
 * @param {string} path the app's folder
 */
async function run(path) {
  const { name, productName, version, main } = /** @type {Package} */ (
    JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  );
  // The real default app sets this too; programs ask it to tell the app's folder from a file to open.
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const whole = /** @type {Electron.App & Hidden} */ (app);
  whole.setAppPath(path);
  whole.setName(productName ?? name);
  whole.setVersion(version);
  try {
    await import(pathToFileURL(join(path, main)).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
