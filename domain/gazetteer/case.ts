import type { EntryKind } from './entry.ts';

/** Letters; some apostrophes are modifier letters to Unicode. */
const LETTER = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u;

/** The letters of some words, those with marks as one where there is one. */
function lettersOf(words: string): string[] {
  return Array.from(words.normalize('NFC')).filter((letter) => LETTER.test(letter));
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Tells of words that are those of a form but for capitals whether they may be meant by it. */
export type CaseRule = (found: string) => boolean;

/**
 * How far capitals matter for a form. “US” is not “us”: a form of up to three letters is written as it
 * is. So are abbreviations, but that longer ones may stand in capitals. Of a name every capital is one
 * in the text too (Black is not black), while the rest may be in capitals. Other words are free.
 */
export function caseRule(kind: EntryKind, form: string): CaseRule {
  const letters = lettersOf(form);
  const capitals = letters.map(isCapital);
  const isShort = letters.length <= 3;
  if (kind === 'term' && !isShort) return () => true;
  const exact = isShort || kind === 'abbreviation';
  return (found) => {
    const there = lettersOf(found).map(isCapital);
    if (there.length !== capitals.length) return true;
    if (!exact) return capitals.every((capital, at) => !capital || there[at]);
    const same = capitals.every((capital, at) => capital === there[at]);
    return same || (!isShort && there.every(Boolean));
  };
}
