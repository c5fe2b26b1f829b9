import { fullYear, hourOf, isoDate, isoMinute, monthOf } from './dates.ts';

const FORMS: readonly RegExp[] = [
  /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>\p{L}{3,9})\.?,? ['’]?(?<year>(?:1[789])?\d\d)\b/u,
  /^(?<month>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? ['’]?(?<year>(?:1[789])?\d\d)\b/u,
  /^(?<number>\d{1,2})[/-](?<day>\d{1,2})[/-](?<year>(?:19)?\d\d)\b/,
];
const TIME = /^[,; —–-]{0,4}(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))? ?(?<half>[ap])\.? ?m\b\.?/i;

/** A date as read from a string, and how many UTF-16 code units of it were read. */
export interface ReadDate {
  readonly value: string;
  readonly length: number;
}

/**
 * The date (and time of day) with which a string begins, as ISO 8601: `8 FEB 63`, `November 3, 1962
 * 4:21 p.m.`, `11/19/62` (month first, as in these papers). Null where it begins with none.
 */
export function readDate(words: string): ReadDate | null {
  for (const form of FORMS) {
    const match = form.exec(words);
    const { day, month, number, year } = match?.groups ?? {};
    if (!match || !day || !year) continue;
    const date = isoDate(
      fullYear(Number(year)),
      number ? Number(number) : (monthOf(month ?? '') ?? 0),
      Number(day),
    );
    if (!date) continue;
    const time = TIME.exec(words.slice(match[0].length, match[0].length + 20));
    const { hour, minute, half } = time?.groups ?? {};
    const value =
      hour && half ? isoMinute(date, hourOf(Number(hour), half), Number(minute ?? 0)) : null;
    return { value: value ?? date, length: match[0].length + (value && time ? time[0].length : 0) };
  }
  return null;
}
