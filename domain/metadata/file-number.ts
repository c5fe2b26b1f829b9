import { isoDate } from './dates.ts';

/**
 * A number of the Department of State's decimal file, for use inside a longer pattern:
 * `737.00/4-2361`, `611.37/7–1160`, `783A.00/6–858`, `501.BC/8–648`, `724.3415/4069`.
 */
export const FILE_NUMBER =
  '\\d{3}[A-Z]?(?:\\.\\d*[A-Z]*\\d*(?:[ –-](?:[A-Z][a-z]+|[A-Z]{2,4}))?)?/\\d+[–-]\\d+|\\d{3}[A-Z]?\\.\\d+/\\d+';

const FILE_LINE =
  /^(?:File No\. ?)?\d{3}[A-Z]?\.?[\w .()–-]{0,40}\/[\d–-]{1,12}(?:: ?[A-Z][a-z ]+)?$/;

/** Whether a line is the number of a file, with the kind of the paper or without, as older volumes print it. */
export function isFileLine(text: string): boolean {
  return text.length < 80 && FILE_LINE.test(text);
}

/**
 * The date in a number of the decimal file, ISO 8601: after the stroke stand month, day and year
 * (`737.00/4-2361` is 1961-04-23). The Department filed so from 1944 to 1963; null for anything else.
 */
export function dateOfFileNumber(number: string): string | null {
  const [, month, day, year] = /\/(\d{1,2})[–-](\d{1,2})(\d{2})$/.exec(number) ?? [];
  if (!month || !day || !year || Number(year) < 44 || Number(year) > 73) return null;
  return isoDate(1900 + Number(year), Number(month), Number(day));
}
