import { FailureError } from '../domain/failure.ts';

/** How many lines of the way an error took are told. */
const STEPS = 12;

/** A step of that way: the name of a function, and a file with line and column. */
const STEP =
  /^\s+at (?:(?<name>(?:new |async )?[\w$.<>#]+)(?: \[as [\w$]+\])? \()?(?:[^()"']*[/\\:])?(?<place>[\w$.-]+:\d+:\d+)\)?$/u;

/** A name or code that a program gives, such as `SqliteError` or `SQLITE_FULL`. */
const WORD = /^[\w-]{1,60}$/u;

/**
 * What the log says of anything thrown: its kind, its code and where in the program it arose, **never its
 * message**. Messages quote what they complain of (`JSON.parse` and validators quote their input), and that
 * may be text of a cable, a note or a search.
 */
export function traceOf(thrown: unknown): string {
  if (thrown instanceof FailureError) return `failure ${thrown.code}`;
  if (!(thrown instanceof Error)) return `a thrown ${typeof thrown}`;
  const { cause } = thrown;
  const because = cause === undefined ? [] : [`because of ${kindOf(cause)}`];
  return [kindOf(thrown), ...stepsOf(thrown), ...because].join('\n');
}

/** The kind of an error and the codes beside it, in one line. */
function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `a thrown ${typeof thrown}`;
  const { code, syscall } = thrown as NodeJS.ErrnoException;
  return [thrown.name, code, syscall].filter(isWord).join(' ') || 'an error';
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && WORD.test(value);
}

/**
 * The way of an error through the program: names of functions and files, without folders, which tell of
 * the person. A message may hold lines that look like it, so it is taken off first.
 */
function stepsOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return [];
  const at = message === '' ? -1 : stack.indexOf(message);
  const way = at === -1 ? stack : stack.slice(at + message.length);
  return way
    .split('\n')
    .map((line) => STEP.exec(line)?.groups)
    .filter((found) => found !== undefined)
    .map(({ name = '', place = '' }) => `    at ${`${name} ${place}`.trim()}`)
    .slice(0, STEPS);
}
