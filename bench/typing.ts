/**
 * Typing in a long transcription with ten thousand annotations, in the real window: the work of each
 * key press, from the key to the paint, and the longest block of the window meanwhile. The browser's
 * own record tells the work of its thread; the clock tells what else kept the machine busy.
 *
 *     npm run bench:typing
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// oxlint-disable-next-line no-restricted-imports -- ten thousand annotations are made at once, not by hand.
import Sqlite from 'better-sqlite3';
import { _electron, type Page } from 'playwright';
import { v7 as newId } from 'uuid';
import { quoteOf } from '../domain/annotation/annotation.ts';
import type { Bridge } from '../domain/contract.ts';
import { startDisplay } from '../scripts/setup/display.mjs';
import { requireElectron, withoutSandbox } from '../scripts/setup/electron.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { atLeast, atMost, report } from './bars.ts';

/** How long the transcription is at least, in UTF-16 code units. */
const LENGTH = 100_000;
const ANNOTATIONS = 10_000;
/** How long each annotated stretch is. */
const WORDS = 8;
/** How many keys are pressed, and how many a second: a quick typist. */
const KEYS = 300;
const A_SECOND = 10;

/** A cable of the wanted length, made of the paragraphs of a seed. */
async function longCable(at: string): Promise<string> {
  const seed = await readFile(join(root, 'seeds', '001_6db84158b3e08867.txt'), 'utf8');
  const paragraphs = seed.split('\n\n').slice(2, 8);
  let text = '900. Telegram From the Embassy in Utopia to the Department of State\n\n';
  for (let number = 1; text.length < LENGTH + 5_000; number++)
    text += `${number}. ${paragraphs[number % paragraphs.length]}\n\n`;
  const file = join(at, 'long.txt');
  await writeFile(file, text);
  return file;
}

/** Puts the annotations into the library's file, evenly spread over the transcription of `cable`. */
function annotate(library: string, { id, text, version }: Opened): void {
  const db = new Sqlite(library);
  const add = db.prepare(
    'INSERT INTO annotation (id, cable_id, note, creator, created, modified) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const stand = db.prepare(
    'INSERT INTO annotation_target VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, NULL)',
  );
  const now = new Date().toISOString();
  const step = Math.floor((text.length - 100) / ANNOTATIONS);
  db.transaction(() => {
    for (let index = 0; index < ANNOTATIONS; index++) {
      const annotation = newId();
      const from = index * step;
      const { exact, prefix, suffix } = quoteOf(text, from, from + WORDS);
      add.run(annotation, id, '', 'bench', now, now);
      stand.run(annotation, 'transcription', from, from + WORDS, version, exact, prefix, suffix);
    }
  })();
  db.close();
}

/** What the window can tell of the long cable. */
interface Opened {
  readonly id: string;
  readonly text: string;
  readonly version: number;
}

/** Imports the file that the dialog gives, and reads its cable. */
function importOne(page: Page): Promise<Opened> {
  return page.evaluate(async () => {
    const { cablewright } = globalThis as unknown as { readonly cablewright: Bridge };
    const ask = async <T>(name: string, input: unknown) => {
      const answer = (await cablewright.request(name, input)) as { ok: boolean; value: T };
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    };
    const { files } = await ask<{ files: { cableId: string }[] }>('import.choose', {
      what: 'files',
    });
    const id = files[0]?.cableId ?? '';
    const { text } = await ask<{ text: string }>('cable.read', { id });
    const { version } = await ask<{ version: number }>('cable.open', { id });
    return { id, text, version };
  });
}

/** What the browser's own record of its work says of one thing it did; times in microseconds. */
interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began. */
  readonly ts: number;
  /** How long it took by the clock, and how long the thread was at work on it. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** Lets the browser keep a record of its work until the function that comes back is called. */
async function record(page: Page): Promise<() => Promise<Traced[]>> {
  const session = await page.context().newCDPSession(page);
  const events: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as Traced[]));
  });
  await session.send('Tracing.start', {
    categories: 'toplevel,devtools.timeline',
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise((done) => {
      session.once('Tracing.tracingComplete', done);
    });
    await session.send('Tracing.end');
    await complete;
    return events;
  };
}

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
  const key = events.find(isKey);
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === key?.pid && tid === key.tid)
    .toSorted((a, b) => a.ts - b.ts);
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  const frames = own.filter(({ name }) => name === 'Paint');
  const presses = own.filter(isKey).flatMap(({ ts }): Press[] => {
    const frame = frames.find((one) => one.ts > ts);
    if (!frame) return [];
    const among = tasks.filter((task) => endOf(task) > ts && task.ts <= frame.ts);
    const work = among.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
    return [{ work: work / 1000, clock: (endOf(frame) - ts) / 1000 }];
  });
  const first = key?.ts ?? 0;
  const last = frames.at(-1)?.ts ?? 0;
  const meanwhile = tasks.filter((task) => task.ts >= first && task.ts <= last);
  return { presses, tasks: meanwhile.map(({ dur = 0 }) => dur / 1000) };
}

function isKey({ name, args }: Traced): boolean {
  return name === 'EventDispatch' && args?.data?.type === 'keydown';
}

function endOf({ ts, dur = 0 }: Traced): number {
  return ts + dur;
}

/** The value below which a share of the numbers lies. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

const end = await startDisplay();
const desk = await mkdtemp(join(tmpdir(), 'cablewright-bench-'));
try {
  const args = [root, `--user-data-dir=${join(desk, 'user-data')}`];
  await mkdir(join(desk, 'cables'));
  const file = await longCable(join(desk, 'cables'));
  const launch = () =>
    _electron.launch({
      executablePath: requireElectron().executable,
      args,
      chromiumSandbox: !withoutSandbox(),
    });
  const first = await launch();
  const window = await first.firstWindow();
  await window.getByRole('listbox', { name: 'Cables' }).waitFor();
  await first.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  const cable = await importOne(window);
  await first.close();
  const folder = join(desk, 'user-data', 'libraries');
  const library = (await readdir(folder)).find((name) => name.endsWith('.cablewright'));
  if (library === undefined) throw new Error('The library is not where it was expected.');
  annotate(join(folder, library), cable);

  // Started anew, with all annotations in place from the beginning.
  const app = await launch();
  const page = await app.firstWindow();
  await page.getByRole('option', { name: /900/u }).click();
  const transcription = page.getByRole('textbox', { name: 'Transcription', exact: true });
  await transcription.locator('.highlight').first().waitFor();
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
} finally {
  await rm(desk, { recursive: true, force: true });
  await end?.();
}
