/** Other programs: run quietly for set-up, or in the foreground for the person at the terminal. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './paths.mjs';
import { Stop } from './say.mjs';

/** How much of a failed program's output is shown: enough for a cause, not a flood. */
const SHOWN_LINES = 25;

/**
 * @typedef {object} Options
 * @property {string} [cwd] folder to run in; the repository when not given
 * @property {NodeJS.ProcessEnv} [env] variables added to those of this process
 * @property {number} [timeout] milliseconds after which the program is ended
 */

/**
 * Runs a program without showing its output.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} whether it ended with 0, and all it printed
 */
export function attempt(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}` }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Runs a program without showing its output, and stops with the end of that output when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<string>} all it printed
 */
export async function run(program, args, options = {}) {
  const { ok, output } = await attempt(program, args, options);
  if (ok) return output;
  const said = lastLines(output);
  throw new Stop(`This command failed:\n  ${[program, ...args].join(' ')}\nIt said:\n${said}`);
}

/**
 * The end of a program's output, where the cause of a failure usually stands.
 * @param {string} output
 */
export const lastLines = (output) => output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');

/**
 * Runs a program in the foreground, on this terminal. Ctrl+C and a request to end are passed on, and
 * are answered only when the program has ended, so that nothing is left running behind.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it
 */
export function foreground(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: 'inherit',
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/**
 * The npm that belongs to this Node: under `npm start` the one that runs us, else npm of the PATH.
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<string>} all it printed
 */
export function npm(args, options = {}) {
  const [program, first] = npmProgram();
  return run(program, [...first, ...args], options);
}

/**
 * How npm is called.
 * @returns {[string, string[]]} the program and its first arguments
 */
export function npmProgram() {
  const own = process.env['npm_execpath'];
  if (own && /npm-cli\.[cm]?js$/.test(own)) return [process.execPath, [own]];
  if (process.platform !== 'win32') return ['npm', []];
  // Windows' npm is a .cmd file, which Node does not start without a shell; its script lies beside Node.
  const script = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (!existsSync(script)) throw new Stop('npm was not found. Please type:\n  npm run setup');
  return [process.execPath, [script]];
}

/**
 * Whether a program is on the PATH.
 * @param {string} name
 */
export function onPath(name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
