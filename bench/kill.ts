/**
 * Whether a library survives the death of the program: `npm run bench:kill` (after `npm run build`).
 * A script types and highlights in the real window; at a random moment all processes are killed, and
 * the library's file is examined: it is sound, everything the program had answered is in it, and what
 * was typed and is missing was typed just before. The same library is used in all rounds.
 *
 *     npm run bench:kill -- --rounds=200 --seed=1
 */
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { Bridge } from '../domain/contract.ts';
import { clean } from '../domain/clean/clean.ts';
import { connect } from '../electron/store/database.ts';
import { sqliteStore } from '../electron/store/sqlite-store.ts';
import { startDisplay } from '../scripts/setup/display.mjs';
import { requireElectron, withoutSandbox } from '../scripts/setup/electron.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { atLeast, atMost, median, report } from './bars.ts';
import { randomOf } from './reference/random.ts';

/** What marks a line of the main process as an answer it has given. */
const ANSWER = 'ANSWERED ';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const rounds = Number(values.rounds);
const random = randomOf(Number(values.seed));
const desk = await mkdtemp(join(tmpdir(), 'cablewright-bench-'));

/** The running program. */
interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly answers: Answers;
}

/** What the program has answered: how much typing was saved, and which highlights. */
interface Answers {
  saves: number;
  characters: number;
  readonly annotations: string[];
}

async function start(): Promise<Running> {
  const app = await _electron.launch({
    executablePath: requireElectron().executable,
    args: [root, `--user-data-dir=${join(desk, 'user-data')}`],
    chromiumSandbox: !withoutSandbox(),
  });
  const answers: Answers = { saves: 0, characters: 0, annotations: [] };
  let rest = '';
  app.process().stdout?.on('data', (chunk) => {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith(ANSWER)) note(answers, line.slice(ANSWER.length));
  });
  const page = await app.firstWindow();
  await page.getByRole('textbox', { name: 'Transcription', exact: true }).waitFor();
  await app.evaluate(({ ipcMain }, mark) => {
    // What the program answers is written down in the moment it is answered, before the window has it.
    type Handler = (event: unknown, name: string, ...rest: unknown[]) => Promise<{ ok: boolean; value: unknown }>; // prettier-ignore
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      readonly _invokeHandlers: Map<string, Handler>;
    };
    const handler = handlers.get('request');
    if (!handler) throw new Error('the requests of the window are not answered as they were');
    handlers.set('request', async (event, name, input, ...others) => {
      const answer = await handler(event, name, input, ...others);
      if (answer.ok && (name === 'transcription.emend' || name === 'annotation.create'))
        console.log(mark + JSON.stringify({ name, input, value: answer.value }));
      return answer;
    });
  }, ANSWER);
  return { app, page, answers };
}

type Told =
  | { name: 'transcription.emend'; input: { step: (number | [number, ...string[]])[] } }
  | { name: 'annotation.create'; value: { id: string } };

function note(answers: Answers, json: string): void {
  const told = JSON.parse(json) as Told;
  if (told.name === 'annotation.create') return void answers.annotations.push(told.value.id);
  answers.saves++;
  for (const part of told.input.step)
    if (typeof part !== 'number') answers.characters += part.slice(1).join('\n').length - part[0];
}

/** One key press that puts a character in, and when it was made (ms). */
interface Pressed {
  readonly character: string;
  readonly time: number;
}

/** Types words at the end of the text and highlights some of them, until it is killed. */
async function work({ page }: Running, round: number, typed: Pressed[]): Promise<void> {
  for (let word = 0; ; word++) {
    for (const character of ` r${round}w${word}`) {
      typed.push({ character, time: Date.now() });
      await page.keyboard.press(character === ' ' ? 'Space' : character);
      await after(random.below(50));
    }
    if (random.chance(0.6)) continue;
    for (let left = 2 + random.below(3); left > 0; left--) await page.keyboard.press('Shift+ArrowLeft'); // prettier-ignore
    await after(random.below(60));
    await page.keyboard.press('ControlOrMeta+H');
    await after(random.below(60));
    await page.keyboard.press('ControlOrMeta+End');
  }
}

/** Kills the program with all its processes; when that was (ms). */
async function kill({ app }: Running): Promise<number> {
  const child = app.process();
  const ended = once(child, 'close');
  const time = Date.now();
  process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
  await ended;
  return time;
}

/** What the library's file holds. */
interface Found {
  readonly sound: boolean;
  readonly text: string;
  readonly annotations: ReadonlySet<string>;
  /** How many actions its journal has. */
  readonly actions: number;
}

