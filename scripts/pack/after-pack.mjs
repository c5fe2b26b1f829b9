/**
 * What electron-builder leaves to us: an Electron that was unpacked before brings its default app along,
 * which no shipped program needs. And what is packed from the stand-in says so in its folder.
 */
import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packing } from './places.mjs';

/** The file beside a program that must not be given away. */
export const TRIAL_NOTE = 'FOR TRIALS ONLY.txt';

const TRIAL = `This Cablewright was packed from an old Electron that stands in where the real one cannot be
downloaded. It serves tests and trials and has known holes: please do not use it for work and do not
give it away. On a connection that reaches Electron's download, "npm run pack" makes the real one.
`;

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  await rm(join(resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
  if (packing().trial) await writeFile(join(appOutDir, TRIAL_NOTE), TRIAL);
}
