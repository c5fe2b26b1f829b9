/**
 * Ten thousand annotations over a transcription of 100,000 characters in the real window, beside the
 * same cable with none, beside `@recogito/text-annotator` and beside plain CSS custom highlights, in
 * one run of one app:
 *
 *     npm run bench:annotations
 *
 * *Open* is the time from the click on a cable in the library's list (another one is on the desk) to
 * the frame in which both texts stand on the screen with all highlights in sight: until then the main
 * process has read the cable and its annotations from the library, checked and sent them. Each cable
 * is opened for the first time in this run of the app, so that nothing of it is known beforehand; long
 * cables with and without annotations take turns. *All in* is the time until the last of all
 * annotations is in the window and in the inspector's list, and *block* the longest task of the window
 * from the click to then, by the clock.
 *
 * The peers stand in a second window of the same app, of the same size, with the text in one element
 * as large as a pane. Their time begins when text and annotations lie ready in memory, and ends with
 * the frame in which the highlights in sight are painted: no library, no border between processes, one
 * text instead of two, no list.
 *
 * *Adding* is the work of the window's one thread from the key that highlights the selection to the
 * frame in which the new highlight is painted and chosen; that until all has come to rest, whatever is
 * read again meanwhile included, is told beside it. *Scrolling* turns the wheel over the transcription
 * with every frame, as fast as somebody skims; a frame is slow if the work of the thread for it took
 * longer than a sixtieth of a second.
 *
 * Recogito is held against what the annotations add to our opening, as what they add to its text is all
 * that it does; how its time compares with our whole opening is told beside it.
 */
import type { ElectronApplication, Page } from 'playwright';
import { atLeast, atMost, median, report } from './bars.ts';
import { atDesk, type BenchDesk, furnish } from './desk.ts';
import { ANNOTATIONS, type LongCable, longCable, stretchesOf } from './long-cable.ts';
import { openPeers, shownBy } from './peers-page.ts';
import { endOf, hears, isTask, ofThread, record, type Traced, workOf } from './trace.ts';

/** How many cables of either kind are opened; the first of each only warms the window up. */
const RUNS = 6;
/** How many annotations are added, and how many frames are scrolled, after those that warm up. */
const ADDED = 7;
const FRAMES = 150;
/** How far the wheel turns with each frame, in pixels: three screens in a second. */
const TURN = 40;
/** How long a frame may take, in milliseconds. */
const FRAME = 1000 / 60;
/** How long nothing happens before all has come to rest, in milliseconds. */
const REST = 700;

/** How long it took to open a cable, in milliseconds. */
interface Opened {
  readonly painted: number;
  readonly all: number;
  /** The longest task meanwhile. */
  readonly block: number;
}

/** Opens a cable from the list; `annotations` are those it has. */
async function open(page: Page, number: number, annotations: number): Promise<Opened> {
  const recorded = await record(page);
  const times = page.evaluate(whenPainted, { number, annotations });
  await page.getByRole('option', { name: new RegExp(String(number), 'u') }).click();
  const { painted, all } = await times;
  await page.waitForTimeout(REST);
  const tasks = ofThread(await recorded(), 'click').filter(isTask);
  return { painted, all, block: Math.max(...tasks.map(({ dur = 0 }) => dur / 1000)) };
}

/** Within the page: when a cable has been painted, and when all annotations are there, from the click on. */
async function whenPainted({
  number,
  annotations,
}: {
  number: number;
  annotations: number;
}): Promise<{ painted: number; all: number }> {
  const click = new Promise<number>((done) => {
    window.addEventListener('click', ({ timeStamp }) => done(timeStamp), {
      capture: true,
      once: true,
    });
  });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = async (shown: () => boolean) => {
    for (;;) {
      await frame();
      const there = shown();
      // A task that is posted within a frame runs when the frame has been painted.
      await new Promise((done) => setTimeout(done));
      if (there) return performance.now();
    }
  };
  const begin = await click;
  const isInSight = (element: Element, { top, bottom }: DOMRect) => {
    const box = element.getBoundingClientRect();
    return box.bottom > top && box.top < bottom && box.height > 0;
  };
  /** Whether a pane shows its text, and every line of words in sight bears highlights where there are any. */
  const shows = (name: string) => {
    const pane = document.querySelector(`.pane.${name} .cm-scroller`);
    if (!pane) return false;
    const frameOf = pane.getBoundingClientRect();
    const lines = [...pane.querySelectorAll('.cm-line')].filter(
      (line) => line.textContent.length > 80 && isInSight(line, frameOf),
    );
    if (lines.length === 0) return false;
    return annotations === 0 || lines.every((line) => line.querySelector('.highlight') !== null);
  };
  const heading = () =>
    document.querySelector('main h1')?.textContent?.includes(String(number)) === true;
  const atPaint = await painted(() => heading() && shows('original') && shows('transcription'));
  const last = () =>
    document.querySelector('.annotations .cards > li')?.getAttribute('aria-setsize') ===
    String(annotations);
  const atAll = annotations === 0 ? atPaint : await painted(last);
  return { painted: atPaint - begin, all: atAll - begin };
}

