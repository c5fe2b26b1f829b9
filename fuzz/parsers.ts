import type { Parser } from './parser.ts';
import { hypothesis, tsv, webAnnotation, xmi } from './parsers/annotations.ts';
import { commandLine, settings, startWords } from './parsers/desk.ts';
import { libraryFile } from './parsers/library-file.ts';
import { coming, ipc, search } from './parsers/library.ts';
import { tei, text } from './parsers/texts.ts';
import { jsonLd, nameEdition, nameTable, tagTable, turtle } from './parsers/vocabularies.ts';
import { note, query, tagPath } from './parsers/words.ts';
import { zip } from './parsers/zip.ts';

/** All that Cablewright reads of what others wrote. */
export const parsers: readonly Parser[] = [
  text,
  tei,
  webAnnotation,
  hypothesis,
  xmi,
  tsv,
  tagTable,
  turtle,
  jsonLd,
  nameTable,
  nameEdition,
  zip,
  query,
  tagPath,
  note,
  startWords,
  settings,
  commandLine,
  search,
  coming,
  ipc,
  libraryFile,
];

/** The parser of a name; fails where there is none. */
export function parserCalled(name: string): Parser {
  const parser = parsers.find((each) => each.name === name);
  if (parser) return parser;
  throw new Error(
    `There is no parser ${name}. There are ${parsers.map((each) => each.name).join(', ')}.`,
  );
}
