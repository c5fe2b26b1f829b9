/** A screen to draw on, where the machine has none: Xvfb, a display that exists only in memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Stop } from './say.mjs';

/** How long Xvfb may take to start, in milliseconds; it needs well under a second. */
const PATIENCE = 15_000;

/** Whether windows have nowhere to appear: a Linux machine without X11 or Wayland. */
export const noDisplay = () =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

/**
 * Starts a virtual display where there is none, and sets DISPLAY for every program started after it.
 * @param {string} [size] width x height x colour depth in pixels and bits
 * @returns {Promise<(() => Promise<void>) | undefined>} ends the display; nothing when there is a real one
 */
export async function startDisplay(size = '1440x900x24') {
  if (!noDisplay()) return undefined;
  // Its own process group: Ctrl+C must reach the program first and take the screen away after it.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const kill = () => void xvfb.kill();
  process.once('exit', kill);
  process.env['DISPLAY'] = `:${await displayNumber(xvfb)}`;
  return async () => {
    delete process.env['DISPLAY'];
    const ended = once(xvfb, 'exit');
    kill();
    await ended;
  };
}

/**
 * @param {import('node:child_process').ChildProcess} xvfb
 * @returns {Promise<string>} the number that Xvfb chose
 */
function displayNumber(xvfb) {
  return new Promise((resolve, reject) => {
    const pipe = /** @type {import('node:net').Socket} */ (xvfb.stdio[3]);
    const fail = (/** @type {string} */ why) => {
      xvfb.kill();
      reject(new Stop(`The virtual display (Xvfb) did not start: ${why}.`));
    };
    const patience = setTimeout(() => fail(`no answer in ${PATIENCE / 1000} s`), PATIENCE);
    let text = '';
    pipe.on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(patience);
      pipe.destroy();
      resolve(text.trim());
    });
    xvfb.once('error', (error) => fail(error.message));
    xvfb.once('exit', (code) => {
      clearTimeout(patience);
      fail(`it ended with code ${code}`);
    });
  });
}
