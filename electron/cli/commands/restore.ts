import { EXIT, WordsError, type Command } from '../command.ts';
import { LIBRARY, libraryPath, storeFor } from '../library.ts';
import { BACKUPS } from './backup.ts';
import { resolve } from 'node:path';

/** `restore`: puts a backup in the place of its library. What stood there is kept beside it. */
export const restore: Command = {
  usage: 'BACKUP --library FILE',
  summary: 'Puts a backup in the place of its library; what stood there is kept beside it.',
  options: { library: LIBRARY, out: BACKUPS },
  examples: ['restore NAME-FROM-THE-LIST --library Cuba.cablewright'],
  async run(words, surroundings) {
    const [name, ...others] = words.bare;
    if (name === undefined || others.length > 0)
      throw new WordsError('It needs the name of one backup, as backup --list tells it.');
    const out = words.value('out');
    const store = storeFor(
      out === null ? surroundings : { ...surroundings, backups: resolve(out) },
    );
    try {
      const { state, kept } = await store.restoreBackup({ name, path: libraryPath(words) });
      surroundings.output.result(
        { ...state, kept },
        `Restored. What stood there is kept in ${kept}.`,
      );
      return EXIT.done;
    } finally {
      await store.close();
    }
  },
};
