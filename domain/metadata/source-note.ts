import { classificationOf } from './classification.ts';
import { dateOfFileNumber, FILE_NUMBER } from './file-number.ts';
import type { MetadataField } from './metadata.ts';
import { precedenceOf } from './precedence.ts';

/** One thing a source note tells; `[from, to)` in the note, in UTF-16 code units. */
export interface SourceFact {
  readonly field: MetadataField;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const CLASSES =
  'Top Secret|Secret|Confidential|Restricted|Unclassified|Limited Official Use|Official Use Only|No classification marking';
const HANDLING = new RegExp(`[.)]\\s+(${CLASSES})((?:;[^.;]{1,60})*)\\.`);
const DISTRIBUTION =
  /^(?:Limit(?:ed)? Distribution|Limdis|Nodis|Exdis|Noforn|Stadis|No Distribution|Eyes Only|No Distribution Outside Department)$/i;

/** The phrases of a source note and the field each fills; what follows runs to the next phrase. */
const PHRASES: readonly (readonly [MetadataField, RegExp])[] = [
  ['drafter', /\b[Dd]rafted (?:on \p{Lu}\p{L}+ \d{1,2} )?(?:in \S+ )?by /gu],
  ['clearance', /\b[Cc]leared (?:by|with|in \S+ (?:by|with)|in draft (?:by|with)) /g],
  ['approver', /\b[Aa]pproved (?:in \S+ |and signed (?:for \p{Lu}\S+ )?)?by /gu],
];
const REPEATED =
  /\b[Rr]epeated (?:on \p{Lu}\p{L}+ \d{1,2} |for information |(?:niact |priority )+)*to /u;
const RECEIVED =
  /\b[Rr]eceived (?:in the Department of State )?(at \d{1,2}:\d\d [ap]\.m\.(?:,? (?:on )?\p{Lu}\p{L}+ \d{1,2})?)/u;

/** What ends the names of a phrase: a sentence, a semicolon, the next phrase. */
const ENDS_NAMES =
  /(?<!(?:^|[\s.(])\p{Lu})\.(?=\s|$)|;|\s+on\s+\p{Lu}\p{L}+\s+\d{1,2}\b|,?\s+(?:and\s+)?(?:(?:was|were)\s+)?(?:cleared|approved|signed|who signed|initialed|repeated|sent)\b/iu;
/** What ends a list of posts: a sentence. */
const ENDS_POSTS = /\.(?=\s+[\p{Lu}(]|\s*$)/u;

/**
 * Reads the note on the source of a document as the FRUS volumes print it, or the line with the file
 * number that older volumes have in its place. Only what the note says; nothing is inferred but the
 * date that a number of the decimal file contains.
 */
export function readSourceNote(note: string): SourceFact[] {
  return [...fileFacts(note), ...handlingFacts(note), ...peopleFacts(note), ...postFacts(note)];
}

function* fileFacts(note: string): Generator<SourceFact> {
  const file = new RegExp(FILE_NUMBER).exec(note.slice(0, endOfPlace(note)));
  if (!file) return;
  const from = file.index;
  const to = from + file[0].length;
  yield { field: 'fileNumber', value: file[0], from, to };
  const date = dateOfFileNumber(file[0]);
  if (date) yield { field: 'date', value: date, from, to };
  const kind = /^: ?(\p{Lu}[\p{L} ]{2,30})$/u.exec(note.slice(to));
  if (kind?.[1])
    yield { field: 'kind', value: kind[1], from: note.length - kind[1].length, to: note.length };
}

/** Where the note has said where the paper lies: at its classification, or with its first sentence. */
function endOfPlace(note: string): number {
  const handling = HANDLING.exec(note);
  const sentence = note.indexOf('. ', note.startsWith('File No. ') ? 9 : 0);
  return handling?.index ?? (sentence < 0 ? note.length : sentence);
}

function* handlingFacts(note: string): Generator<SourceFact> {
  const match = HANDLING.exec(note);
  if (!match?.[1]) return;
  let from = match.index + match[0].indexOf(match[1]);
  const value = classificationOf(match[1]) ?? match[1];
  yield { field: 'classification', value, from, to: from + match[1].length };
  from += match[1].length;
  for (const part of (match[2] ?? '').split(';')) {
    const word = part.trim();
    const at = from + part.indexOf(word);
    if (word) yield handlingFact(word, at);
    from += part.length + 1;
  }
}

function handlingFact(word: string, from: number): SourceFact {
  const to = from + word.length;
  const precedence = precedenceOf(word);
  if (precedence) return { field: 'precedence', value: precedence, from, to };
  const field = DISTRIBUTION.test(word) ? 'distribution' : 'handling';
  return { field, value: word, from, to };
}

function* peopleFacts(note: string): Generator<SourceFact> {
  for (const [field, phrase] of PHRASES)
    for (const match of note.matchAll(phrase)) {
      const from = match.index + match[0].length;
      const end = ENDS_NAMES.exec(note.slice(from));
      yield* namesIn(note, field, from, end ? from + end.index : note.length);
    }
}

/** The names of a phrase, one by one; the drafter stays one entry. */
function* namesIn(
  note: string,
  field: MetadataField,
  from: number,
  to: number,
): Generator<SourceFact> {
  const parts = field === 'drafter' ? /.+/g : /(?:(?!,\s|\s+and\s)[\s\S])+/g;
  for (const part of note.slice(from, to).matchAll(parts)) {
    const lead = /^(?:[,\s]|and\s|(?:by|with)\s)*/.exec(part[0])?.[0].length ?? 0;
    const value = part[0].slice(lead).trim();
    const start = from + part.index + lead;
    if (value) yield { field, value, from: start, to: start + value.length };
  }
}

function* postFacts(note: string): Generator<SourceFact> {
  const repeated = REPEATED.exec(note);
  if (repeated) {
    const from = repeated.index + repeated[0].length;
    const end = ENDS_POSTS.exec(note.slice(from));
    const to = end ? from + end.index : note.length;
    if (to > from) yield { field: 'repeatedTo', value: note.slice(from, to), from, to };
  }
  const received = RECEIVED.exec(note);
  if (received?.[1]) {
    const to = received.index + received[0].length;
    yield { field: 'received', value: received[1], from: to - received[1].length, to };
  }
}
