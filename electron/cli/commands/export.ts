import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ExportFormat, ExportOptions } from '../../../domain/exchange/format.ts';
import { choiceOf, CHOICE } from '../choice.ts';
import { EXIT, WordsError, type Command, type Words } from '../command.ts';
import { counted, LIBRARY, withLibrary } from '../library.ts';
import { lossWords } from '../losses.ts';

const FORMATS = ExportFormat.options.join('|');

/** `export`: writes cables with their annotations into a new folder, and tells what the format cannot say. */
export const exporting: Command = {
  usage: `--library FILE --format ${FORMATS} --out FOLDER`,
  summary: 'Exports cables with their annotations, and tells what the format cannot say.',
  options: {
    library: LIBRARY,
    format: { type: 'string', value: 'FORMAT', help: FORMATS },
    out: { type: 'string', value: 'FOLDER', help: 'where a new folder with the files is made' },
    offsets: {
      type: 'string',
      value: 'UNIT',
      help: 'web-annotation: code-points (the standard) or utf16, for peers that count so',
    },
    'no-fonts': {
      type: 'boolean',
      help: 'html: pages do not bring their typefaces along, and are some 165 kB smaller',
    },
    losses: { type: 'boolean', help: 'only tells what the format cannot say; nothing is written' },
    ...CHOICE,
  },
  examples: [
    'export --library Cuba.cablewright --format tei --out editions',
    'export --library Cuba.cablewright --format web-annotation --offsets utf16 --out recogito',
    "export --library Cuba.cablewright --format csv --query 'tag:Missiles' --losses",
  ],
  run(words, surroundings) {
    const format = ExportFormat.safeParse(words.value('format'));
    if (!format.success) throw new WordsError(`It needs a format: --format ${FORMATS}.`);
    const input = { choice: choiceOf(words), format: format.data, options: optionsOf(words) };
    const out = words.value('out');
    const onlyLosses = words.has('losses');
    if (out === null && !onlyLosses) throw new WordsError('It needs a folder: --out FOLDER.');
    const { output } = surroundings;
    return withLibrary(words, surroundings, async (store) => {
      const place = out === null ? null : resolve(out);
      if (place !== null && !onlyLosses) mkdirSync(place, { recursive: true });
      const done =
        place === null || onlyLosses
          ? await store.exportLosses(input)
          : await store.exportCables(input, place);
      output.progress(null);
      if (!done) return EXIT.stopped;
      const written = 'folder' in done ? ` in ${counted(done.files, 'file')}: ${done.folder}` : '';
      output.result(done, `${counted(done.cables, 'cable')}${written}`);
      if (!output.json) output.remark(lossWords(done.losses, 'Nothing is lost in this format.'));
      return EXIT.done;
    });
  },
};

function optionsOf(words: Words): ExportOptions {
  const unit = words.value('offsets');
  const offsets = unit === 'utf16' ? 'utf-16' : (unit ?? undefined);
  const options = ExportOptions.safeParse({ offsets, fonts: !words.has('no-fonts') });
  if (options.success) return options.data;
  throw new WordsError(`--offsets is code-points or utf16, not ${unit}.`);
}
