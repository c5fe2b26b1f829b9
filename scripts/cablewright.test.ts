import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CleaningReport } from '../domain/clean/report.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SEEDS = readdirSync(path.join(ROOT, 'seeds'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => path.join(ROOT, 'seeds', name));
const folder = mkdtempSync(path.join(tmpdir(), 'cablewright-cli-'));

afterAll(() => rmSync(folder, { recursive: true }));

type Line = CleaningReport & { readonly file: string; readonly sha256: string };

const COMMAND = [path.join(ROOT, 'scripts/cablewright.mjs'), 'clean'];

function linesOf(output: string): Line[] {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** A file of the test's folder with this content. */
function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

describe('clean --json', () => {
  const lines = linesOf(
    execFileSync(process.execPath, [...COMMAND, ...SEEDS, '--json'], { encoding: 'utf8' }),
  );

  test.each(SEEDS.map((seed, at) => [path.basename(seed), seed, lines[at]] as const))(
    '%s',
    (_, seed, line) => {
      const bytes = readFileSync(seed);
      expect(line?.file).toBe(seed);
      expect(line?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(line?.original).toBe(bytes.toString('utf8'));
      expect(applied(line)).toBe(line?.transcription);
      for (const note of line?.notes ?? [])
        expect(line?.original.slice(...note.original)).toBe(note.text);
      for (const reference of line?.noteReferences ?? [])
        expect(line?.original.slice(...reference.original)).toBe(reference.mark);
    },
  );

  test('says where pages and marks stand in the transcription', () => {
    const line = lines.find((each) => each.metadata.number === '171');
    expect(line?.noteReferences.map(({ mark, note }) => [mark, note])).toEqual([
      ['0', 1],
      ['1', 2],
      ['2', 3],
      ['3', 4],
    ]);
    const before = line?.noteReferences.map(({ at }) => line.transcription.slice(at - 9, at));
    expect(before).toEqual(['n America', 'tel 1662.', 'resident,', 'ors here.']);
    const at = line?.pages[0]?.at ?? 0;
    expect(line?.transcription.slice(at, at + 19)).toBe('Hemispheric defense');
    expect(line?.metadata.dateEvidence).toBe('737.00/4-2361');
  });
});

test('a file that cannot be read is named and the others go on', () => {
  const picture = file('picture.png', Buffer.from('89504e470d0a1a0a0000000d49', 'hex'));
  const missing = path.join(folder, 'missing.txt');
  const words = [...COMMAND, picture, missing, SEEDS[0] ?? '', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(linesOf(stdout).map((line) => line.file)).toEqual([SEEDS[0]]);
  expect(stderr).toContain('is not a text file');
  expect(stderr).toContain('missing.txt was not read: there is no such file.');
});

test('line ends and odd characters of a file stay as they are', () => {
  const text = 'One\r\nSECRET\r\n\r\nTwo\rThree\0 \u0301\n';
  const [line] = linesOf(
    execFileSync(process.execPath, [...COMMAND, file('odd.txt', text), '--json'], {
      encoding: 'utf8',
    }),
  );
  expect(line?.original).toBe(text);
  expect(applied(line)).toBe(line?.transcription);
});

test('of a volume in TEI every document is a line of its own', () => {
  const volume = 'electron/tei/fixtures/frus1958-60v99.xml';
  const words = [...COMMAND, volume, '--json'];
  const lines = linesOf(execFileSync(process.execPath, words, { encoding: 'utf8' }));
  expect(lines.map((line) => line.file)).toEqual(
    ['d64', 'd113', 'd153', 'd154', 'd116'].map((id) => `${volume}#${id}`),
  );
  for (const line of lines) expect(applied(line)).toBe(line.transcription);
  expect(lines[0]?.transcription).toMatch(/^64\. Telegram From the Department of State/u);
});

test('without a command it says how it is called', () => {
  const { status, stderr } = spawnSync(process.execPath, COMMAND.slice(0, 1), { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('Usage: cablewright COMMAND');
});

/** The original of a line with its accepted changes applied, as anybody outside would do it. */
function applied(line: Line | undefined): string {
  let text = '';
  let at = 0;
  for (const { from, to, insert, status } of line?.changes ?? []) {
    if (status !== 'accepted') continue;
    expect(from).toBeGreaterThanOrEqual(at);
    text += (line?.original.slice(at, from) ?? '') + insert;
    at = to;
  }
  return text + (line?.original.slice(at) ?? '');
}