/** The work of the window for an annotation that is added, in milliseconds. */
interface Added {
  readonly painted: number;
  readonly rest: number;
}

/** Within the page: how long it is from the key to the frame in which another highlight is painted as the chosen one, in milliseconds. */
async function whenChosen(): Promise<number> {
  const chosen = () =>
    document
      .querySelector('.pane.transcription .highlight.chosen')
      ?.getAttribute('data-annotation');
  const last = chosen();
  const key = await new Promise<number>((done) => {
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() === 'h') done(event.timeStamp);
      },
      { capture: true },
    );
  });
  for (;;) {
    await new Promise((done) => requestAnimationFrame(done));
    const now = chosen();
    await new Promise((done) => setTimeout(done));
    if (now && now !== last) return performance.now() - key;
  }
}

/** Highlights a word of the transcription; gives the work of the window for it. */
async function add(page: Page): Promise<Added> {
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.waitForTimeout(REST);
  const shown = page.evaluate(whenChosen);
  const recorded = await record(page);
  await page.keyboard.press('Control+h');
  const took = await shown;
  await page.waitForTimeout(REST);
  const own = ofThread(await recorded(), 'keydown');
  // The first key that is heard is Control itself.
  const key = own.filter((event) => hears(event, 'keydown')).at(-1)?.ts ?? 0;
  const tasks = own.filter((task) => isTask(task) && endOf(task) > key);
  const painted = workOf(tasks.filter(({ ts }) => ts <= key + took * 1000));
  await page.keyboard.press('ArrowRight');
  return { painted, rest: workOf(tasks) };
}

/** Scrolls the transcription frame by frame; gives the work of the window for each, in milliseconds. */
async function scroll(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const box = await page.locator('.pane.transcription').boundingBox();
  if (!box) throw new Error('The transcription is not to be seen.');
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(place.x, place.y);
  const recorded = await record(page);
  const moved = page.evaluate(whenMoved, FRAMES);
  const ended = new AbortController();
  void moved.then(() => ended.abort());
  while (!ended.signal.aborted) {
    await session.send('Input.dispatchMouseEvent', {
      ...{ type: 'mouseWheel', ...place, deltaX: 0, deltaY: TURN },
    });
    await page.waitForTimeout(FRAME);
  }
  const own = ofThread(await recorded(), 'wheel');
  await session.detach();
  return frameWork(own);
}

/** Within the page: when the transcription has stood at other heights in as many frames. */
async function whenMoved(frames: number): Promise<void> {
  const scroller = document.querySelector('.pane.transcription .cm-scroller');
  let [moved, last] = [0, -1];
  while (moved < frames) {
    await new Promise((done) => requestAnimationFrame(done));
    const { scrollTop = 0 } = scroller ?? {};
    if (scrollTop !== last) moved += 1;
    last = scrollTop;
  }
}

/** The work of each frame: what the thread was at work on from the end of one frame's paint to that of the next. */
function frameWork(own: readonly Traced[]): number[] {
  const tasks = own.filter(isTask);
  const paints = own.filter(({ name }) => name === 'Paint');
  const ends = new Set<number>();
  for (const paint of paints) {
    const task = tasks.find((one) => one.ts <= paint.ts && endOf(one) >= endOf(paint));
    if (task) ends.add(endOf(task));
  }
  const times = [...ends].toSorted((a, b) => a - b);
  return times.slice(1).map((end, index) => {
    const begin = times[index] ?? 0;
    return workOf(tasks.filter((task) => endOf(task) > begin && endOf(task) <= end));
  });
}

/** Numbers of the cables: those with annotations and those without take turns. */
const WITH = 900;
const WITHOUT = 800;

async function furnished(desk: BenchDesk): Promise<LongCable> {
  const numbers = Array.from({ length: RUNS }, (_, run) => [WITH + run, WITHOUT + run]).flat();
  const cables = await furnish(
    desk,
    (folder) => Promise.all(numbers.map((number) => longCable(folder, number))),
    (all) => all.filter(({ text }) => isAnnotated(text)),
    makeTags,
  );
  const [first] = cables.filter(({ text }) => isAnnotated(text));
  if (!first) throw new Error('The cables could not be imported.');
  return first;
}

