import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The files of a folder of the project whose names end in such a way. */
export function filesIn(folder: string, ending: RegExp): () => readonly Buffer[] {
  let files: readonly Buffer[] | null = null;
  return () =>
    (files ??= readdirSync(join(root, folder))
      .filter((name) => ending.test(name))
      .toSorted()
      .map((name) => readFileSync(join(root, folder, name))));
}

/** Several sources of good files as one. */
export function all(...sources: readonly (() => readonly Buffer[])[]): () => readonly Buffer[] {
  return () => sources.flatMap((source) => source());
}

/** Good files that stand in the program itself. */
export function said(...texts: readonly string[]): () => readonly Buffer[] {
  return () => texts.map((text) => Buffer.from(text));
}
