/**
 * Libraries of 1,000, 10,000 and 100,000 cables of about 4 kB beside raw better-sqlite3 with FTS5 and, at
 * 10,000, beside MiniSearch, in one run:
 *
 *     npm run bench:library -- --sizes=1000,10000,100000
 *
 * The cables are made of the public-domain texts in the repository (`bench/library/cables.ts`). *Import* is
 * the rate at which files become cables, found, read, cleaned, indexed and on disk; the peer reads the same
 * files, and writes and indexes the same two texts of each, which it is given. *Rare* are words and phrases
 * that some twenty cables have, *common* words those of 40 % of all cables; each is asked for once, so that
 * no program has kept the answer; the first of each are not counted. The peer gives row, snippet and rank.
 * *Counts* are those of all facets and months; the peer's are a plain join over seven fields.
 *
 * Start-up and memory are those of the real app (`bench/library/window.ts`), on the library of five cables
 * and on the largest, in turn.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../electron/store/open-store.ts';
import { libraryOf, type Library } from '../electron/store/library.ts';
import { openLibrary } from '../electron/store/library-file.ts';
import { makeConcordance } from '../electron/store/search/concordance.ts';
import { countSearch, searchResults } from '../electron/store/search/search-actions.ts';
import { startDisplay } from '../scripts/setup/display.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { atLeast, atMost, type Bar, median, report } from './bars.ts';
import { cableMaker, writeCables } from './library/cables.ts';
import { type Asked, commonWords, rarePhrases, rareWords } from './library/queries.ts';
import { type RawCable, rawLibrary } from './library/raw.ts';
import { type AtWork, atWork } from './library/window.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    runs: { type: 'string', default: '5' },
    keep: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);

/** How many rows the peer writes in one transaction, and how many questions of each kind are asked. */
const BATCH = 100;
const ASKED = 40;

/** What was measured of one size, in milliseconds. */
interface Measured {
  readonly total: number;
  readonly importing: Pair;
  readonly bytes: Pair;
  readonly words: Pair;
  readonly phrases: Pair;
  readonly common: Pair;
  readonly counts: Pair;
  readonly concordance: Pair;
  readonly open: number;
}

/** The same with Cablewright and with the peer. */
interface Pair {
  readonly ours: number;
  readonly raw: number;
}

/** How long some work takes, in milliseconds. */
async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Makes a library and imports all files; milliseconds a cable. */
async function importAll(path: string, files: string, total: number): Promise<number> {
  const store = openStore(join(root, 'dist/worker.js'), { progress: () => {}, log: () => {} });
  await store.create(path);
  await store.open(path);
  const time = await timed(() => store.importFiles([files]));
  // What the cables refer to is looked for while nobody asks for anything; whoever asks for it waits.
  const references = await timed(() => store.listMissing({ offset: 0, limit: 1, words: '' }));
  console.log(`references of ${total} cables: ${figure((references / total) * 1000)} µs a cable`);
  const { cables } = await store.state();
  await store.close();
  if (cables !== total) throw new Error(`${cables} of ${total} cables were imported`);
  return time / total;
}

/** The texts and fields of some cables of a library, as the peer is given them. */
function given(library: Library, ids: readonly string[]): RawCable[] {
  return ids.map((id) => ({
    original: library.cables.textOf(id, 'original'),
    transcription: library.cables.textOf(id, 'transcription'),
    title: library.cables.title(id),
    fields: library.cables
      .findings(id)
      .metadata.filter(({ field }) => FACETS.has(field))
      .map(({ field, value }): [string, string] =>
        field === 'date' ? ['month', value.slice(0, 7)] : [field, value],
      ),
  }));
}

const FACETS = new Set(['classification', 'kind', 'from', 'to', 'signatory', 'date', 'place']);

/** Has the peer read the same files and write the same texts; milliseconds a cable. */
async function rawImport(
  path: string,
  library: Library,
  paths: readonly string[],
): Promise<number> {
  const raw = rawLibrary(path);
  const ids = library.cables.ids();
  let time = 0;
  for (let first = 0; first < ids.length; first += BATCH) {
    const cables = given(library, ids.slice(first, first + BATCH));
    time += await timed(() => {
      const read = paths.slice(first, first + BATCH).map((file) => readFileSync(file, 'utf8'));
      raw.add(
        first + 1,
        cables.map((cable, at) => ({ ...cable, original: read[at] ?? cable.original })),
      );
    });
    raw.addFields(first + 1, cables);
  }
  raw.close();
  return time / ids.length;
}

