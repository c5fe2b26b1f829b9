import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { z } from 'zod';
import { clean } from '../../domain/clean/clean.ts';
import { RULES } from '../../domain/clean/rules.ts';
import { byDate } from '../../domain/search/order.ts';
import { tei } from '../../domain/tei/writing/tei.ts';
import { anyRecord, anyTags, frameWith } from '../../domain/testing/records.ts';
import type { Store } from '../store/face.ts';
import { sqliteStore } from '../store/sqlite-store.ts';
import { chanceOf } from '../testing/chance.ts';
import { test } from '../testing/folder.ts';
import { actAtRandom } from '../testing/random-actions.ts';
import { isSoundCable } from '../testing/sound.ts';
import { fileIn, filesOf } from '../testing/store.ts';
import { invalidAmong, TEI_SCHEMA } from '../testing/tei-schema.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');

/** How many actions somebody has done in the library that is exported. */
const ACTIONS = 120;

/** A file with every sign that is hard to keep: page feeds, line ends of two kinds, no UTF-8, characters beyond U+FFFF. */
const HARD: Readonly<Record<string, string | Uint8Array>> = {
  'feeds.txt': 'SECRET\f\n1. Havana\u0007 <is> & "was"]]>.\n\n\n\fSECRET\u0085\u2028 end 😀',
  'two-line-ends.txt': 'SECRET\r\nOne line.\nAnother.\r\n',
  'crlf.txt': 'SECRET\r\nOne line.\r\n',
  'marked.txt': '\uFEFFSECRET\nOne line more.\n',
  'wide.txt': Uint8Array.from(Buffer.from('\uFEFFSECRET 🚢\nWide.', 'utf16le')),
  'western.txt': Uint8Array.from([0x93, 0x43, 0x75, 0x62, 0x61, 0x94, 0x20, 0xe9, 0x81, 0x0a]),
};

/** A store that cleans as the program does, with a new library in it. */
async function newLibrary(path: string): Promise<Store> {
  const store = sqliteStore({ clean, rules: RULES }, { progress: () => {}, log: () => {} });
  await store.create(path);
  await store.open(path);
  return store;
}

const opened: Store[] = [];
const place = mkdtempSync(join(tmpdir(), 'cablewright-'));
afterAll(async () => {
  await Promise.all(opened.map((store) => store.close()));
  rmSync(place, { recursive: true, force: true });
});

async function library(name: string): Promise<Store> {
  const store = await newLibrary(join(place, `${name}.cablewright`));
  opened.push(store);
  return store;
}

/** A library in which much was done, and the folder it was exported to. */
let work: Promise<{ store: Store; folder: string; files: string[] }> | null = null;
const exported = () => (work ??= worked());

async function worked() {
  const store = await library('worked');
  const folders = ['domain/clean/fixtures', 'electron/tei/fixtures/frus', 'seeds'];
  const hard = Object.entries(HARD).map(([name, text]) => fileIn(place, name, text));
  const volume = join(import.meta.dirname, 'fixtures/frus1958-60v99.xml');
  await store.importFiles([...folders.map((name) => join(ROOT, name)), volume, ...hard], 'kay');
  await actAtRandom({ store, chance: chanceOf(7), author: 'kay' }, ACTIONS);
  await linkTwo(store);
  const choice = { query: '', except: [] };
  const options = { offsets: 'code-points' as const };
  const done = await store.exportCables({ choice, format: 'tei', options }, place);
  const folder = join(place, done?.folder ?? '');
  const files = readdirSync(folder).map((name) => join(folder, name));
  return { store, folder, files };
}

function tagNamed(name: string, parentId: string | null) {
  return { name, colour: 'blue' as const, description: 'One\n“two”', parentId };
}

/** Two annotations of two cables, on several places of both sides each, that are related to each other. */
async function linkTwo(store: Store): Promise<void> {
  const { cables } = await store.listCables({ offset: 0, limit: 500, query: '', order: byDate });
  const made: string[] = [];
  const tags: string[] = [];
  for (const name of ['Ça ira <& arms>', 'Below'])
    tags.push((await store.createTag(tagNamed(name, tags[0] ?? null), 'miller')).id);
  // A tag is told from others by where it stands as well.
  tags.push((await store.createTag(tagNamed('BELOW', null), 'miller')).id);
  for (const { id: cableId } of [cables[0], cables.at(-1)].flatMap((cable) => cable ?? [])) {
    const { version } = await store.openCable(cableId);
    const sides = ['original', 'transcription', 'transcription'] as const;
    const ranges = sides.map((side, at) => ({ side, from: at, to: 2 * at + 3 }));
    const draft = {
      cableId,
      ranges,
      version,
      tagIds: tags.toReversed(),
      note: '*Both* sides\n\n- 🚢 & <more>\f',
    };
    made.push((await store.createAnnotation(draft, 'miller')).id);
  }
  const [from = '', to = ''] = made;
  const typeId = (await store.listRelationTypes())[0]?.type.id ?? '';
  await store.createRelation({ typeId, from, to, note: 'See there.' }, 'miller');
}

