/** What set-up says: one line for each step, and a sentence where it has to stop. */

/** A reason to stop that is already a sentence for the reader; it is printed without a stack trace. */
export class Stop extends Error {}

/**
 * Seconds with one decimal, for people: `3.4 s`.
 * @param {number} milliseconds
 */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Does one step of set-up and prints one line: what it is, and how long it took.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>} what the work returned
 */
export async function step(what, work) {
  const begin = performance.now();
  process.stdout.write(`Set-up: ${what} … `);
  try {
    const result = await work();
    process.stdout.write(`${seconds(performance.now() - begin)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`not done, after ${seconds(performance.now() - begin)}\n`);
    throw error;
  }
}

/**
 * Runs a whole command of the `scripts` block: its result is the exit code, and a `Stop` ends it with
 * its sentence and exit code 1.
 * @param {() => Promise<number | void>} work
 */
export async function command(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
