import { setImmediate } from 'node:timers/promises';
import { fail } from '../../domain/failure.ts';
import type { FileNames } from './files.ts';
import { gathered } from './gathered.ts';
import { type Broken, teiParser, warningsOf } from './tei-parser.ts';

/** How much of a file is read in one go, in UTF-16 code units; then others have a turn. */
const CHUNK = 128 * 1024;

/**
 * Names in a TEI file: those of lists of persons, abbreviations and the like with what the lists say of
 * them, and those marked in running text. Declarations of a document type are not read and entities not
 * resolved, so that the file can fetch nothing. Fails with the line where the XML is broken.
 */
export async function namesInTei(text: string, fileName: string): Promise<FileNames> {
  const parser = teiParser(fileName);
  for (let at = 0; at < text.length && parser.write(text.slice(at, at + CHUNK)); at += CHUNK)
    await setImmediate();
  const { names, hasTei, met } = parser.end();
  if (met.broken !== null) fail('bad-input', brokenSentence(fileName, met.broken));

  const { entries, warnings } = gathered(names);
  const none = hasTei ? [] : ['The file has no elements of TEI, so there are no names in it.'];
  return { entries, warnings: [...warnings, ...warningsOf(met), ...none] };
}

function brokenSentence(fileName: string, { line, what }: Broken): string {
  return `${fileName} is not whole XML: in line ${line} the reader met “${what}”. Nothing was taken over. Mend the file there, then import it again.`;
}
