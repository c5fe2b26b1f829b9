import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { FailureError } from '../../../domain/failure.ts';
import type { CheckResult } from '../../../domain/safety/verify.ts';
import { test } from '../../testing/folder.ts';
import { chanceOf } from '../../testing/chance.ts';
import { idOf, storeWith, testStore } from '../../testing/store.ts';
import { vocabularyOf } from '../../testing/vocabulary.ts';
import { connect } from '../database.ts';
import { NEWEST } from '../migrate.ts';
import { prove } from './proving.ts';
import { checkSeal } from './seal.ts';

/** How many bytes are corrupted; `CORRUPTIONS=10000` for a long run. */
const TIMES = Number(process.env['CORRUPTIONS'] ?? 100);
/** So many at a time, as a machine that has other things to do gets through them in the time that a test has. */
const AT_ONCE = 20;
const PARTS = Array.from({ length: Math.ceil(TIMES / AT_ONCE) }, (_, part) => part + 1);
/** How many are corrupted without a seal. */
const FEWER = 34;
const SEED = Number(process.env['SEED'] ?? 20_261_122);

let made: Promise<Buffer> | null = null;

/** A library with something in every table that matters, and pages that hold nothing; at rest. */
async function library(folder: string): Promise<string> {
  const words = 'The embassy reports that {x} the quarantine was {a=the} lifted 🚢 today. ';
  const texts = Array.from({ length: 6 }, (_, at) => [
    `${at}.txt`,
    `No. ${at}\nTitle Cable ${at}\nDate 1962-11-1${at}\n${words.repeat(20 + at)}{?y} End ${at}.`,
  ]);
  const store = await storeWith(folder, Object.fromEntries(texts) as Record<string, string>);
  const tags = await vocabularyOf(store, 'Cuba Events<Cuba Persons');
  for (let at = 0; at < 6; at += 1) {
    const cableId = await idOf(store, `${at}.txt`);
    const { version } = await store.openCable(cableId);
    const { text } = await store.readCable(cableId);
    for (
      let from = text.indexOf('quarantine');
      from >= 0;
      from = text.indexOf('quarantine', from + 1)
    ) {
      const ranges = [{ side: 'transcription' as const, from, to: from + 10 }];
      const draft = { cableId, version, ranges, tagIds: [tags.Cuba], note: `At ${from}` };
      await store.createAnnotation(draft, 'miller');
    }
  }
  await store.close();
  const path = join(folder, 'test.cablewright');
  const db = connect(path, 'must-be-there');
  db.exec('CREATE TABLE gone (x); INSERT INTO gone VALUES (zeroblob(20000)); DROP TABLE gone');
  db.close();
  const again = testStore();
  await again.open(path);
  await again.close();
  return path;
}

/** All that a library holds: every row of every table, the words of its indexes too; null where it cannot be read. */
function contents(path: string): string | null {
  const db = connect(path, 'must-be-there');
  try {
    const tables = db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'
           AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
      )
      .pluck();
    const rows = tables
      .all()
      .map((table) => db.prepare(`SELECT * FROM "${table}" NOT INDEXED`).raw().all());
    return JSON.stringify(rows);
  } catch {
    return null;
  } finally {
    db.close();
  }
}

function proven(path: string): CheckResult[] {
  const checks: CheckResult[] = [];
  const news = { progress: () => undefined, checked: (check: CheckResult) => checks.push(check) };
  prove({ path, unsealed: null, form: NEWEST }, news);
  return checks;
}

