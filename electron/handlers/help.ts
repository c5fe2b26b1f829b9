import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { shell } from 'electron';
import { fail } from '../../domain/failure.ts';
import { placeNames } from '../../domain/help/about.ts';
import { placesOf, readAbout, readLicences } from '../about.ts';
import type { Context, HandlersFor } from '../context.ts';
import { writeWhole } from '../write-file.ts';

const mac = process.platform === 'darwin';

/** Requests of the help. */
export const help = {
  'help.about': async (_, context) => readAbout(await libraryPath(context)),

  async 'help.show'({ place }, context) {
    const path = placesOf(await libraryPath(context)).get(place);
    if (path === undefined || !existsSync(path))
      return fail('file-missing', `“${placeNames[place]}” cannot be shown: it is not there.`);
    // A window of files with it in it; nothing is opened by another program.
    shell.showItemInFolder(path);
    return {};
  },

  'help.licences': () => readLicences(),

  async 'help.printKeys'(_, { paper }) {
    const { keysPage } = await import('../keys-page.ts');
    return { printed: await paper.print(keysPage(mac)) };
  },

  async 'help.saveKeys'(_, { paper, dialogs }) {
    const path = await dialogs.saveAs('Cablewright keys', 'pdf');
    if (path === null) return null;
    const { keysPage } = await import('../keys-page.ts');
    await writeWhole(path, await paper.pdf(keysPage(mac)));
    return { fileName: basename(path) };
  },
} satisfies HandlersFor<'help'>;

async function libraryPath({ desk }: Context): Promise<string | null> {
  return (await desk.state())?.path ?? null;
}