/** Both programs answer the same questions in turn; medians. The first five only warm up. */
async function inTurn(
  asked: readonly Asked[],
  ours: (query: string) => unknown,
  raw: (match: string) => unknown,
): Promise<Pair> {
  const times: { ours: number; raw: number }[] = [];
  for (const { query, match } of asked)
    times.push({ ours: await timed(() => ours(query)), raw: await timed(() => raw(match)) });
  const counted = times.slice(Math.min(5, times.length - 5));
  return {
    ours: median(counted.map((each) => each.ours)),
    raw: median(counted.map((each) => each.raw)),
  };
}

async function measure(folder: string, total: number): Promise<Measured> {
  const paths = {
    files: join(folder, `cables-${total}`),
    library: join(folder, `${total}.cablewright`),
    raw: join(folder, `${total}.raw`),
  };
  const files = writeCables(paths.files, total);
  const oursImport = await importAll(paths.library, paths.files, total);
  const library = libraryOf(
    openLibrary(paths.library, () => undefined),
    paths.library,
  );
  const rawTime = await rawImport(paths.raw, library, files);
  const raw = rawLibrary(paths.raw);
  const { names } = cableMaker(total);
  const ask = (query: string) =>
    searchResults(library, {
      query,
      order: { by: 'relevance', descending: true },
      offset: 0,
      limit: 50,
      whole: false,
    });
  const common = commonWords(total, raw.count, 15);
  const by = { progress: () => {}, signal: new AbortController().signal };
  const ids = library.cables.ids();
  const opened: number[] = [];
  for (let at = 0; at < 60; at += 1)
    opened.push(
      await timed(() => library.cables.get(ids[Math.floor((at * ids.length) / 60)] ?? '')),
    );
  const measured: Measured = {
    total,
    importing: { ours: oursImport, raw: rawTime },
    bytes: { ours: statSync(paths.library).size / total, raw: statSync(paths.raw).size / total },
    words: await inTurn(rareWords(names, ASKED), ask, raw.results),
    phrases: await inTurn(rarePhrases(names, ASKED), ask, raw.results),
    common: await inTurn(common, ask, raw.results),
    counts: await inTurn(common.toReversed(), (query) => countSearch(library, query), raw.facets),
    concordance: await inTurn(
      common.slice(0, 6),
      (query) => makeConcordance(library, query, by),
      (word) => raw.lines(word),
    ),
    open: median(opened.slice(5)),
  };
  raw.close();
  library.db.close();
  rmSync(paths.files, { recursive: true });
  return measured;
}

/** Prints what was measured as a table for people. */
function table(all: readonly Measured[]): void {
  const rows: [string, (of: Measured) => string][] = [
    ['import, µs a cable', ({ importing }) => both(importing, 1000)],
    ['size, bytes a cable', ({ bytes }) => both(bytes)],
    ['rare word, first 50, ms', ({ words }) => both(words)],
    ['phrase, first 50, ms', ({ phrases }) => both(phrases)],
    ['word of 40 %, first 50, ms', ({ common }) => both(common)],
    ['counts of it, ms', ({ counts }) => both(counts)],
    ['concordance of it, ms', ({ concordance }) => both(concordance)],
    ['reading a cable, ms', ({ open }) => figure(open)],
  ];
  const widths = all.map(() => 24);
  console.log(
    `${'Cablewright / raw'.padEnd(30)}${all.map(({ total }, at) => `${total} cables`.padStart(widths[at] ?? 0)).join('')}`,
  );
  for (const [name, tell] of rows)
    console.log(
      `${name.padEnd(30)}${all.map((each, at) => tell(each).padStart(widths[at] ?? 0)).join('')}`,
    );
}

function both({ ours, raw }: Pair, factor = 1): string {
  return `${figure(ours * factor)} / ${figure(raw * factor)}`;
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: false });
}

/** What a program needs to search 10,000 cables, in a process of its own. */
function memoryOf(kind: 'cablewright' | 'minisearch', library: string) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', './bench/sql.ts', 'bench/library/memory.ts', kind, library],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(stderr || 'nothing was measured');
  const { bytes, median: time } = JSON.parse(line) as { bytes: number; median: number };
  return { bytes, time };
}

