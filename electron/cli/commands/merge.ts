import { resolve } from 'node:path';
import { EXIT, WordsError, type Command } from '../command.ts';
import { AUTHOR, authorOf, counted, LIBRARY, withLibrary } from '../library.ts';

/** `merge`: brings what a package or another library holds into a library. */
export const merge: Command = {
  usage: 'PACKAGE --library FILE',
  summary: 'Merges a package or another library into a library; conflicts are listed.',
  options: {
    library: LIBRARY,
    author: AUTHOR,
    preview: { type: 'boolean', help: 'only tells what merging would do' },
  },
  examples: [
    'merge October.cablewright --library Cuba.cablewright --preview',
    'merge October.cablewright --library Cuba.cablewright --json',
  ],
  run(words, surroundings) {
    const [file, ...others] = words.bare;
    if (file === undefined || others.length > 0)
      throw new WordsError('It needs one package or library to merge.');
    const { output } = surroundings;
    return withLibrary(words, surroundings, async (store) => {
      const read = await store.readMerge(resolve(file));
      if (!read) return EXIT.stopped;
      const done = words.has('preview')
        ? read
        : await store.runMerge(read.id, authorOf(words, surroundings));
      output.progress(null);
      if (!done) return EXIT.stopped;
      output.result(
        done,
        `${done.fileName}: ${counted(done.cables, 'new cable')}, ${counted(done.annotations, 'annotation')}, ` +
          `${counted(done.emendations, 'emendation')}, ${counted(done.decisions, 'decision')}, ` +
          `${counted(done.tags, 'tag')}, ${counted(done.others, 'other thing')}; ` +
          `${counted(done.conflicts, 'conflict')} to decide.`,
      );
      return done.conflicts > 0 ? EXIT.partly : EXIT.done;
    });
  },
};
