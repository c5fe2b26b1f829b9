import { expect, test } from 'vitest';
import { z } from 'zod';
import { FailureError } from '../domain/failure.ts';
import { traceOf } from './trace.ts';

const SECRET = 'Kindly obtain early occasion';

/** What a function throws. */
function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('an error is told by kind, code and place, and never by its words', () => {
  const thrown = [
    thrownBy(() => JSON.parse(SECRET)),
    thrownBy(() => z.literal('a').parse({ [SECRET]: SECRET })),
    thrownBy(() => z.strictObject({}).parse({ [SECRET]: 1 })),
    thrownBy(() => new RegExp(`(${SECRET}`, 'u')),
    new TypeError(`${SECRET}\n    at ${SECRET} (file.ts:1:1)`),
    new Error(SECRET, { cause: new Error(SECRET) }),
    new FailureError('bad-query', SECRET),
    Object.assign(new Error(SECRET), { code: SECRET, name: SECRET }),
    SECRET,
    { message: SECRET },
  ];
  for (const each of thrown)
    for (const words of ['Kindly obtain', 'early occasion', 'obtain early'])
      expect(traceOf(each)).not.toContain(words);
});

test('what helps to find a mistake is there: kind, code, place', () => {
  const error = Object.assign(new RangeError(SECRET), { code: 'ENOSPC', syscall: 'write' });
  expect(traceOf(error)).toMatch(/^RangeError ENOSPC write\n\s+at trace\.test\.ts:\d+:\d+/u);
  expect(traceOf(new FailureError('disk-full', SECRET))).toBe('failure disk-full');
  expect(traceOf(new Error(SECRET, { cause: error }))).toMatch(
    /because of RangeError ENOSPC write$/u,
  );
});

test('words of a message that stand in the lines of its way are no step of it', () => {
  const error = new Error('x');
  error.message = 'changed later';
  error.stack = `Error: one\n    at ${SECRET} (cable.txt:1:2)\n    at run (file:///a/b.js:1:2)`;
  expect(traceOf(error)).toBe('Error\n    at run b.js:1:2');
  expect(traceOf(error)).not.toContain('Kindly');
});
