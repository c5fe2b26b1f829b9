import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
// oxlint-disable-next-line no-restricted-imports -- ten thousand annotations are made at once, not by hand.
import Sqlite from 'better-sqlite3';
import type { Page } from 'playwright';
import { v7 as newId } from 'uuid';
import { quoteOf } from '../domain/annotation/annotation.ts';
import type { Bridge } from '../domain/contract.ts';
import { root } from '../scripts/setup/paths.mjs';

/** How long the transcription is at least, in UTF-16 code units. */
export const LENGTH = 100_000;
/** How many annotations a long cable has. */
export const ANNOTATIONS = 10_000;
/** How long each annotated stretch is. */
const WORDS = 8;

/** A cable of the wanted length under a number of its own, made of the paragraphs of a seed; gives its file. */
export async function longCable(folder: string, number = 900): Promise<string> {
  const seed = await readFile(join(root, 'seeds', '001_6db84158b3e08867.txt'), 'utf8');
  const paragraphs = seed.split('\n\n').slice(2, 8);
  let text = `${number}. Telegram From the Embassy in Utopia to the Department of State\n\n`;
  for (let part = 1; text.length < LENGTH + 5_000; part++)
    text += `${part}. ${paragraphs[part % paragraphs.length]}\n\n`;
  const file = join(folder, `long-${number}.txt`);
  await writeFile(file, text);
  return file;
}

/** What the window can tell of a cable. */
export interface LongCable {
  readonly id: string;
  readonly text: string;
  readonly version: number;
}

/** A stretch of a transcription that is annotated, in UTF-16 code units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** As many stretches as a long cable has annotations, evenly spread over its text. */
export function stretchesOf(text: string): Stretch[] {
  const step = Math.floor((text.length - 100) / ANNOTATIONS);
  return Array.from({ length: ANNOTATIONS }, (_, index) => ({
    from: index * step,
    to: index * step + WORDS,
  }));
}

/**
 * Puts annotations on all stretches of cables into the library's file. Each has one of the tags that
 * the library has, in turn; where it has none, they have none.
 */
export function annotate(library: string, cables: readonly LongCable[]): void {
  const db = new Sqlite(library);
  const tags = db.prepare<[], { id: string }>('SELECT id FROM tag').all();
  const add = db.prepare(
    'INSERT INTO annotation (id, cable_id, note, creator, created, modified) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const stand = db.prepare(
    'INSERT INTO annotation_target VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, NULL)',
  );
  const tag = db.prepare('INSERT INTO annotation_tag VALUES (?, 0, ?)');
  const now = new Date().toISOString();
  db.transaction(() => {
    for (const { id, text, version } of cables)
      for (const [index, { from, to }] of stretchesOf(text).entries()) {
        const annotation = newId();
        const { exact, prefix, suffix } = quoteOf(text, from, to);
        add.run(annotation, id, '', 'bench', now, now);
        stand.run(annotation, 'transcription', from, to, version, exact, prefix, suffix);
        const chosen = tags[index % Math.max(1, tags.length)];
        if (chosen) tag.run(annotation, chosen.id);
      }
  })();
  db.close();
}

/** Imports the files that the dialog gives, and reads their cables. */
export function importCables(page: Page): Promise<LongCable[]> {
  return page.evaluate(async () => {
    const { cablewright } = globalThis as unknown as { readonly cablewright: Bridge };
    const ask = async <T>(name: string, input: unknown) => {
      const answer = (await cablewright.request(name, input)) as { ok: boolean; value: T };
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    };
    const { files } = await ask<{ files: { cableId: string }[] }>('import.choose', {
      what: 'files',
    });
    const cables: LongCable[] = [];
    for (const { cableId: id } of files) {
      const { text } = await ask<{ text: string }>('cable.read', { id });
      const { version } = await ask<{ version: number }>('cable.open', { id });
      cables.push({ id, text, version });
    }
    return cables;
  });
}
