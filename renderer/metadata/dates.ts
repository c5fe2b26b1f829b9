export { longDate, shortDate } from '../../domain/metadata/shown-date.ts';

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment of our own days by the reader's clock: "21 Nov 2025, 14:20". */
export function momentOf(iso: string): string {
  return moment.format(new Date(iso));
}

const ofDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** The time of day by the reader's clock: "14:32:07". */
export function timeOfDay(time: Date): string {
  return ofDay.format(time);
}