/** All that a library says of its cables, to be compared. */
async function stateOf(store: Store) {
  const { cables } = await store.listCables({ offset: 0, limit: 500, query: '', order: byDate });
  const tags = new Map((await store.listTags()).map((listed) => [listed.tag.id, listed.tag]));
  const types = new Map((await store.listRelationTypes()).map((one) => [one.type.id, one.type]));
  const states = new Map<string, unknown>();
  for (const { id } of cables) {
    const annotations = await store.listAnnotations(id);
    const relations = (await store.listRelations(id)).map(({ relation }) => relation);
    const used = new Set(annotations.flatMap(({ tagIds }) => tagIds));
    states.set(id, {
      ...(await store.openCable(id)),
      text: (await store.readCable(id)).text,
      annotations,
      relations: relations.map((relation) => ({ relation, type: types.get(relation.typeId) })),
      tags: [...used].map((one) => pathOf(one, tags)),
    });
  }
  return states;
}

/** A tag with all above it. */
function pathOf<T extends { readonly parentId: string | null }>(
  id: string,
  tags: ReadonlyMap<string, T>,
): T[] {
  const tag = tags.get(id);
  if (!tag) return [];
  return [tag, ...(tag.parentId === null ? [] : pathOf(tag.parentId, tags))];
}

test('cables come back from their files as they were, with all that was done to them', async () => {
  const { store, folder, files } = await exported();
  const back = await library('back');
  const report = await back.importFiles([folder]);
  const cables = files.length - 1;
  // The corpus has all of them once more.
  expect(report.counts).toEqual({ imported: cables, witness: 0, duplicate: cables, failed: 0 });
  const told = (await filesOf(back, report)).flatMap((file) =>
    'warnings' in file ? file.warnings : [],
  );
  expect(told).toEqual([expect.stringMatching(/^One link leads to an annotation that is not in/u)]);
  const [was, is] = [await stateOf(store), await stateOf(back)];
  expect(is).toEqual(was);
  for (const id of is.keys()) await isSoundCable(back, id);
});

test('the corpus alone brings them all; into the library they came from it brings nothing', async () => {
  const { store, folder, files } = await exported();
  const corpus = join(folder, 'corpus.xml');
  const back = await library('corpus');
  const cables = files.length - 1;
  expect((await back.importFiles([corpus])).counts).toMatchObject({ imported: cables, failed: 0 });
  const was = await stateOf(store);
  expect(await stateOf(back)).toEqual(was);

  expect((await store.importFiles([corpus])).counts).toMatchObject({
    ...{ imported: 0, witness: 0, duplicate: cables, failed: 0 },
  });
  expect(await stateOf(store)).toEqual(was);
});

/** Files of cables with whatever can be done to one, signs that XML cannot hold among it. */
function anyFiles(folder: string): string[] {
  const encode = (text: string) => ({
    bytes: new TextEncoder().encode(text),
    sha256: 'e'.repeat(64),
  });
  const any = anyTags.chain((tags) =>
    fc.tuple(fc.constant(frameWith(tags)), anyRecord(tags, encode)),
  );
  return fc.sample(any, { numRuns: 60, seed: 7 }).map(([frame, record], index) => {
    const [document] = tei.write(frame, { offsets: 'code-points' }).cable(record, 'any');
    return fileIn(folder, `any-${index}.xml`, document?.content ?? '');
  });
}

test('every document and the corpus are valid by the schema of TEI P5', async ({
  folder,
  skip,
}) => {
  if (!existsSync(TEI_SCHEMA)) {
    const words = `The schema of TEI is not at ${TEI_SCHEMA}: whether the files are valid was not looked at.`;
    console.warn(words);
    skip(words);
  }
  const { files } = await exported();
  const [first = ''] = files;
  const wrong = fileIn(
    folder,
    'wrong.xml',
    readFileSync(first, 'utf8').replace('<p>', '<p><TEI/>'),
  );
  const { invalid, told } = await invalidAmong([...files, ...anyFiles(folder), wrong], folder);
  expect(invalid, told).toEqual([wrong]);
});

/** What the independent reader says of a document. */
const Read = z.object({
  id: z.string(),
  original: z.string(),
  transcription: z.string(),
  apparatus: z.string(),
  sha256: z.string().nullable(),
  annotations: z.record(z.string(), z.array(z.tuple([z.string(), z.int(), z.int(), z.string()]))),
});

