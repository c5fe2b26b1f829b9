import { join, resolve } from 'node:path';
import { EXIT, type Command } from '../command.ts';
import { count, LIBRARY, libraryPath, storeFor, withLibrary } from '../library.ts';
import type { Backup } from '../../../domain/safety/backup.ts';

/** The option that names where backups are. */
export const BACKUPS = {
  type: 'string',
  value: 'FOLDER',
  help: 'where backups are kept; where the window keeps them unless given',
} as const;

/** `backup`: makes a backup that is read again and checked, or lists those there are. */
export const backup: Command = {
  usage: '--library FILE',
  summary: 'Makes a backup of a library, checked after writing; or lists the backups.',
  options: {
    library: LIBRARY,
    out: BACKUPS,
    list: { type: 'boolean', help: 'lists the backups there are, newest first' },
  },
  examples: [
    'backup --library Cuba.cablewright',
    'backup --library Cuba.cablewright --out /mnt/archive --json',
    'backup --library Cuba.cablewright --list',
  ],
  async run(words, surroundings) {
    const { output } = surroundings;
    const out = words.value('out');
    const standing = {
      ...surroundings,
      backups: out === null ? surroundings.backups : resolve(out),
    };
    if (words.has('list')) {
      const path = libraryPath(words);
      const store = storeFor(standing);
      const { backups } = await store.listBackups(path);
      await store.close();
      for (const each of backups) output.result(each, wordsOf(each));
      if (backups.length === 0) output.remark('There are no backups of this library.');
      return backups.every(({ sound }) => sound) ? EXIT.done : EXIT.partly;
    }
    return withLibrary(words, standing, async (store) => {
      const made = await store.makeBackup('asked');
      const { folder } = await store.listBackups(null);
      const path = join(folder, made.name);
      output.result({ ...made, path }, `${wordsOf(made)}\n${path}`);
      return made.sound ? EXIT.done : EXIT.partly;
    });
  },
};

function wordsOf({ name, made, size, cables, annotations, why, sound }: Backup): string {
  const state = sound ? 'sound' : 'DAMAGED';
  return `${made}  ${name}  ${count(cables)} cables, ${count(annotations)} annotations, ${count(Math.ceil(size / 1024))} KiB, ${why}, ${state}`;
}
