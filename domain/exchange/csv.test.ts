import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { newId } from '../testing/emendations.ts';
import { testAnnotation, testFrame, testRecord, testTag, testTarget } from '../testing/exported.ts';
import { unguarded } from '../text/csv.ts';
import { csv } from './csv.ts';
import type { ExportedPiece } from './writer.ts';
import type { CableRecord, LibraryFrame } from './record.ts';

const options = { offsets: 'code-points' } as const;

/** The rows of every table of an export, as a spreadsheet reads them. */
function tablesOf(frame: LibraryFrame, records: readonly CableRecord[]) {
  const running = csv.write(frame, options);
  const pieces: ExportedPiece[] = [
    ...running.begin(),
    ...records.flatMap((record, index) => running.cable(record, `cable ${index}`)),
    ...running.end(),
  ];
  const files = new Map<string, string>();
  for (const { path, content } of pieces)
    files.set(path, (files.get(path) ?? '') + String(content));
  return (table: string) => {
    const file = files.get(`${table}.csv`) ?? '';
    expect(file.startsWith('\uFEFF')).toBe(true);
    expect(file.lastIndexOf('\uFEFF')).toBe(0);
    return Papa.parse<Record<string, string>>(file.slice(1), { header: true, skipEmptyLines: true })
      .data;
  };
}

const above = testTag({ name: 'Persons' });
const tag = testTag({ name: '=Castro', parentId: above.id, colour: 'blue', key: 'c' });
const type = { id: newId(), name: 'quotes', reverse: null, description: '' };
const frame = testFrame({ tags: [tag, above], relationTypes: [type] });
const bare = testRecord('=SUM(A1), he said;\n“Cuba” 😀 and missiles');
const one = testAnnotation(bare, {
  targets: [testTarget(bare, 'original', 0, 8), testTarget(bare, 'transcription', 26, 28)],
  tagIds: [tag.id, above.id],
  note: '-1 is\na "note"',
  verdict: { value: 'accepted', by: 'B. Judge', time: '2026-02-01T00:00:00.000Z' },
});
const lost = testAnnotation(bare, {
  targets: [{ ...testTarget(bare, 'transcription', 3, 3), lost: 'Its words were deleted.' }],
});
const whole = testAnnotation(bare, { note: 'On everything' });
const elsewhere = newId();
const otherCable = newId();
const relation = (from: string, to: string) => ({
  ...{ id: newId(), typeId: type.id, from, to, note: '', creator: 'A' },
  created: '2026-01-01T00:00:00.000Z',
});
const relations = [relation(one.id, whole.id), relation(one.id, elsewhere)];
const record: CableRecord = {
  ...bare,
  annotations: [one, lost, whole],
  relations,
  others: new Map([[elsewhere, otherCable]]),
  origins: new Map([[whole.id, 'https://hypothes.is/a/1']]),
};

it('has a row for every annotation, with nothing that a spreadsheet would carry out', () => {
  const rows = tablesOf(frame, [record])('annotations');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    annotation: one.id,
    cable: bare.cable.summary.id,
    about: 'words',
    side: 'original, transcription',
    from: '0',
    to: '8',
    passages: '2',
    quote: "'=SUM(A1) … 😀",
    tags: 'Persons › =Castro; Persons',
    note: `'-1 is\na "note"`,
    verdict: 'accepted',
    relations: `quotes → the whole cable; quotes → annotation ${elsewhere} of cable ${otherCable}`,
  });
  expect(rows[1]).toMatchObject({ about: 'words that are lost', from: '3', to: '3' });
  expect(rows[2]).toMatchObject({
    about: 'the whole cable',
    from: '',
    origin: 'https://hypothes.is/a/1',
  });
  for (const cell of rows.flatMap((row) => Object.values(row)))
    expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
});

it('has the passages, each with its place, its words, and why it is lost', () => {
  const rows = tablesOf(frame, [record])('passages');
  expect(rows.map(({ annotation, passage }) => [annotation, passage])).toEqual([
    [one.id, '1'],
    [one.id, '2'],
    [lost.id, '1'],
  ]);
  expect(unguarded(rows[0]?.['quote'] ?? '')).toBe('=SUM(A1)');
  expect(rows[1]).toMatchObject({ side: 'transcription', from: '26', to: '28', quote: '😀' });
  expect(rows[2]?.['lost because']).toBe('Its words were deleted.');
});

it('has every relation once, also between two cables', () => {
  const there: CableRecord = {
    ...bare,
    relations: relations.slice(1),
    others: new Map([[one.id, bare.cable.summary.id]]),
  };
  const rows = tablesOf(frame, [record, there])('relations');
  expect(rows.map((row) => row['relation'])).toEqual(relations.map(({ id }) => id));
  expect(rows[1]).toMatchObject({
    type: 'quotes',
    'from cable': bare.cable.summary.id,
    'to cable': otherCable,
  });
});

it('has the tags with their paths', () => {
  expect(tablesOf(frame, [])('tags')).toMatchObject([
    { tag: above.id, path: 'Persons', address: `urn:uuid:${above.id}` },
    { tag: tag.id, path: 'Persons › =Castro', name: "'=Castro", colour: 'blue', key: 'c' },
  ]);
});

it('says that the texts are not in it', () => {
  expect(csv.losses(record, frame, options)).toMatchObject([
    { kind: 'text', cableId: bare.cable.summary.id, annotationId: null },
  ]);
});
