/**
 * The process in which inputs are read. Which one it is at stands in a file, so that whoever started it can tell
 * what it hangs at, or what ended it.
 */
import { mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { failureOf } from '../domain/failure.ts';
import { inputsOf } from './inputs.ts';
import type { Asked, Said } from './messages.ts';
import type { Parser, Read } from './parser.ts';
import { parserCalled } from './parsers.ts';
import { LONGEST, MOST_MEMORY, problemOf, TOO_MUCH_MEMORY, type Problem } from './problem.ts';
import { scratch } from './scratch.ts';

const [, , stateFile = ''] = process.argv;
const state = openSync(stateFile, 'r+');
const folder = mkdtempSync(join(scratch(), 'cablewright-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('disconnect', () => process.exit(0));

const say = (said: Said) => void process.send?.(said);

/** Wherever it is thrown, it is thrown by the input at hand. */
let astray: unknown = null;
process.on('uncaughtException', (error) => {
  astray = error;
});

/** The number of the input at hand, and how often the clock was set for it. */
const at = new Float64Array(2);
let began = { at: 0, cpu: process.cpuUsage() };

/** The longest part of the input at hand that is over, in milliseconds of the processor's time. */
let longest = 0;

function setClock(number: number, laps: number): void {
  at[0] = number;
  at[1] = laps;
  writeSync(state, at, 0, 16, 0);
  began = { at: performance.now(), cpu: process.cpuUsage() };
}

function took(): number {
  // What the clock on the wall did not see, the processor did not do.
  if (performance.now() - began.at < 5) return performance.now() - began.at;
  const { user, system } = process.cpuUsage(began.cpu);
  return (user + system) / 1000;
}

function lap(): void {
  longest = Math.max(longest, took());
  setClock(at[0] ?? 0, (at[1] ?? 0) + 1);
}

/**
 * The most memory that this process has taken, in bytes. What the system counts of its use begins with what whoever
 * started it had taken (Linux keeps `ru_maxrss` over exec), so that it is read where it is of this one alone.
 */
function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes = '0'] =
    /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

interface Outcome {
  readonly problem: Problem | null;
  /** `taken`, or the code by which it was refused. */
  readonly outcome: string;
  readonly took: number;
}

let memory = 0;

async function outcomeOf(read: Read, bytes: Buffer, number: number): Promise<Outcome> {
  longest = 0;
  astray = null;
  setClock(number, 0);
  let problem: Problem | null = null;
  let outcome = 'taken';
  try {
    const end = read(bytes, lap);
    if (end instanceof Promise) await end;
  } catch (error) {
    problem = problemOf(error);
    outcome = failureOf(error).code;
  }
  if (astray !== null) problem = problemOf(astray);
  const time = Math.max(longest, took());
  if (time > LONGEST)
    problem ??= { kind: 'slow', message: `it took ${Math.round(time)} ms`, where: '' };
  if (time > 20 || number % 64 === 0) {
    memory = mostMemory();
    // What a process has taken once, it has taken: whoever has started it starts another.
    if (memory > MOST_MEMORY) process.exit(TOO_MUCH_MEMORY);
  }
  return { problem, outcome, took: time };
}

const readers = new Map<string, Promise<Read>>();

/** What reads for a parser; it is begun once. */
function readerOf(parser: Parser): Promise<Read> {
  const there = readers.get(parser.name);
  if (there) return there;
  const begun = Promise.resolve(parser.begin(mkdtempSync(join(folder, `${parser.name}-`))));
  readers.set(parser.name, begun);
  return begun;
}

/** How often it is told how far it has come, in milliseconds; and others get a turn. */
const TELLING = 250;

async function run({ parser: name, seed, from, to }: Extract<Asked, { kind: 'run' }>) {
  const parser = parserCalled(name);
  const read = await readerOf(parser);
  const inputAt = inputsOf(parser, seed);
  let told = performance.now();
  let counted = from;
  let tally = {
    taken: 0,
    refused: {} as Record<string, number>,
    slowest: { took: 0, number: from },
  };
  const tell = (upTo: number, end: boolean) => {
    say({ kind: 'tally', end, tally: { ...tally, inputs: upTo - counted, memory } });
    counted = upTo;
    tally = { taken: 0, refused: {}, slowest: { took: 0, number: upTo } };
  };
  for (let number = from; number < to; number++) {
    const { problem, outcome, took: time } = await outcomeOf(read, inputAt(number), number);
    if (problem) say({ kind: 'found', number, problem });
    else if (outcome === 'taken') tally.taken += 1;
    else tally.refused[outcome] = (tally.refused[outcome] ?? 0) + 1;
    if (time > tally.slowest.took) tally.slowest = { took: time, number };
    if (performance.now() - told < TELLING) continue;
    told = performance.now();
    tell(number + 1, false);
    await setImmediate();
  }
  tell(to, true);
}

process.on('message', (asked: Asked) => {
  void (async () => {
    if (asked.kind === 'run') return run(asked);
    const read = await readerOf(parserCalled(asked.parser));
    const { problem, outcome } = await outcomeOf(read, Buffer.from(asked.bytes), 0);
    return say({ kind: 'tried', problem, outcome });
  })().catch((error: unknown) => {
    // What is thrown by no parser is a fault of what makes the inputs: it must not be waited for.
    console.error(error);
    process.exit(70);
  });
});
