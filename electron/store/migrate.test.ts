import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { testStore } from '../testing/store.ts';
import { connect, type Database } from './database.ts';
import { libraryOf } from './library.ts';
import { openLibrary } from './library-file.ts';
import { migrate, migrationOf, NEWEST } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { byDate } from '../../domain/search/order.ts';

const CABLE = '0195a000-0000-7000-8000-000000000001';
const LIBRARY = '0195a000-0000-7000-8000-000000000000';
const TAG = '0195a000-0000-7000-8000-000000000002';
const NOTE = '0195a000-0000-7000-8000-000000000003';
const ACTION = '0195a000-0000-7000-8000-000000000004';
const TIME = '2026-01-02T03:04:05.678Z';
const BYTES = Buffer.from('US not [Page 864] involved\r\n');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

/** What each form of the library can hold beside what the forms before it could, as rows of a real one. */
const content: readonly string[] = [
  `INSERT INTO library VALUES (1, '${LIBRARY}', '${TIME}');
   INSERT INTO setting VALUES ('lastCable', '${CABLE}');
   INSERT INTO cable (id, imported_at) VALUES ('${CABLE}', '${TIME}');
   INSERT INTO original VALUES ('${CABLE}', '${SHA256}', 'a.txt', 'utf-8', x'${BYTES.toString('hex')}',
     'US not [Page 864] involved' || char(10));`,

  `INSERT INTO change VALUES ('${CABLE}', 7, 18, 'page-marker', '', 'certain', 'accepted', NULL, NULL, NULL);
   INSERT INTO structure VALUES ('${CABLE}', 0, 'pageBreak', 7, 17, '864', NULL);
   INSERT INTO metadata VALUES ('${CABLE}', 'title', 0, 'Circular Telegram', 0, 2, 'title');`,

  `INSERT INTO place VALUES ('${CABLE}', 7, '${TIME}');
   INSERT INTO tag VALUES ('${TAG}', 'raids', 'sky', '', NULL);
   INSERT INTO annotation VALUES ('${NOTE}', '${CABLE}', 'who?', 'miller', '${TIME}', '${TIME}');
   INSERT INTO annotation_target VALUES ('${NOTE}', 0, 'transcription', 3, 6, 0, 'not', 'US ', ' involved');
   INSERT INTO annotation_tag VALUES ('${NOTE}', 0, '${TAG}');
   INSERT INTO journal (id, kind, label, cable_id, author, time, forward, inverse) VALUES
     ('${ACTION}', 'do', 'change the note on “not”', '${CABLE}', 'miller', '${TIME}', '[]',
      '[{"type":"annotation.put","annotation":{"id":"${NOTE}","cableId":"${CABLE}","targets":[{"side":
      "transcription","from":3,"to":6,"version":0,"quote":{"exact":"not","prefix":"US ","suffix":" involved"}}],
      "tagIds":["${TAG}"],"note":"","creator":"miller","created":"${TIME}","modified":"${TIME}"}}]');`,

  `INSERT INTO switched_off_rule VALUES ('margin-column');
   INSERT INTO annotation_target VALUES
     ('${NOTE}', 1, 'transcription', 7, 7, 0, '[Page 864] ', 'US not ', 'involved', 'Its words have left.');`,
];

/** A library as a Cablewright of form `form` has left it, with all that it could hold. */
function libraryOfForm(folder: string, form: number): string {
  const path = join(folder, 'old.cablewright');
  const db = connect(path, 'make');
  for (let number = 1; number <= form; number += 1) {
    migrate(db, path, number);
    db.exec(content[number - 1] ?? '');
  }
  db.close();
  return path;
}

function everything(db: Database): Record<string, unknown[]> {
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all()]),
  );
}

const MOVED = new Set(['sort_key', 'state']);

/** What a library of form 6 held, without the columns of cables that their lines took the place of. */
function withoutColumns({ cable = [], ...rest }: Record<string, unknown[]>) {
  const rows = cable.map((row) =>
    Object.fromEntries(Object.entries(row as object).filter(([column]) => !MOVED.has(column))),
  );
  return { ...rest, cable: rows };
}

const forms = migrations.map((_, at) => at + 1);

