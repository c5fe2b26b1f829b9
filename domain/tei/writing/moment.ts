import type { Attributes } from './xml.ts';

/** A time as XML Schema has it. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u;

/** The attributes that say when something was; a time is told exactly as it is kept. */
export function moment(time: string): Attributes {
  return DATE_TIME.test(time) ? { when: time } : { 'when-custom': time };
}
