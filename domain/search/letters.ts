import { latinLookAlike } from '../text/look-alikes.ts';

/**
 * A text made another for searching, and where each of its UTF-16 code units stands in the text itself
 * (`at` has one more, the end). Where `at` is null both have the same positions.
 */
export interface Rewritten {
  readonly text: string;
  readonly at: Int32Array | null;
}

// Without the flag u these are read several times as fast, and texts are read often.
const NOT_ASCII = /[\x80-\uffff]/;
const EACH_NOT_ASCII = /[\x80-\ud7ff\ue000-\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
const FOREIGN = /[\u0370-\u03ff\u0400-\u04ff]/;
const EACH_FOREIGN = /[\u0370-\u03ff\u0400-\u04ff]/g;
const WORD_WITH_FOREIGN = /[\p{L}\p{M}\p{N}]*[\u0370-\u03ff\u0400-\u04ff][\p{L}\p{M}\p{N}]*/gu;

/** Marks above and below letters, and signs without width: as if they were not there. */
const DROPPED = /^(?:\p{M}|\u00ad|\u200c|\u200d|\u2060|\ufeff)$/u;

/** Signs of a hyphen; `¬` stands for one at the end of a line in some transcriptions. */
const HYPHEN = /^[\u2010\u2011\u00ac]$/u;

/** Raised and lowered figures: marks of notes, no part of the word they stand at. */
const RAISED = /^[\u00b2\u00b3\u00b9\u2070-\u209c]$/u;

/** Letters and figures, but for those that FTS5 (whose Unicode is older) takes for none. */
const LETTER = /^(?![ʼ\u19b0-\u19c9\u1cf2\u1cf3])[\p{L}\p{N}]$/u;

const known = new Map<string, string>();

/**
 * What one character outside ASCII counts as: small letters without accents, of which a ligature has
 * several; nothing for what is dropped; a hyphen, an apostrophe or a blank for all else.
 */
function folded(character: string): string {
  let as = known.get(character);
  if (as === undefined) {
    as = fold(character);
    known.set(character, as);
  }
  return as;
}

function fold(character: string): string {
  if (DROPPED.test(character)) return '';
  if (HYPHEN.test(character)) return '-';
  if (character === '’' || character === 'ʼ' || character === '‘') return "'";
  if (RAISED.test(character) || !LETTER.test(character)) return ' ';
  const letters = smallLetters(smallLetters(character));
  return [...letters].every((letter) => LETTER.test(letter)) ? letters : ' ';
}

function smallLetters(character: string): string {
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  return bare.toLowerCase().replace(/\p{M}/gu, '').replaceAll('ς', 'σ');
}

/**
 * The letters of a text folded: capitals as small letters, accents off, ligatures as their letters, one
 * apostrophe, one hyphen. Greek and Cyrillic letters within a word of Latin ones are misread, and count
 * as those they look like. Whatever beyond ASCII is left in the result is a letter or a figure.
 */
export function foldedLetters(text: string): Rewritten {
  if (!NOT_ASCII.test(text)) return { text: text.toLowerCase(), at: null };
  const read = hyphenated(text);
  const first = eachFolded(read);
  if (!first.foreign) return withPlaces(read, first);
  const latin = withoutForeign(read);
  const second = eachFolded(latin);
  // Letters of other kinds (mathematical ones) may have become Greek only now.
  return withPlaces(latin, { ...second, text: withoutForeign(second.text) });
}

interface Folded {
  readonly text: string;
  /** Whether every code unit has stayed one. */
  readonly same: boolean;
  /** Whether there are Greek or Cyrillic letters. */
  readonly foreign: boolean;
}

function eachFolded(text: string): Folded {
  let same = true;
  let foreign = false;
  const rewritten = text.replace(EACH_NOT_ASCII, (character) => {
    const as = folded(character);
    same &&= as.length === character.length;
    foreign ||= as >= '\u0370' && FOREIGN.test(as);
    return as;
  });
  return { text: rewritten, same, foreign };
}

function withPlaces(read: string, { text, same }: Folded): Rewritten {
  return { text: text.toLowerCase(), at: same ? null : placesOf(read, text.length) };
}

/** Soft hyphens at line ends are hyphens; elsewhere they are not seen. */
function hyphenated(text: string): string {
  return text.includes('\u00ad') ? text.replace(/\u00ad(?=[^\S\n]*\n)/gu, '-') : text;
}

/** A text of the same length whose words of several scripts are in one; all signs in it are blanks. */
function withoutForeign(text: string): string {
  const parted = text.replace(EACH_NOT_ASCII, (character) =>
    /[ ']/u.test(folded(character)) ? ' '.repeat(character.length) : character,
  );
  return parted.replace(WORD_WITH_FOREIGN, (word) =>
    /[a-z]/iu.test(word)
      ? word.replace(EACH_FOREIGN, (letter) => latinLookAlike(letter) ?? letter)
      : word,
  );
}

function placesOf(text: string, length: number): Int32Array {
  const at = new Int32Array(length + 1);
  let unit = 0;
  let from = 0;
  for (const character of text) {
    const units = character.charCodeAt(0) < 128 ? 1 : folded(character).length;
    at.fill(from, unit, unit + units);
    unit += units;
    from += character.length;
  }
  at[length] = from;
  return at;
}
