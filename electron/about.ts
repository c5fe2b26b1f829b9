import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { arch, release, type } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { fail } from '../domain/failure.ts';
import type { About, KnownPlace } from '../domain/help/about.ts';
import { Licence } from '../domain/help/licence.ts';
import { built } from './places.ts';

/** What the build has written down of all that it put into the program. */
const LICENCES = 'licences.json';

/** The licences of all that the program is made of. */
export async function readLicences(): Promise<Licence[]> {
  const path = join(built, LICENCES);
  try {
    const licences = z.array(Licence).parse(JSON.parse(await readFile(path, 'utf8')));
    // It is the one that runs, whichever was there when the program was built.
    return licences.map((one) =>
      one.name === 'Electron' ? { ...one, version: process.versions.electron } : one,
    );
  } catch {
    return fail(
      'file-missing',
      `The licences should lie in ${path}, and cannot be read there. The program may not be whole: install it again.`,
    );
  }
}

/** What the program is; `library` is the path of the library on the desk. */
export async function readAbout(library: string | null): Promise<About> {
  const { electron, chrome, node } = process.versions;
  const bundled = await readLicences().catch(() => []);
  const named = (name: string) => bundled.filter((one) => one.name === name);
  return {
    versions: [
      {
        name: 'Cablewright',
        version: `${app.getVersion()}${app.isPackaged ? '' : ', not packed'}`,
      },
      { name: 'Electron', version: electron },
      { name: 'Chromium', version: chrome },
      { name: 'Node.js', version: node },
      ...['SQLite', 'better-sqlite3', 'react'].flatMap(named).map(({ name, version }) => ({
        name: name === 'react' ? 'React' : name,
        version,
      })),
      { name: 'System', version: `${type()} ${release()}, ${arch()}` },
    ],
    places: [...placesOf(library)]
      .filter(([, path]) => existsSync(path))
      .map(([place, path]) => ({ place, path })),
  };
}

/** Where everything lies that a person may want to find, whether it is there or not. */
export function placesOf(library: string | null): Map<KnownPlace, string> {
  const data = app.getPath('userData');
  const program = dirname(app.getPath('exe'));
  return new Map<KnownPlace, string>([
    ...(library === null ? [] : ([['library', library]] as const)),
    ['backups', join(data, 'backups')],
    ['settings', join(data, 'desk.json')],
    ['log', join(data, 'logs', 'main.log')],
    ['program', app.isPackaged ? program : app.getAppPath()],
    ['chromium', join(program, 'LICENSES.chromium.html')],
  ]);
}
