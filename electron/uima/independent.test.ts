import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Side } from '../../domain/annotation/annotation.ts';
import { undecided } from '../../domain/change/decision.ts';
import { clean } from '../../domain/clean/clean.ts';
import type { CableRecord } from '../../domain/exchange/record.ts';
import { newId } from '../../domain/testing/emendations.ts';
import {
  annotatedRecords,
  annotationsOf,
  testAnnotation,
  testFrame,
  testRecord,
  testTag,
  textsOf,
} from '../../domain/testing/exported.ts';
import { xmi } from '../../domain/uima/write.ts';
import { hasControls, isImpossible } from '../../domain/uima/xml.ts';
import { tsv } from '../../domain/webanno/write.ts';
import { test } from '../testing/folder.ts';

const SEED = 20_261_122;
const options = { offsets: 'code-points' } as const;
const tags = [testTag({ name: 'Cuba' }), testTag({ name: 'A; [1] | b' })];
const type = { id: newId(), name: 'quotes', reverse: null, description: '' };
const frame = testFrame({ tags, relationTypes: [type] });

/** What the reader says of a file. */
interface Read {
  readonly file: string;
  readonly texts: Partial<Record<Side, string>>;
  readonly corrected?: string;
  readonly spans: readonly (readonly [string, number, Side, string, string])[];
  readonly lines: readonly (readonly [string, string, string])[];
  readonly unplaced?: number;
  readonly faults: readonly string[];
}

/** What a reader in Python says of the files of a folder, which shares no code with the program. */
function readByPython(folder: string): Read[] {
  const script = join(import.meta.dirname, 'fixtures/read_files.py');
  let output = '';
  try {
    output = execFileSync('python3', [script, folder], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(
        'This test needs python3, which reads the files independently of the program. Install it (Debian: apt install python3), then run the test again.',
        { cause: error },
      );
    throw error;
  }
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Read);
}

/** A seed, cleaned and annotated at random on both sides, with relations between what follows each other. */
function seedRecord(file: string): CableRecord {
  const text = readFileSync(join(import.meta.dirname, '../../seeds', file), 'utf8');
  const { changes, structure, metadata } = clean(text.replaceAll('\r\n', '\n'));
  const bare = testRecord(text.replaceAll('\r\n', '\n'), {
    changes: changes.map(undecided),
    structure: [...structure],
    metadata: [...metadata],
  });
  const [onWords = []] = fc.sample(annotationsOf(bare, tags, { minLength: 40, maxLength: 50 }), {
    numRuns: 1,
    seed: SEED,
  });
  const lost = onWords.slice(0, 2).map((one) => ({
    ...one,
    id: newId(),
    targets: one.targets.map((target) => ({ ...target, to: target.from, lost: 'Deleted.' })),
  }));
  const annotations = [...onWords, ...lost, testAnnotation(bare, { note: 'On all of it' })];
  const relations = annotations.slice(1).flatMap(({ id }, index) => ({
    ...{ id: newId(), typeId: type.id, from: annotations[index]?.id ?? '', to: id, note: '' },
    ...{ creator: 'A', created: '2026-01-01T00:00:00.000Z' },
  }));
  return { ...bare, annotations, relations };
}

/** The passages of a cable on some sides, as the reader tells them. */
function spansOf({ annotations }: CableRecord, sides: readonly Side[]) {
  return annotations.flatMap(({ id, targets, note }) =>
    targets.flatMap(({ side, quote, lost }, index) => {
      if (lost !== null || !sides.includes(side)) return [];
      const isFirst = targets.findIndex((target) => target.side === side) === index;
      return [[id, index + 1, side, quote.exact, isFirst ? note : ''] as const];
    }),
  );
}

const inOrder = (spans: readonly (readonly unknown[])[]) =>
  spans.map((span) => JSON.stringify(span)).toSorted();

test('every passage stands on its words for a reader that shares no code with the program', ({
  folder,
}) => {
  const seeds = readdirSync(join(import.meta.dirname, '../../seeds')).filter((file) =>
    file.endsWith('.txt'),
  );
  const records = new Map<string, CableRecord>();
  for (const [index, record] of [
    ...seeds.map(seedRecord),
    ...fc.sample(annotatedRecords(tags), { numRuns: 40, seed: SEED }),
  ].entries())
    records.set(`cable-${index}`, record);
  let [writtenXmi, passages] = [0, 0];
  for (const { path, content } of xmi.write(frame, options).begin())
    writeFileSync(join(folder, path), content);
  for (const [name, record] of records) {
    const words = [
      ...Object.values(textsOf(record)),
      ...record.annotations.map(({ note }) => note),
    ];
    // Python reads XML 1.0 only.
    const isXml = !words.some((one) => hasControls(one) || isImpossible(one));
    if (isXml) writtenXmi += 1;
    for (const { path, content } of [
      ...(isXml ? xmi.write(frame, options).cable(record, name) : []),
      ...tsv.write(frame, options).cable(record, name),
    ])
      writeFileSync(join(folder, path), content);
  }
  expect(writtenXmi).toBeGreaterThan(15);

  for (const read of readByPython(folder)) {
    const [name = '', side = '', ending] = read.file.split('.');
    const record = records.get(name);
    if (!record) throw new Error(read.file);
    expect(read.faults, read.file).toEqual([]);
    const texts = textsOf(record);
    const isOriginal = side === 'original';
    const sides: readonly Side[] =
      ending === undefined
        ? ['original', 'transcription']
        : [isOriginal ? 'original' : 'transcription'];
    for (const each of sides) {
      const text = read.texts[each] ?? '';
      // WebAnno TSV ends a text with a line end.
      if (ending === undefined) expect(text).toBe(texts[each]);
      else expect([texts[each], `${texts[each]}\n`]).toContain(text);
    }
    if (ending === undefined) expect(read.corrected).toBe(texts.transcription);
    const expected = spansOf(record, sides);
    passages += expected.length;
    expect(inOrder(read.spans), read.file).toEqual(inOrder(expected));
    const unplaced = record.annotations.filter(
      ({ targets }) => !targets.some(({ lost }) => lost === null),
    );
    const lostPassages = unplaced.reduce(
      (sum, { targets }) => sum + Math.max(1, targets.length),
      0,
    );
    if (ending === undefined) expect(read.unplaced).toBe(lostPassages);
    const related = record.relations.map(({ from, to }) => `${from} ${to}`);
    for (const [layer, from, to] of read.lines)
      if (layer === 'CablewrightRelation') expect(related).toContain(`${from} ${to}`);
      else expect(from).toBe(to);
  }
  expect(passages).toBeGreaterThan(1000);
});