/** Looks at the library's file: first as a plain database, then by the store. */
async function examine(path: string, cableId: string): Promise<Found> {
  const db = connect(path, 'must-be-there');
  const integrity = db.pragma('integrity_check', { simple: true });
  const strays = db.pragma('foreign_key_check') as unknown[];
  const [row] = db
    .prepare<[], { actions: number }>('SELECT count(*) AS actions FROM journal')
    .all();
  db.close();
  const store = sqliteStore({ rules: [], clean }, { progress: () => {}, log: () => {} });
  await store.open(path);
  const { text } = await store.readCable(cableId);
  const annotations = new Set((await store.listAnnotations(cableId)).map(({ id }) => id));
  await store.close();
  const sound = integrity === 'ok' && strays.length === 0;
  return { sound, text, annotations, actions: row?.actions ?? 0 };
}

/** The sums of all rounds. */
const sums = { unsound: 0, missing: 0, strange: 0, saves: 0, highlights: 0, typed: 0 };
const losses: number[] = [];
/** All highlights that were ever answered. */
const answered: string[] = [];

/** One round: types, kills, examines; gives what the library holds now. */
async function oneRound(
  round: number,
  path: string,
  cableId: string,
  before: Found,
): Promise<Found> {
  const running = await start();
  const typed: Pressed[] = [];
  await running.page.getByRole('textbox', { name: 'Transcription', exact: true }).focus();
  await running.page.keyboard.press('ControlOrMeta+End');
  const working = work(running, round, typed).catch(() => undefined);
  await after(50 + random.below(2_450));
  const killed = await kill(running);
  await working;
  const found = await examine(path, cableId);
  judge(running.answers, typed, killed, before, found);
  return found;
}

/** Compares what the library holds with what was typed and answered. */
function judge(
  { saves, characters, annotations }: Answers,
  typed: readonly Pressed[],
  killed: number,
  before: Found,
  found: Found,
): void {
  if (!found.sound) sums.unsound++;
  const all = typed.map(({ character }) => character).join('');
  const kept = found.text.slice(before.text.length);
  if (!found.text.startsWith(before.text) || !all.startsWith(kept)) {
    sums.strange++;
    console.log(
      `not what was typed: ${JSON.stringify(kept.slice(0, 200))} of ${JSON.stringify(all)}`,
    );
  }
  if (kept.length < characters || found.actions < before.actions + saves + annotations.length) {
    sums.missing++;
    console.log(`${characters} characters were answered, ${kept.length} are there`);
  }
  answered.push(...annotations);
  const gone = answered.filter((id) => !found.annotations.has(id)).length;
  if (gone > 0) console.log(`${gone} highlights that were answered are not there`);
  sums.missing += gone;
  sums.saves += saves;
  sums.highlights += annotations.length;
  sums.typed += typed.length;
  const first = typed[kept.length];
  losses.push(first ? killed - first.time : 0);
}

/** Makes the first library by starting the program once; its path and the cable that lies open. */
async function begin(): Promise<{ path: string; cableId: string }> {
  const { app, page } = await start();
  const cableId = await page.evaluate(async () => {
    const { cablewright } = globalThis as unknown as { readonly cablewright: Bridge };
    await cablewright.request('settings.change', { creator: 'bench', asked: true });
    const list = { offset: 0, limit: 1 };
    const answer = (await cablewright.request('cable.list', list)) as {
      value: { cables: { id: string }[] };
    };
    return answer.value.cables[0]?.id ?? '';
  });
  await page.getByRole('listbox', { name: 'Cables' }).getByRole('option').first().click();
  await app.close();
  const folder = join(desk, 'user-data', 'libraries');
  const name = (await readdir(folder)).find((each) => each.endsWith('.cablewright'));
  if (name === undefined) throw new Error('the library is not where it was expected');
  return { path: join(folder, name), cableId };
}

const end = await startDisplay();
try {
  console.log(`seed ${values.seed}`);
  const { path, cableId } = await begin();
  let found = await examine(path, cableId);
  for (let round = 1; round <= rounds; round++) {
    found = await oneRound(round, path, cableId, found);
    if (round % 10 === 0 || round === rounds)
      console.log(`${round} rounds, longest loss ${Math.max(...losses)} ms`, JSON.stringify(sums));
  }
  console.log(`${sums.typed} key presses; median loss ${median(losses)} ms`);
  report('kill', [
    atLeast('rounds', losses.length, rounds, 'rounds'),
    atLeast('saves answered', sums.saves, 1, 'saves'),
    atLeast('highlights answered', sums.highlights, 1, 'highlights'),
    atMost('libraries not sound', sums.unsound, 0, 'libraries'),
    atMost('answered actions missing', sums.missing, 0, 'actions'),
    atMost('texts that are not what was typed', sums.strange, 0, 'texts'),
    atMost('longest loss of typing', Math.max(...losses), 1_000, 'ms'),
  ]);
} finally {
  await rm(desk, { recursive: true, force: true });
  await end?.();
}
