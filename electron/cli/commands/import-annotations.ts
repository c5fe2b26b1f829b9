import { resolve } from 'node:path';
import { z } from 'zod';
import type { ComingLine } from '../../../domain/exchange/coming.ts';
import type { Store } from '../../store/face.ts';
import { EXIT, WordsError, type Command, type Exit, type Words } from '../command.ts';
import { AUTHOR, authorOf, counted, LIBRARY, withLibrary } from '../library.ts';
import { lossWords } from '../losses.ts';
import { share } from '../numbers.ts';
import type { Output } from '../output.ts';

/** How many lines of a report are asked for at a time. */
const PAGE = 500;

/** `import-annotations`: brings annotations from files of other programs. */
export const importAnnotations: Command = {
  usage: 'FILE… --library FILE',
  summary: 'Imports annotations: Web Annotation, Hypothesis, XMI, TSV.',
  options: {
    library: LIBRARY,
    cable: { type: 'string', value: 'ID', help: 'the cable of annotations that do not say theirs' },
    accept: {
      type: 'string',
      value: 'SCORE',
      help: 'takes proposed places from this score on (0 to 1); none unless given',
    },
    author: AUTHOR,
  },
  examples: [
    'import-annotations recogito.json --library Cuba.cablewright',
    'import-annotations hypothesis.json --library Cuba.cablewright --accept 0.9 --json',
  ],
  run(words, surroundings) {
    if (words.bare.length === 0) throw new WordsError('It needs a file of annotations.');
    const cableId = cableOf(words);
    const accept = share(words, 'accept');
    const author = authorOf(words, surroundings);
    return withLibrary(words, surroundings, async (store) => {
      let worst: Exit = EXIT.done;
      for (const file of words.bare) {
        const exit = await bring(
          store,
          resolve(file),
          { cableId, accept, author },
          surroundings.output,
        );
        worst = exit > worst ? exit : worst;
      }
      return worst;
    });
  },
};

interface Bringing {
  readonly cableId: string | null;
  readonly accept: number | null;
  readonly author: string;
}

async function bring(
  store: Store,
  path: string,
  { cableId, accept, author }: Bringing,
  output: Output,
): Promise<Exit> {
  const read = await store.readComing(path, cableId);
  if (!read) return EXIT.stopped;
  for await (const line of linesOf(store, read.id)) {
    if (output.json) output.result({ file: path, ...line }, '');
    else if (line.outcome !== 'placed' && line.outcome !== 'known')
      output.remark(`${line.outcome}: “${line.quote}” ${line.reason}`.trimEnd());
  }
  const taken = await store.takeComing({ id: read.id, chosen: [], least: accept }, author);
  output.progress(null);
  if (!taken) return EXIT.stopped;
  output.result(
    { file: path, format: read.format, outcomes: read.outcomes, ...taken },
    `${read.fileName} (${read.format}): ${counted(taken.annotations, 'annotation')} imported, ` +
      `${taken.placed} in place, ${taken.unplaced} in the tray, ${read.outcomes.known} there already, ` +
      `${read.outcomes.changed} there otherwise, ${read.outcomes.homeless} of no cable here; ` +
      `${counted(taken.relations, 'link')}.`,
  );
  if (!output.json) output.remark(lossWords(taken.losses, 'Nothing was lost.'));
  const { changed, homeless } = read.outcomes;
  return taken.unplaced + changed + homeless > 0 ? EXIT.partly : EXIT.done;
}

async function* linesOf(store: Store, id: string): AsyncGenerator<ComingLine> {
  for (let offset = 0; ; offset += PAGE) {
    const { lines } = await store.comingLines({ id, outcome: null, offset, limit: PAGE });
    yield* lines;
    if (lines.length < PAGE) return;
  }
}

function cableOf(words: Words): string | null {
  const id = words.value('cable');
  if (id === null) return null;
  if (!z.uuid().safeParse(id).success)
    throw new WordsError('--cable needs the id of a cable, as search --json tells it.');
  return id;
}
