import type { Coming } from '../exchange/coming.ts';
import { fail } from '../failure.ts';

/** Whether a text is WebAnno TSV 3, by its first line. */
export function isTsv(text: string): boolean {
  return /^\uFEFF?#FORMAT=WebAnno TSV 3\.\d+[ \t\r]*(?:\n|$)/u.test(text);
}

/** Reads the annotations in WebAnno TSV 3. */
export function readTsv(text: string): Coming {
  return fail(
    'file-not-annotations',
    isTsv(text) ? 'WebAnno TSV 3 cannot be read yet.' : 'This file is not WebAnno TSV 3.',
  );
}
