/**
 * Typing in a long transcription with ten thousand annotations, in the real window: the work of each
 * key press, from the key to the paint, and the longest block of the window meanwhile.
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
import { atMost, report } from './bars.ts';

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
  const add = db.prepare('INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?)');
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

/** Notes in the window the work of each key press and the longest task. Milliseconds. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = { keys: [] as number[], blocks: [] as number[] };
    Object.assign(globalThis, { noted });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.blocks.push(duration);
    }).observe({ type: 'longtask' });
    const after = (then: () => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', then, { once: true });
      port1.start();
      port2.postMessage(null);
    };
    // The work of a press: from the key to the end of its task, and from the next frame's first
    // callback to the end of its paint. Waiting for that frame is no work.
    window.addEventListener(
      'keydown',
      () => {
        const begin = performance.now();
        let pressed = 0;
        after(() => {
          pressed = performance.now() - begin;
        });
        requestAnimationFrame(() => {
          const frame = performance.now();
          after(() => noted.keys.push(pressed + performance.now() - frame));
        });
      },
      { capture: true },
    );
  });
}

interface Noted {
  readonly keys: readonly number[];
  readonly blocks: readonly number[];
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
  await watch(page);
  const words = 'the quick brown fox reports that talks went well ';
  for (let key = 0; key < KEYS; key++) {
    const began = performance.now();
    await page.keyboard.press(
      words[key % words.length] === ' ' ? 'Space' : (words[key % words.length] ?? 'a'),
    );
    const left = 1000 / A_SECOND - (performance.now() - began);
    if (left > 0) await page.waitForTimeout(left);
  }
  await page.getByText(/^Saved /u).waitFor();
  const noted = await page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);
  await app.close();
  console.log(
    `${noted.keys.length} keys in a transcription of ${cable.text.length} characters with ${ANNOTATIONS} annotations:`,
  );
  console.log(
    `median ${quantile(noted.keys, 0.5).toFixed(1)} ms, 95 % ${quantile(noted.keys, 0.95).toFixed(1)} ms, longest ${Math.max(...noted.keys).toFixed(1)} ms; ${noted.blocks.length} tasks over 50 ms`,
  );
  report('typing', [
    atMost('work of a key press, 95 %', quantile(noted.keys, 0.95), 16, 'ms'),
    atMost('longest block of the window', Math.max(0, ...noted.blocks), 100, 'ms'),
  ]);
} finally {
  await rm(desk, { recursive: true, force: true });
  await end?.();
}