for (const form of forms.slice(0, -1))
  test(`from form ${form} to ${form + 1} every row keeps what it held`, ({ folder }) => {
    const path = libraryOfForm(folder, form);
    const db = connect(path, 'must-be-there');
    const before = everything(db);
    migrate(db, path, form + 1);
    expect(migrationOf(db)).toBe(form + 1);
    expect(everything(db)).toMatchObject(form === 6 ? withoutColumns(before) : before);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

for (const form of forms)
  test(`a library of form ${form} opens, and its cable can be read`, async ({ folder }) => {
    const path = libraryOfForm(folder, form);
    const store = testStore();
    const state = await store.open(path);
    expect(state).toMatchObject({ id: LIBRARY, cables: 1, lastCableId: CABLE });
    const { cables } = await store.listCables({ offset: 0, limit: 10, query: '', order: byDate });
    expect(cables).toMatchObject([
      { id: CABLE, title: form === 1 ? 'a.txt' : 'Circular Telegram' },
    ]);
    const cable = await store.openCable(CABLE);
    expect(cable.original).toMatchObject({
      text: 'US not [Page 864] involved\n',
      sha256: SHA256,
      importedAt: TIME,
    });
    expect(cable.changes).toHaveLength(form === 1 ? 0 : 1);
    expect(cable.place).toBe(form >= 3 ? 7 : 0);
    expect(state.annotations).toBe(form >= 3 ? 1 : 0);
    if (form < 3) return;
    // What an older Cablewright has done can be undone by this one.
    const before = await store.listAnnotations(CABLE);
    await store.undo('reader');
    expect(before).toMatchObject([{ note: 'who?', tagIds: [TAG] }]);
    expect(await store.listAnnotations(CABLE)).toEqual([
      { ...before[0], note: '', targets: before[0]?.targets.slice(0, 1) },
    ]);
  });

test.for(['proposed', 'accepted', 'rejected'])(
  'a cable whose change is %s gets its state on the way to form 5',
  (status, { folder }) => {
    const path = libraryOfForm(folder, 4);
    const db = connect(path, 'must-be-there');
    db.prepare('UPDATE change SET status = ?').run(status);
    migrate(db, path, 5);
    expect(db.prepare('SELECT state FROM cable').all()).toEqual([
      { state: status === 'proposed' ? 'imported' : 'cleaned' },
    ]);
    db.close();
  },
);

test('what was decided in form 4 is undone and redone beneath what is typed today', async ({
  folder,
}) => {
  const path = libraryOfForm(folder, 4);
  const db = connect(path, 'must-be-there');
  const quote = { exact: 'not', prefix: 'US ', suffix: ' involved\n' };
  const change = {
    ...{ from: 7, to: 18, insert: '', rule: 'page-marker', certainty: 'certain', reason: null },
    ...{ status: 'accepted', decidedBy: null, decidedAt: null },
  };
  const rejected = { ...change, status: 'rejected', decidedBy: 'miller', decidedAt: TIME };
  const annotation = {
    ...{ id: NOTE, cableId: CABLE, tagIds: [TAG], note: 'who?', creator: 'miller' },
    ...{ created: TIME, modified: TIME },
  };
  const standing = (suffix: string, version: number) => {
    const target = { side: 'transcription', from: 3, to: 6, version, lost: null };
    return { ...annotation, targets: [{ ...target, quote: { ...quote, suffix } }] };
  };
  const put = (each: object) => ({
    type: 'changes.replace',
    cableId: CABLE,
    remove: [],
    put: [each],
  });
  const now = standing(' [Page 864] involved\n', 1);
  const then = standing(quote.suffix, 0);
  db.exec(`UPDATE change SET status = 'rejected', decided_by = 'miller', decided_at = '${TIME}';
    UPDATE cable SET version = 1;
    DELETE FROM annotation_target WHERE ordinal = 1;
    UPDATE annotation_target SET version = 1, suffix = ' [Page 864] involved' || char(10);`);
  db.prepare(
    `INSERT INTO journal (id, kind, label, cable_id, author, time, forward, inverse)
     VALUES (?, 'do', 'reject “page marker”', ?, 'miller', ?, ?, ?)`,
  ).run(
    ...[LIBRARY, CABLE, TIME],
    JSON.stringify([put(rejected), { type: 'annotation.put', annotation: now }]),
    JSON.stringify([{ type: 'annotation.put', annotation: then }, put(change)]),
  );
  db.close();

  const store = testStore();
  await store.open(path);
  const state = async () => {
    const { text } = await store.readCable(CABLE);
    const [one] = await store.listAnnotations(CABLE);
    const { changes } = await store.openCable(CABLE);
    return { text, target: { ...one?.targets[0], version: 0 }, changes };
  };
  const before = await state();
  expect(before.text).toBe('US not [Page 864] involved\n');
  const edit = { cableId: CABLE, version: 1, continues: false, witness: null };
  await store.emend({ ...edit, step: [2, [0, 'SR'], 25] }, 'kay');
  const typed = await state();
  expect(typed).toMatchObject({
    text: 'USSR not [Page 864] involved\n',
    target: { from: 5, to: 8, quote: { exact: 'not', prefix: 'USSR ' } },
  });
  await store.undo('kay');
  expect(await state()).toEqual(before);
  expect(await store.undo('kay')).toMatchObject({ label: 'reject “page marker”', text: true });
  expect(await state()).toEqual({
    text: 'US not involved\n',
    target: { ...then.targets[0], version: 0 },
    changes: [change],
  });
  expect(
    (await store.listRevisions(CABLE)).map(({ number, actions }) => [number, actions]),
  ).toEqual([
    [1, 3],
    [0, 0],
  ]);
  await store.redo('kay');
  expect(await state()).toEqual(before);
  await store.redo('kay');
  expect(await state()).toEqual(typed);
});

test('tags, annotations and what was done come whole from form 5 to 6, which has kinds of links', async ({
  folder,
}) => {
  const path = libraryOfForm(folder, 5);
  const db = connect(path, 'must-be-there');
  const [below, second] = [
    '0195a000-0000-7000-8000-000000000005',
    '0195a000-0000-7000-8000-000000000006',
  ];
  const put = { type: 'tag.put', tag: { id: below, name: 'Castro', parentId: TAG } };
  const tag = { ...put.tag, colour: 'green', description: 'By name only.' };
  db.exec(`INSERT INTO tag VALUES ('${below}', 'Castro', 'blue', 'By name only.', '${TAG}');
    INSERT INTO annotation VALUES ('${second}', '${CABLE}', '', 'kay', '${TIME}', '${TIME}');
    INSERT INTO annotation_target VALUES
      ('${second}', 0, 'original', 0, 2, 0, 'US', '', ' not [Page 864] involved' || char(10), NULL),
      ('${second}', 1, 'transcription', 3, 6, 0, 'not', 'US ', ' involved', NULL);
    INSERT INTO annotation_tag VALUES ('${second}', 0, '${below}'), ('${second}', 1, '${TAG}');`);
  db.prepare(
    `INSERT INTO journal (id, kind, label, cable_id, author, time, forward, inverse)
     VALUES (?, 'do', 'give the tag Castro another colour', NULL, 'kay', ?, ?, ?)`,
  ).run(
    ...[LIBRARY, TIME, JSON.stringify([{ ...put, tag: { ...tag, colour: 'blue' } }])],
    JSON.stringify([{ ...put, tag }]),
  );
  const before = everything(db);
  migrate(db, path, 6);
  const { relation_type: types, relation, gazetteer, ...after } = everything(db);
  const none = { verdict: null, verdict_by: null, verdict_time: null };
  expect(after).toEqual({
    ...before,
    tag: before['tag']?.map((row) => Object.assign({}, row, { key: null, iri: null })),
    annotation: before['annotation']?.map((row) => Object.assign({}, row, none)),
  });
  expect([types?.length, relation, gazetteer]).toEqual([6, [], []]);
  db.close();

  const store = testStore();
  await store.open(path);
  expect((await store.listRelationTypes()).map(({ type }) => type.name)).toEqual([
    'carries out',
    'contradicts',
    'quotes',
    'replies to',
    'same event',
    'supports',
  ]);
  expect((await store.listAnnotations(CABLE)).find(({ id }) => id === second)).toMatchObject({
    tagIds: [below, TAG],
    targets: [{ side: 'original' }, { side: 'transcription', quote: { exact: 'not' } }],
    verdict: null,
  });
  const child = async () =>
    (await store.listTags()).find((listed) => listed.tag.id === below) ?? { tag: null };
  const has = { key: null, iri: null, parentId: TAG, description: 'By name only.' };
  expect(await child()).toMatchObject({ uses: 1, tag: { ...has, colour: 'blue' } });
  await store.undo('miller');
  expect(await child()).toMatchObject({ uses: 1, tag: { ...has, colour: 'green' } });
});

test('before it is migrated a library is copied, whole, and never over an earlier copy', ({
  folder,
}) => {
  const path = libraryOfForm(folder, 1);
  const said: string[] = [];
  const open = () => openLibrary(path, (sentence) => said.push(sentence)).close();
  open();
  const copy = join(folder, 'old.before-migration-2.cablewright');
  expect(said.join()).toContain(copy);
  const db = new Sqlite(copy, { readonly: true });
  expect(migrationOf(db)).toBe(1);
  expect(everything(db)).toMatchObject({ original: [{ sha256: SHA256, bytes: BYTES }] });
  db.close();

  open();
  expect(readdirSync(folder).toSorted()).toEqual([
    'old.before-migration-2.cablewright',
    'old.cablewright',
  ]);
});

test('an earlier copy is never written over', ({ folder }) => {
  const path = libraryOfForm(folder, 1);
  const copy = join(folder, 'old.before-migration-2.cablewright');
  const earlier = connect(copy, 'make');
  earlier.exec('CREATE TABLE precious (x)');
  earlier.close();
  openLibrary(path, () => undefined).close();
  expect(readdirSync(folder)).toContain('old.before-migration-2-2.cablewright');
  const kept = connect(copy, 'must-be-there');
  expect(everything(kept)).toEqual({ precious: [] });
  kept.close();
});

test('on the way to form 7 every cable gets the line that it gets when it is written', async ({
  folder,
}) => {
  const path = libraryOfForm(folder, 6);
  const db = connect(path, 'must-be-there');
  const field = (name: string, ordinal: number, value: string) =>
    `INSERT INTO metadata VALUES ('${CABLE}', '${name}', ${ordinal}, '${value}', NULL, NULL, 'x');`;
  db.exec(
    field('number', 0, '62a') +
      field('date', 0, '1962-10-16') +
      field('to', 0, 'Paris') +
      field('to', 1, 'Bonn') +
      field('from', 0, 'Rusk') +
      `INSERT INTO field_emendation VALUES ('${CABLE}', 'from', '["Ball"]', 'kay', '${TIME}');
       INSERT INTO field_emendation VALUES ('${CABLE}', 'date', '[]', 'kay', '${TIME}');
       INSERT INTO vouch VALUES ('${CABLE}', 'corrected', 'kay', '${TIME}');
       UPDATE cable SET state = 'corrected', sort_key = '9999 00000062 62a Circular Telegram';`,
  );
  migrate(db, path, 7);
  const line = () => db.prepare('SELECT * FROM cable_line').all();
  const migrated = line();
  expect(migrated).toMatchObject([
    { row: 1, cable_id: CABLE, title: 'Circular Telegram', number: '62a', date: null },
  ]);
  expect(migrated).toMatchObject([
    { sender: 'Ball', recipient: 'Paris', state: 'corrected', annotations: 1, proposals: 0 },
  ]);
  migrate(db, path);
  const { cables, index } = libraryOf(db, path);
  cables.writeIndex(CABLE);
  index.settle(CABLE);
  expect(line()).toEqual(migrated);
  db.close();
});

test('on the way to form 8 every cable that can be read waits to be looked through for references', ({
  folder,
}) => {
  const path = libraryOfForm(folder, 7);
  const db = connect(path, 'must-be-there');
  const row = db.prepare('SELECT row FROM cable_line').pluck().get();
  db.prepare("INSERT OR REPLACE INTO reading VALUES (?, 0, 'Re Embtel 978.')").run(row);
  migrate(db, path, 8);
  const waiting = db.prepare('SELECT row FROM unread_reference').pluck();
  expect(waiting.all()).toEqual([row]);
  db.prepare('DELETE FROM unread_reference').run();
  db.prepare("INSERT OR REPLACE INTO reading VALUES (?, 1, 'Re Embtel 979.')").run(row);
  expect(waiting.all()).toEqual([row]);
  db.close();
});

test('a migration that leaves a reference without its row is undone whole', ({ folder }) => {
  const path = libraryOfForm(folder, 1);
  const db = connect(path, 'must-be-there');
  db.pragma('foreign_keys = OFF');
  db.exec(`DROP TRIGGER original_goes_with_its_cable; DELETE FROM cable;`);
  expect(() => {
    migrate(db, path);
  }).toThrow(/is damaged/u);
  expect(migrationOf(db)).toBe(1);
  expect(Object.keys(everything(db))).not.toContain('change');
  db.close();
});

test('all tables are strict', ({ folder }) => {
  const db = connect(libraryOfForm(folder, NEWEST), 'must-be-there');
  const loose = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  expect(loose).toEqual([]);
  db.close();
});
