/** Where the packed programs lie, and which Electron they are packed from. */
import { dirname, join } from 'node:path';
import { requireElectron } from '../setup/electron.mjs';
import { inModules, inRoot } from '../setup/paths.mjs';
import { readVersion } from '../setup/json.mjs';
import { STAND_IN_VERSION } from '../setup/stand-in.mjs';

/**
 * @typedef {object} Packing
 * @property {boolean} trial whether only the stand-in is there to pack from: never to be given away
 * @property {string} electron the folder of the Electron that is packed
 * @property {string} version that Electron's version
 * @property {string} output the folder that the results are put into
 * @property {string} folder the folder of the packed program
 */

/**
 * What is packed on this machine, and whereto. What comes of the stand-in has a folder of its own, so that
 * nobody takes it for a program to give away.
 * @returns {Packing}
 */
export function packing() {
  const { executable, standIn } = requireElectron();
  const output = standIn ? inRoot('release', 'trial') : inRoot('release');
  return {
    trial: standIn,
    // A macOS program lies in a folder of its own within that of Electron.
    electron: standIn ? dirname(executable) : inModules('electron', 'dist'),
    version: standIn ? STAND_IN_VERSION : readVersion(inModules('electron', 'package.json')),
    output,
    folder: join(output, folderName()),
  };
}

/** The name that electron-builder gives the folder of a program for this system. */
function folderName() {
  const { platform, arch } = process;
  if (platform === 'darwin') return arch === 'x64' ? 'mac' : `mac-${arch}`;
  const system = platform === 'win32' ? 'win' : platform;
  return arch === 'x64' ? `${system}-unpacked` : `${system}-${arch}-unpacked`;
}

/**
 * The program in a folder of a packed program.
 * @param {string} folder
 */
export function executableIn(folder) {
  if (process.platform === 'win32') return join(folder, 'Cablewright.exe');
  if (process.platform !== 'darwin') return join(folder, 'cablewright');
  return join(folder, 'Cablewright.app', 'Contents', 'MacOS', 'Cablewright');
}

/**
 * The folder of its resources: app.asar, the seeds.
 * @param {string} folder
 */
export function resourcesIn(folder) {
  if (process.platform !== 'darwin') return join(folder, 'resources');
  return join(folder, 'Cablewright.app', 'Contents', 'Resources');
}

/**
 * The copy of the packed program that tests can attach to.
 * @param {Packing} from
 */
export const inspectableFolder = ({ output, folder }) =>
  join(output, 'inspectable', folder.slice(output.length + 1));

/** The variable by which the end-to-end tests are told to drive a packed program: its path. */
export const PACKED = 'CABLEWRIGHT_PACKED';