function isAnnotated(text: string): boolean {
  return text.startsWith('9');
}

/** As many tags as there are colours. */
async function makeTags(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { cablewright } = globalThis as unknown as {
      readonly cablewright: { request(name: string, input: unknown): Promise<unknown> };
    };
    for (const name of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'])
      await cablewright.request('tag.create', { name });
  });
}

interface Peer {
  readonly name: string;
  readonly times: readonly number[];
  readonly inSight: number;
}

async function peersOf(app: ElectronApplication, folder: string, page: Page, text: string) {
  const box = await page.locator('.pane.transcription').boundingBox();
  if (!box) throw new Error('The transcription is not to be seen.');
  const beside = await openPeers(app, folder, box);
  const shown = { text, stretches: stretchesOf(text) };
  const measured: Peer[] = [];
  for (const name of ['plain', 'cssHighlights', 'recogito'] as const) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await shownBy(beside, name, shown));
    const times = runs.slice(1).map(({ time }) => time);
    measured.push({ name, times, inSight: runs.at(-1)?.inSight ?? 0 });
  }
  return measured;
}

function tell(name: string, times: readonly number[], more = ''): void {
  const range = [Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0));
  const middle = median(times).toFixed(0).padStart(6);
  console.log(`  ${name.padEnd(34)} ${middle} ms  (${range.join(' to ')})${more}`);
}

await atDesk(async (desk) => {
  const cable = await furnished(desk);
  const { app, page } = await desk.launch();
  const [bare, full]: [Opened[], Opened[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    bare.push(await open(page, WITHOUT + run, 0));
    full.push(await open(page, WITH + run, ANNOTATIONS));
  }
  const transcription = page.getByRole('textbox', { name: 'Transcription', exact: true });
  await transcription.click();
  await page.keyboard.press('Control+Home');
  for (let down = 0; down < 40; down++) await page.keyboard.press('ArrowDown');
  const added: Added[] = [];
  for (let run = 0; run <= ADDED; run++) added.push(await add(page));
  await page.keyboard.press('Control+Home');
  await page.waitForTimeout(REST);
  const frames = await scroll(page);
  const peers = await peersOf(app, desk.folder, page, cable.text);
  await app.close();

  const [none, many] = [bare.slice(1), full.slice(1)];
  const times = (opened: readonly Opened[]) => opened.map(({ painted }) => painted);
  const openNone = median(times(none));
  const openMany = median(times(many));
  const recogito = median(peers.find(({ name }) => name === 'recogito')?.times ?? []);
  const slow = frames.filter((work) => work > FRAME).length;
  console.log(
    `A transcription of ${cable.text.length} characters with ${ANNOTATIONS} annotations, medians of ${RUNS - 1}:`,
  );
  tell('open, without annotations', times(none));
  tell('open, with all', times(many));
  tell(
    'until the last is in',
    many.map(({ all }) => all),
  );
  tell(
    'longest block, without',
    none.map(({ block }) => block),
  );
  tell(
    'longest block, with all',
    many.map(({ block }) => block),
  );
  for (const peer of peers) tell(peer.name, peer.times, `, ${peer.inSight} drawn`);
  const share = Math.max(1, openMany - openNone);
  const plain = median(peers.find(({ name }) => name === 'plain')?.times ?? []);
  console.log(
    `  What the annotations add: ${share.toFixed(0)} ms to opening, ${(recogito - plain).toFixed(0)} ms to the text that Recogito shows`,
  );
  console.log(
    `  Recogito takes ${(recogito / openMany).toFixed(1)} times as long as our whole opening, library and both texts included`,
  );
  const adding = added.slice(1);
  const untilPainted = adding.map(({ painted }) => painted);
  tell('adding one, until it is painted', untilPainted);
  tell(
    'adding one, until all rests',
    adding.map(({ rest }) => rest),
  );
  tell('work for a frame, scrolling', frames);
  report('annotations', [
    atMost('open with all, times that with none', openMany / openNone, 1.5, '×'),
    atLeast('what Recogito takes for them, times what we do', (recogito - plain) / share, 20, '×'),
    atMost('work for adding one, until it is painted', median(untilPainted), 50, 'ms'),
    atLeast('frames scrolled', frames.length, 90, 'frames'),
    atMost('slow frames in 90', (slow * 90) / Math.max(1, frames.length), 1, 'frames'),
    atMost('until the last annotation is in', median(many.map(({ all }) => all)), 2_000, 'ms'),
    atMost('longest block of the window', median(many.map(({ block }) => block)), 250, 'ms'),
  ]);
});
