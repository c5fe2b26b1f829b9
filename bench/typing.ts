/**
 * Typing in a long transcription with ten thousand annotations, in the real window: the work of each
 * key press, from the key to the paint, and the longest block of the window meanwhile. The browser's
 * own record tells the work of its thread; the clock tells what else kept the machine busy.
 *
 *     npm run bench:typing
 */
import { atLeast, atMost, quantile, report } from './bars.ts';
import { atDesk, furnish } from './desk.ts';
import { ANNOTATIONS, longCable } from './long-cable.ts';
import { endOf, hears, isTask, ofThread, record, type Traced, workOf } from './trace.ts';

/** How many keys are pressed, and how many a second: a quick typist. */
const KEYS = 300;
const A_SECOND = 10;

/** One key press, in milliseconds: the window's work until it was painted, and what the clock said. */
interface Press {
  readonly work: number;
  readonly clock: number;
}

interface Noted {
  readonly presses: readonly Press[];
  /** The tasks of the window's one thread from the first key to the last frame, in milliseconds by the clock. */
  readonly tasks: readonly number[];
}

/**
 * The work of each key press: what the thread of the window was at work on from the task that heard
 * the key to the end of the one that painted next, whatever else was among it.
 */
function noted(events: readonly Traced[]): Noted {
  const own = ofThread(events, 'keydown');
  const tasks = own.filter(isTask);
  const frames = own.filter(({ name }) => name === 'Paint');
  const keys = own.filter((event) => hears(event, 'keydown'));
  const presses = keys.flatMap(({ ts }): Press[] => {
    const frame = frames.find((one) => one.ts > ts);
    if (!frame) return [];
    const among = tasks.filter((task) => endOf(task) > ts && task.ts <= frame.ts);
    return [{ work: workOf(among), clock: (endOf(frame) - ts) / 1000 }];
  });
  const first = keys[0]?.ts ?? 0;
  const last = frames.at(-1)?.ts ?? 0;
  const meanwhile = tasks.filter((task) => task.ts >= first && task.ts <= last);
  return { presses, tasks: meanwhile.map(({ dur = 0 }) => dur / 1000) };
}

await atDesk(async (desk) => {
  const [cable] = await furnish(
    desk,
    async (folder) => [await longCable(folder)],
    (cables) => cables,
  );
  if (!cable) throw new Error('The cable could not be imported.');

  // Started anew, with all annotations in place from the beginning.
  const { app, page } = await desk.launch();
  await page.getByRole('option', { name: /900/u }).click();
  const transcription = page.getByRole('textbox', { name: 'Transcription', exact: true });
  await transcription.locator('.highlight').first().waitFor();
  await page.locator(`.annotations [aria-setsize="${ANNOTATIONS}"]`).first().waitFor();
  await transcription.click();
  for (let down = 0; down < 60; down++) await page.keyboard.press('ArrowDown');
  const recorded = await record(page);
  const words = 'the quick brown fox reports that talks went well ';
  for (let key = 0; key < KEYS; key++) {
    const began = performance.now();
    const letter = words[key % words.length] ?? 'a';
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    const left = 1000 / A_SECOND - (performance.now() - began);
    if (left > 0) await page.waitForTimeout(left);
  }
  await page.getByText(/^Saved /u).waitFor();
  const { presses, tasks } = noted(await recorded());
  await app.close();
  console.log(
    `${presses.length} keys in a transcription of ${cable.text.length} characters with ${ANNOTATIONS} annotations:`,
  );
  const work = presses.map((press) => press.work);
  const clock = presses.map((press) => press.clock);
  for (const [what, times] of Object.entries({ work, 'by the clock': clock }))
    console.log(
      `  ${what}: median ${quantile(times, 0.5).toFixed(1)} ms, 95 % ${quantile(times, 0.95).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms`,
    );
  report('typing', [
    atLeast('key presses that were painted', presses.length, KEYS, 'keys'),
    atMost('work of a key press until it is painted, 95 %', quantile(work, 0.95), 16, 'ms'),
    atMost('longest block of the window', Math.max(...tasks), 100, 'ms'),
  ]);
});
