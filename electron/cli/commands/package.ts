import { resolve } from 'node:path';
import { choiceOf, CHOICE } from '../choice.ts';
import { EXIT, WordsError, type Command } from '../command.ts';
import { counted, LIBRARY, withLibrary } from '../library.ts';

/** `package`: chosen cables with all that hangs on them as one file, to be merged elsewhere. */
export const packaging: Command = {
  usage: '--library FILE --out FILE',
  summary: 'Saves cables with annotations and revisions as a package, to be merged elsewhere.',
  options: {
    library: LIBRARY,
    out: { type: 'string', value: 'FILE', help: 'the package; it must not be there yet' },
    ...CHOICE,
  },
  examples: ["package --library Cuba.cablewright --query 'date:1962-10' --out October.cablewright"],
  run(words, surroundings) {
    const out = words.value('out');
    if (out === null) throw new WordsError('It needs a file: --out FILE.');
    const choice = choiceOf(words);
    return withLibrary(words, surroundings, async (store) => {
      const saved = await store.savePackage(choice, resolve(out));
      surroundings.output.progress(null);
      if (!saved) return EXIT.stopped;
      surroundings.output.result(saved, `${counted(saved.cables, 'cable')} in ${saved.fileName}`);
      return EXIT.done;
    });
  },
};