/** The real app on two libraries in turn; medians. */
async function windows(five: string, large: string): Promise<{ five: AtWork; large: AtWork }> {
  const seen = { five: [] as AtWork[], large: [] as AtWork[] };
  for (let run = 0; run <= runs; run += 1) {
    seen.five.push(await atWork(five, 'situation'));
    seen.large.push(await atWork(large, 'situation'));
  }
  const middle = (of: readonly AtWork[]): AtWork => ({
    start: median(of.slice(1).map(({ start }) => start)),
    open: median(of.slice(1).map(({ open }) => open)),
    memory: median(of.slice(1).map(({ memory }) => memory)),
  });
  return { five: middle(seen.five), large: middle(seen.large) };
}

/** The library of the five seeds. */
async function libraryOfFive(folder: string): Promise<string> {
  const path = join(folder, 'five.cablewright');
  const store = openStore(join(root, 'dist/worker.js'), { progress: () => {}, log: () => {} });
  await store.create(path);
  await store.open(path);
  await store.importFiles([join(root, 'seeds')]);
  await store.close();
  return path;
}

const MIB = 1024 * 1024;

function barsOf(each: Measured): Bar[] {
  const at = `at ${each.total}`;
  const ratio = ({ ours, raw }: Pair) => ours / raw;
  return [
    atLeast(`import rate ${at}, of raw`, 1 / ratio(each.importing), 0.6, '×'),
    atMost(`rare words ${at}, of raw`, ratio(each.words), 1.2, '×'),
    atMost(`phrases ${at}, of raw`, ratio(each.phrases), 1.2, '×'),
    atMost(`words of 40 % ${at}, of raw`, ratio(each.common), 0.5, '×'),
    atMost(`counts ${at}, of a plain join`, ratio(each.counts), 0.5, '×'),
  ];
}

function growth(small: Measured, large: Measured): Bar[] {
  return [
    atMost('growth of rare words', large.words.ours / small.words.ours, 3, '×'),
    atMost('growth of phrases', large.phrases.ours / small.phrases.ours, 3, '×'),
    atMost('growth of words of 40 %', large.common.ours / small.common.ours, 3, '×'),
    atMost('growth of reading a cable', large.open / small.open, 1.2, '×'),
    atMost('growth of import', large.importing.ours / small.importing.ours, 1.5, '×'),
  ];
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'cablewright-bench-'));
mkdirSync(folder, { recursive: true });
const endDisplay = await startDisplay();
try {
  const all: Measured[] = [];
  for (const total of sizes) all.push(await measure(folder, total));
  table(all);
  const bars = all.flatMap(barsOf);
  const small = all.find(({ total }) => total === 10_000);
  const large = all.at(-1);
  if (small) {
    const path = join(folder, '10000.cablewright');
    const [ours, mini] = [memoryOf('cablewright', path), memoryOf('minisearch', path)];
    console.log(
      `\nsearching 10,000: ${figure(ours.time)} ms in ${figure(ours.bytes / MIB)} MiB, MiniSearch ${figure(mini.time)} ms in ${figure(mini.bytes / MIB)} MiB`,
    );
    bars.push(
      atMost('search at 10000, of MiniSearch', ours.time / mini.time, 1, '×'),
      atMost('memory at 10000, of MiniSearch', ours.bytes / mini.bytes, 0.1, '×'),
    );
  }
  if (small && large && large !== small) bars.push(...growth(small, large));
  if (large) {
    const seen = await windows(
      await libraryOfFive(folder),
      join(folder, `${large.total}.cablewright`),
    );
    console.log(
      `start: ${figure(seen.five.start)} ms with five, ${figure(seen.large.start)} ms with ${large.total}; opening a cable ${figure(seen.five.open)} and ${figure(seen.large.open)} ms; memory ${figure(seen.five.memory / MIB)} and ${figure(seen.large.memory / MIB)} MiB`,
    );
    bars.push(
      atMost(
        `start with ${large.total}, of that with five`,
        seen.large.start / seen.five.start,
        1.3,
        '×',
      ),
      atMost(`opening a cable of ${large.total}`, seen.large.open, 60, 'ms'),
      atMost('memory grows by', (seen.large.memory - seen.five.memory) / MIB, 150, 'MiB'),
    );
  }
  report('library', bars);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  await endDisplay?.();
}