test.for(PARTS)(
  `of ${TIMES} corrupted bytes every one is named, and none brings the program down: part %d`,
  async (part, { folder }) => {
    const path = join(folder, 'test.cablewright');
    made ??= library(folder).then((from) => readFileSync(from));
    const whole = await made;
    writeFileSync(path, whole);
    const before = contents(path);
    expect(checkSeal(path).state).toBe('whole');
    const { below } = chanceOf(SEED + part);
    const hurt = join(folder, 'hurt');
    mkdirSync(hurt);
    const missed: string[] = [];
    const counted = { reaching: 0, refused: 0 };
    for (let time = 0; time < AT_ONCE; time += 1) {
      const at = below(whole.length);
      const bit = 1 + below(255);
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((whole[at] ?? 0) ^ bit, at);
      const file = join(hurt, `${time}.cablewright`);
      const said = `byte ${at} of ${whole.length} ^ ${bit}`;

      // Opening: refused with a sentence, or nothing that anybody has written was hurt.
      writeFileSync(file, bytes);
      const store = testStore();
      const opened: unknown = await store.open(file).catch((error: unknown) => error);
      await store.close();
      const isRefused = opened instanceof FailureError;
      if (opened instanceof Error && !isRefused) missed.push(`${said}: opening: ${String(opened)}`);
      if (isRefused) expect(readFileSync(file).equals(bytes)).toBe(true);

      writeFileSync(file, bytes);
      const checks = proven(file);
      const named = checks.flatMap((check) => check.named);
      writeFileSync(file, bytes);
      const reaches = contents(file) !== before;
      if (named.length === 0) missed.push(`${said}: not named`);
      if (reaches && !isRefused) missed.push(`${said}: reaches data, and it opens`);
      counted.reaching += Number(reaches);
      counted.refused += Number(isRefused);
    }
    expect(missed).toEqual([]);
    // Otherwise this would prove nothing.
    expect(counted.reaching).toBeGreaterThan(1);
    expect(counted.refused).toBeGreaterThanOrEqual(counted.reaching);
  },
);

// What was not closed in good order has no seal; then the checks of what is in it must do.
test(`without a seal, each of ${FEWER} corrupted bytes that changes a text, a place or an action is named all the same`, async ({
  folder,
}) => {
  const path = await library(folder);
  const { below } = chanceOf(SEED);
  const told = readFileSync(path).readUInt32BE(28) * 4096;
  const whole = readFileSync(path).subarray(0, told);
  writeFileSync(path, whole);
  const before = proofOf(path);
  const missed: string[] = [];
  let reached = 0;
  const pages = pagesOf(path, ['original', 'reading', 'annotation', 'annotation_target']);
  for (let time = 0; time < FEWER; time += 1) {
    const at = (pages[below(pages.length)] ?? 0) * 4096 - below(4096) - 1;
    const bit = 1 << below(8);
    const bytes = Buffer.from(whole);
    bytes.writeUInt8((whole[at] ?? 0) ^ bit, at);
    writeFileSync(path, bytes);
    const copy = join(folder, 'copy');
    copyFileSync(path, copy);
    const reaches = proofOf(copy) !== before;
    const faults = proven(path).reduce((sum, check) => sum + check.faults, 0);
    reached += Number(reaches);
    if (reaches && faults === 0) missed.push(`byte ${at} of ${told} ^ ${bit}`);
  }
  expect(missed).toEqual([]);
  expect(reached).toBeGreaterThan(FEWER / 5);
});

/** The pages of some tables, counted from 1. */
function pagesOf(path: string, tables: readonly string[]): number[] {
  const db = connect(path, 'must-be-there');
  const pages = db
    .prepare<[string], number>(
      'SELECT pageno FROM dbstat WHERE name IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .all(JSON.stringify(tables));
  db.close();
  return pages;
}

/** What the promises of the program are about: originals, transcriptions, places of annotations, actions. */
function proofOf(path: string): string | null {
  const db = connect(path, 'must-be-there');
  try {
    return JSON.stringify(
      [
        'SELECT cable_id, bytes, text FROM original ORDER BY cable_id',
        'SELECT row, version, text FROM reading ORDER BY row',
        'SELECT annotation_id, side, from_at, to_at, exact FROM annotation_target ORDER BY 1, ordinal',
        'SELECT id, note FROM annotation ORDER BY id',
      ].map((query) => db.prepare(query).raw().all()),
    );
  } catch {
    return null;
  } finally {
    db.close();
  }
}