test('a reader that knows only what the files say of themselves finds the same texts and places', async () => {
  const { store, files } = await exported();
  const reader = join(import.meta.dirname, 'fixtures/read_tei.py');
  const { stdout } = await run('python3', [reader, ...files], { maxBuffer: 2 ** 28 }).catch(
    (error: unknown) => {
      throw new Error('The files are read by Python (python3), which is to be installed.', {
        cause: error,
      });
    },
  );
  const read = stdout
    .trim()
    .split('\n')
    .map((line) => Read.parse(JSON.parse(line)));
  expect(read).toHaveLength(2 * (files.length - 1));
  const points = (text: string, to: number) => [...text.slice(0, to)].length;
  let passages = 0;
  for (const one of read) {
    const { original } = await store.openCable(one.id);
    const { text } = await store.readCable(one.id);
    expect([one.original, one.transcription]).toEqual([original.text, text]);
    expect(one.apparatus).toBe(text);
    expect(one.sha256 ?? original.sha256).toBe(original.sha256);
    const annotations = await store.listAnnotations(one.id);
    const wanted = annotations.map(({ id, targets }) => [
      id,
      targets.map(({ side, from, to, quote, lost }) => {
        const whole = side === 'original' ? original.text : text;
        const words = lost === null ? quote.exact : '';
        return [side, points(whole, from), points(whole, to), words];
      }),
    ]);
    passages += annotations.flatMap(({ targets }) => targets).length;
    expect(one.annotations).toEqual(Object.fromEntries(wanted));
  }
  expect(passages).toBeGreaterThan(20);
});

/** A library with one file of an export, after somebody has edited it elsewhere. */
async function editedElsewhere(name: string, edit: (xml: string) => string) {
  const { store, files } = await exported();
  const worth = await richest(store);
  const file = files.find((path) => readFileSync(path, 'utf8').includes(`xml:id="cable-${worth}"`));
  const own = fileIn(place, `${name}.xml`, edit(readFileSync(file ?? '', 'utf8')));
  const back = await library(name);
  const [line] = await filesOf(back, await back.importFiles([own]));
  const was = await store.openCable(worth);
  return { line, back, was, annotations: await store.listAnnotations(worth) };
}

/** The cable with the most annotations that stand on its transcription. */
async function richest(store: Store): Promise<string> {
  const { cables } = await store.listCables({ offset: 0, limit: 500, query: '', order: byDate });
  const rich = cables.toSorted((a, b) => b.annotations - a.annotations);
  return rich[0]?.id ?? '';
}

test('a file whose text was edited elsewhere says so; its cable is as the apparatus has it', async () => {
  const edit = (xml: string) =>
    xml.replace(/<body>[\s\S]*<\/body>/u, (body) =>
      body.replace(/(<p>|<head>)/u, '$1Edited elsewhere. '),
    );
  const { line, back, was, annotations } = await editedElsewhere('edited-text', edit);
  expect(line).toMatchObject({
    outcome: 'imported',
    warnings: expect.arrayContaining([
      expect.stringMatching(/^The text of the file was changed elsewhere/u),
    ]) as string[],
  });
  const is = await back.openCable(was.summary.id);
  expect([is.changes, is.emendations]).toEqual([was.changes, was.emendations]);
  expect(await back.listAnnotations(was.summary.id)).toEqual(annotations);
  await isSoundCable(back, was.summary.id);
});

test('what does not fit any more in a file edited elsewhere is left out and told, the rest comes', async () => {
  const edit = (xml: string) =>
    xml
      .replace(/(<note type="exact">)[^<]+/u, '$1other words')
      .replace(
        /<app type="change" subtype="accepted" from="#o\d+"/u,
        '<app type="change" subtype="accepted" from="#nowhere"',
      );
  const { line, back, was, annotations } = await editedElsewhere('edited-places', edit);
  expect(line).toMatchObject({ outcome: 'imported' });
  const told = line && 'warnings' in line ? line.warnings.join('\n') : '';
  expect(told).toMatch(/1 change of the cleaning in it no longer fits/u);
  expect(told).toMatch(/of annotations (?:is|are) not at (?:its|their) place/u);
  const is = await back.openCable(was.summary.id);
  expect(is.changes).toHaveLength(was.changes.length - 1);
  expect(await back.listAnnotations(was.summary.id)).toHaveLength(annotations.length);
  await isSoundCable(back, was.summary.id);
});

test('a file whose original was edited elsewhere is refused, as nothing of it could be believed', async () => {
  const { line, back } = await editedElsewhere('edited-original', (xml) =>
    xml.replace(/<line>(?:<anchor[^>]*>)*/u, '$&Not so. '),
  );
  expect(line).toMatchObject({
    outcome: 'failed',
    failure: {
      code: 'bad-input',
      message: expect.stringMatching(/the original in it is not what it was/u) as string,
    },
  });
  expect((await back.state()).cables).toBe(0);
});

test('a tag that the library has by its name stands for that of the file; keys in use stay where they are', async () => {
  const { folder } = await exported();
  const back = await library('tags');
  const tag = { name: 'ÇA IRA <& ARMS>', colour: 'grey' as const, description: 'mine' };
  const own = await back.createTag({ ...tag, parentId: null }, 'kay');
  await back.importFiles([folder]);
  const places = (await back.listTags()).map(
    ({ tag: { name, parentId } }) => `${name.toLowerCase()} below ${parentId}`,
  );
  expect(new Set(places).size).toBe(places.length);
  expect((await back.listTags()).find((listed) => listed.tag.id === own.id)?.uses).toBeGreaterThan(
    0,
  );
});
