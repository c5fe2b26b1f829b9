import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import { quoteOf, type Annotation } from '../../domain/annotation/annotation.ts';
import { clean } from '../../domain/clean/clean.ts';
import { RULES } from '../../domain/clean/rules.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { type Tag, TagColour } from '../../domain/tag/tag.ts';
import { openLibrary } from '../../electron/store/library-file.ts';
import { libraryOf, type Library } from '../../electron/store/library.ts';
import { sqliteStore } from '../../electron/store/sqlite-store.ts';
import { writeCables } from '../library/cables.ts';

/** How large a library is. */
export interface Scale {
  readonly cables: number;
  /** The annotations of all cables together, those of the long one among them. */
  readonly annotations: number;
  /** How many of them the long cable has, which is the last one imported. */
  readonly onOne: number;
  readonly tags: number;
}

/** How many annotations are put at once, as one action. */
const AT_ONCE = 5_000;
/** Every so manyth annotation has the tag that is used most. */
const MOST_USED = 5;
/** The tag used most, and how the long cable is called. */
export const COMMON_TAG = 'Alliance';
export const LONG_TITLE = 'long.txt';

/** Makes a library of a size in the file `path`; the same for the same size, but for ids and times. */
export async function makeLibrary(path: string, scale: Scale): Promise<void> {
  const store = sqliteStore({ clean, rules: RULES }, { progress: () => {}, log: () => {} });
  await store.create(path);
  await store.open(path);
  const folder = join(dirname(path), 'files');
  writeCables(folder, scale.cables - 1);
  writeFileSync(join(folder, LONG_TITLE), longText(scale.onOne * 10));
  await store.importFiles([folder]);
  await store.close();
  const library = libraryOf(
    openLibrary(path, () => undefined),
    path,
  );
  const tags = putTags(library, scale.tags);
  putAnnotations(library, scale, tags);
  library.db.close();
}

/** A cable of at least so many UTF-16 code units. */
function longText(length: number): string {
  const words = 'The Ambassador said that the proposal would be examined in the capital.';
  const paragraphs = [`99999. Telegram From the Embassy in Utopia to the Department of State`];
  for (let part = 1, all = 0; all < length; part += 1) {
    const paragraph = `${part}. ${`${words} `.repeat(6)}${part}.`;
    paragraphs.push(paragraph);
    all += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

/** Puts a vocabulary of three levels: ten at the top, a hundred below them, the others below these. */
function putTags({ journal }: Library, total: number): readonly string[] {
  const tags: Tag[] = [];
  for (let number = 0; number < total; number += 1)
    tags.push({
      id: newId(),
      name: number === 0 ? COMMON_TAG : `Topic ${String(number).padStart(5, '0')}`,
      colour: TagColour.options[number % TagColour.options.length] ?? 'grey',
      description: number % 10 === 0 ? 'What it is used for stands here.' : '',
      parentId:
        number < 10 ? null : (tags[number < 110 ? number % 10 : 10 + (number % 100)]?.id ?? null),
      key: null,
      iri: null,
    });
  const operations = tags.map((tag): Operation => ({ type: 'tag.put', tag }));
  journal.act({ label: `take over ${total} tags`, cableId: null, operations }, 'miller');
  return tags.map(({ id }) => id);
}

/** Spreads annotations over all cables; a part of them is on the long one. */
function putAnnotations(library: Library, scale: Scale, tags: readonly string[]): void {
  const ids = library.cables.ids();
  const long = ids.find((id) => library.cables.title(id).includes(LONG_TITLE));
  const others = ids.filter((id) => id !== long);
  const each = Math.floor((scale.annotations - scale.onOne) / others.length);
  let number = 0;
  let waiting: Operation[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const label = `import ${waiting.length} annotations`;
    library.journal.act({ label, cableId: null, operations: waiting }, 'miller');
    waiting = [];
  };
  for (const cableId of [...others, ...(long === undefined ? [] : [long])]) {
    const text = library.cables.textOf(cableId, 'transcription');
    const version = library.cables.version(cableId);
    const wanted = cableId === long ? scale.onOne : each;
    const step = Math.max(1, Math.floor((text.length - 40) / wanted));
    for (let at = 0; at < wanted; at += 1, number += 1) {
      const from = Math.min(at * step, text.length - 12);
      const annotation = made({ cableId, text, version, from, number, tags });
      const { id, cableId: of, ...rest } = annotation;
      waiting.push({ type: 'annotations.put', alike: [{ annotation: rest, at: [[id, of]] }] });
      if (waiting.length === AT_ONCE) flush();
    }
  }
  flush();
}

interface Making {
  readonly cableId: string;
  readonly text: string;
  readonly version: number;
  readonly from: number;
  readonly number: number;
  readonly tags: readonly string[];
}

function made({ cableId, text, version, from, number, tags }: Making): Annotation {
  const to = from + 8;
  const own = tags[1 + ((number * 7) % Math.max(1, tags.length - 1))];
  const common = number % MOST_USED === 0 ? tags[0] : undefined;
  const time = new Date(Date.UTC(2026, 0, 1) + number * 1_000).toISOString();
  return {
    id: newId(),
    cableId,
    targets: [
      { side: 'transcription', from, to, version, quote: quoteOf(text, from, to), lost: null },
    ],
    tagIds: [common, own].filter((id) => id !== undefined),
    note: number % 20 === 0 ? `A note on passage ${number}.` : '',
    creator: number % 3 === 0 ? 'miller' : 'meyer',
    created: time,
    modified: time,
    verdict: null,
  };
}
