import { fork, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Asked, Said, Tally } from './messages.ts';
import { TOO_MUCH_MEMORY, type Problem } from './problem.ts';
import { scratch } from './scratch.ts';

/** An input that must not be, by its number. */
export interface Found {
  readonly number: number;
  readonly problem: Problem;
}

/** Hears of what comes of inputs while they are read. */
export interface Hearing {
  readonly found: (found: Found) => void;
  readonly tally: (tally: Tally) => void;
}

/**
 * How long the process may be at one input before it is ended: in milliseconds of the processor's time, which is
 * what counts on a machine that has other work; and on the wall, where it waits for something or the system does
 * not tell. The two seconds an input has are measured by the process itself, when it comes back.
 */
const PATIENCE = { processor: 6_000, wall: 60_000 };

/** How many times as long it may take to what is needed before the first input, and to that one. */
const BEGINNING = 5;

/** How often somebody looks. */
const LOOKING = 250;

/** Reads inputs in a process of its own, that is watched, and started again where an input has ended it. */
export interface Reader {
  run(asked: Omit<Extract<Asked, { kind: 'run' }>, 'kind'>, hearing: Hearing): Promise<void>;
  /** What comes of one input; null where nothing is wrong. */
  try(parser: string, bytes: Uint8Array): Promise<Problem | null>;
  close(): Promise<void>;
}

/** A reader; its process is started when it is first needed. */
export function reader(): Reader {
  const folder = mkdtempSync(join(scratch(), 'cablewright-fuzz-'));
  let child: Child | null = null;
  const started = () => (child?.isOver() === false ? child : (child = startChild(folder)));

  return {
    async run(asked, { found, tally }) {
      let { from } = asked;
      while (from < asked.to) {
        const here = started();
        const begin = from;
        let counted = begin;
        const stopped = await here.ask({ kind: 'run', ...asked, from: begin }, (said) => {
          if (said.kind === 'found') found(said);
          if (said.kind === 'tally') {
            tally(said.tally);
            counted += said.tally.inputs;
          }
          return said.kind === 'tally' && said.end;
        });
        if (stopped === null) return;
        const number = Math.max(here.at(), begin);
        found({ number, problem: stopped });
        // What was not told of any more has been read without a find.
        const rest = number - counted;
        tally({ inputs: rest + 1, taken: 0, refused: {}, slowest: { took: 0, number }, memory: 0 });
        from = number + 1;
      }
    },

    async try(parser, bytes) {
      let problem: Problem | null = null;
      const stopped = await started().ask({ kind: 'try', parser, bytes }, (said) => {
        if (said.kind === 'tried') ({ problem } = said);
        return said.kind === 'tried';
      });
      return stopped ?? problem;
    },

    async close() {
      await child?.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Child {
  readonly isOver: () => boolean;
  /** The number of the input it is at. */
  readonly at: () => number;
  /** Asks; ends when `heard` says so, or with the problem that has ended the process. */
  readonly ask: (asked: Asked, heard: (said: Said) => boolean) => Promise<Problem | null>;
  readonly end: () => Promise<void>;
}

function startChild(folder: string): Child {
  const stateFile = join(folder, 'state');
  writeFileSync(stateFile, new Uint8Array(16));
  const state = openSync(stateFile, 'r');
  const at = new Float64Array(2);
  const look = () => {
    readSync(state, at, 0, 16, 0);
    return at.join(' ');
  };
  const forked = fork(join(import.meta.dirname, 'child.ts'), [stateFile], {
    execPath: process.execPath,
    execArgv: [
      '--import',
      join(import.meta.dirname, 'hooks.ts'),
      '--max-old-space-size=1024',
      '--no-warnings',
    ],
    // What was read as TypeScript once need not be read again by the next process.
    env: { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '../.cache/fuzz') },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const last = lastWordsOf(forked);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    forked.once('exit', () => {
      over = true;
      resolve();
    });
  });

  return {
    isOver: () => over,
    at: () => {
      look();
      return at[0] ?? 0;
    },
    ask(asked, heard) {
      return new Promise((resolve) => {
        let seen = { state: '', since: performance.now(), worked: 0 };
        const settle = (problem: Problem | null) => {
          clearInterval(watch);
          forked.off('message', hear);
          forked.off('exit', gone);
          resolve(problem);
        };
        const hear = (said: Said) => {
          if (heard(said)) settle(null);
        };
        const gone = (code: number | null, signal: string | null) =>
          settle(deathOf(code, signal, last()));
        const watch = setInterval(() => {
          const now = look();
          const worked = workOf(forked.pid);
          const times = now === '0 0' ? BEGINNING : 1;
          const isOver =
            performance.now() - seen.since > PATIENCE.wall * times ||
            worked - seen.worked > PATIENCE.processor * times;
          if (now !== seen.state) seen = { state: now, since: performance.now(), worked };
          else if (isOver) {
            forked.off('exit', gone);
            forked.kill('SIGKILL');
            const message = `it had not ended after ${PATIENCE.processor / 1000} s`;
            void ended.then(() => settle({ kind: 'hang', message, where: '' }));
          }
        }, LOOKING);
        forked.on('message', hear);
        forked.once('exit', gone);
        forked.send(asked);
      });
    },
    async end() {
      if (!over) forked.disconnect();
      await ended;
      closeSync(state);
    },
  };
}

/** How much the processor has worked for a process, in milliseconds; 0 where the system does not say (proc(5)). */
function workOf(pid: number | undefined): number {
  try {
    const said = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user = '0', system = '0'] = said.slice(said.lastIndexOf(')')).split(' ').slice(12, 14);
    // The system counts in hundredths of a second.
    return (Number(user) + Number(system)) * 10;
  } catch {
    return 0;
  }
}

/** The end of what a process has said before it ended. */
function lastWordsOf(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.on('data', (said: Buffer) => {
    words = (words + said.toString()).slice(-4000);
  });
  return () => words;
}

function deathOf(code: number | null, signal: string | null, words: string): Problem {
  const full = code === TOO_MUCH_MEMORY || /heap out of memory|allocation failed/iu.test(words);
  const how = signal ?? `exit code ${code}`;
  return {
    kind: full ? 'memory' : 'crash',
    message: full
      ? `it took more than a GiB of memory (${how})`
      : `the process ended by ${how}: ${words.slice(-300)}`,
    where: '',
  };
}
