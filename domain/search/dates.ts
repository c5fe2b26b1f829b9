import type { DatesQuery } from './query.ts';

/** The dates that a value asks for. */
export type Dates = Pick<DatesQuery, 'from' | 'to' | 'undated'>;

/** A date as it was read: what it asks for, as far as it can be told, and what is wrong with it. */
export interface ReadDates {
  readonly dates: Dates | null;
  readonly problem: { readonly message: string; readonly instead: string | null } | null;
}

/** One date: as exact as it can be read, and in full as it may be meant. */
interface ReadDate {
  readonly date: string | null;
  readonly message: string | null;
  readonly instead: string | null;
}

const HOW = 'Dates are written as 1962, 1962-10 or 1962-10-16.';
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads what stands after `date:`. */
export function readDates(value: string): ReadDates {
  const text = value.trim();
  if (/^(?:none|undated)$/iu.test(text)) return fine({ from: null, to: null, undated: true });
  const range = /^(.*?)\s*(?:\.\.+|…)\s*(.*)$/u.exec(text);
  if (range) return readRange(range[1] ?? '', range[2] ?? '');
  const compared = /^([<>]=?|=)\s*(.*)$/u.exec(text);
  if (compared) return readCompared(compared[1] ?? '', compared[2] ?? '');
  const one = readDate(text);
  return {
    dates: one.date === null ? null : between(one.date, one.date),
    problem: problemOf(one, one.instead),
  };
}

function readRange(first: string, last: string): ReadDates {
  if (first === '' && last === '')
    return wrong(
      null,
      'A range of dates needs a date before the two dots, after them, or both.',
      null,
    );
  const [from, to] = [readOpen(first), readOpen(last)];
  const told = from.message === null ? to : from;
  const turned = from.date !== null && to.date !== null && from.date > `${to.date}~`;
  const inOrder = turned ? between(to.date, from.date) : between(from.date, to.date);
  const dates = from.date === null && to.date === null ? null : inOrder;
  if (told.message !== null) {
    const whole = (from.instead ?? first) + '..' + (to.instead ?? last);
    return { dates, problem: problemOf(told, told.instead === null ? null : whole) };
  }
  if (turned)
    return wrong(
      dates,
      `The range ends before it begins: ${to.date} is earlier than ${from.date}.`,
      `${to.date}..${from.date}`,
    );
  return fine(dates);
}

/** A date of a range, which may be left out. */
function readOpen(text: string): ReadDate {
  return text === '' ? { date: null, message: null, instead: null } : readDate(text);
}

function readCompared(sign: string, text: string): ReadDates {
  const one = readDate(text);
  const problem = problemOf(one, one.instead === null ? null : sign + one.instead);
  const { date } = one;
  if (date === null) return { dates: null, problem };
  if (sign === '=') return { dates: between(date, date), problem };
  if (sign === '>=') return { dates: between(date, null), problem };
  if (sign === '<=') return { dates: between(null, date), problem };
  const dates = sign === '>' ? between(beside(date, 1), null) : between(null, beside(date, -1));
  return { dates, problem };
}

function readDate(text: string): ReadDate {
  const exact = /^(\d{4})(?:-(\d{1,2})?(?:-(\d{1,2})?)?)?$/u.exec(text);
  if (!exact) {
    const meant = dateMeant(text);
    const message = /^\d{0,3}$/u.test(text) ? 'A year has four figures, as in 1962.' : HOW;
    return { date: meant, message, instead: meant };
  }
  const [, year = '', month, day] = exact;
  if (month === undefined) return text === year ? good(year) : bad(year, HOW, year);
  const inMonth = `${year}-${month.padStart(2, '0')}`;
  if (Number(month) > 12 || month === '00')
    return bad(year, `There is no month ${month}: they go from 01 to 12.`, null);
  if (month.length < 2) return bad(year, 'Months have two figures, as in 1962-03.', inMonth);
  if (day === undefined) return text === inMonth ? good(inMonth) : bad(inMonth, HOW, inMonth);
  const whole = `${inMonth}-${day.padStart(2, '0')}`;
  if (!isDay(whole)) return bad(inMonth, `There is no day ${day} in ${inMonth}.`, null);
  if (day.length < 2) return bad(inMonth, 'Days have two figures, as in 1962-10-06.', whole);
  return good(whole);
}

function good(date: string): ReadDate {
  return { date, message: null, instead: null };
}

function bad(date: string, message: string, instead: string | null): ReadDate {
  return { date, message, instead };
}

/** The date that somebody may mean who writes it as people do: `10/16/1962`, `16 October 1962`. */
function dateMeant(text: string): string | null {
  const named = /^(?:(\d{1,2})\.?\s+)?(\p{L}{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/u.exec(text);
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? null : written(named[4], month, named[1] ?? named[3]);
  }
  const yearFirst = /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?$/u.exec(text);
  if (yearFirst) return written(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text);
  if (american) return written(american[3], Number(american[1]), american[2]);
  const european = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(text);
  if (european) return written(european[3], Number(european[2]), european[1]);
  return null;
}

function written(year = '', month: number, day?: string): string | null {
  if (month < 1 || month > 12) return null;
  const inMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return inMonth;
  const whole = `${inMonth}-${day.padStart(2, '0')}`;
  return isDay(whole) ? whole : null;
}

function isDay(date: string): boolean {
  return dayText(dayOf(date)) === date;
}

function dayOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at;
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** The year, month or day after a date or before it, as exact as it is. */
function beside(date: string, step: 1 | -1): string {
  const day = dayOf(date);
  if (date.length === 4) day.setUTCFullYear(day.getUTCFullYear() + step);
  else if (date.length === 7) day.setUTCMonth(day.getUTCMonth() + step);
  else day.setUTCDate(day.getUTCDate() + step);
  const next = dayText(day).slice(0, date.length);
  return /^\d{4}/u.test(next) ? next : date;
}

function between(from: string | null, to: string | null): Dates {
  return { from, to, undated: false };
}

function fine(dates: Dates | null): ReadDates {
  return { dates, problem: null };
}

function wrong(dates: Dates | null, message: string, instead: string | null): ReadDates {
  return { dates, problem: { message, instead } };
}

function problemOf({ message }: ReadDate, instead: string | null): ReadDates['problem'] {
  return message === null ? null : { message, instead };
}
