import { WordsError, type Words } from './command.ts';

/** The whole number that stands behind an option, 1 or more; null where it is not there. */
export function wholeNumber(words: Words, option: string): number | null {
  const value = words.value(option);
  if (value === null) return null;
  if (!/^[1-9][0-9]{0,8}$/u.test(value))
    throw new WordsError(`--${option} needs a whole number, not ${value}.`);
  return Number(value);
}

/** The number from 0 to 1 that stands behind an option; null where it is not there. */
export function share(words: Words, option: string): number | null {
  const value = words.value(option);
  if (value === null) return null;
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new WordsError(`--${option} needs a number from 0 to 1, not ${value}.`);
  return number;
}
