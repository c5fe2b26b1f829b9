import { z } from 'zod';

/** Where a link in a note leads to within the library. */
export interface NoteTarget {
  readonly what: 'annotation' | 'cable';
  readonly id: string;
}

const TARGET = /^(annotation|cable):(.+)$/u;
const Id = z.uuid();

/** Where an address in a note leads to; null for one that leads out of the library. */
export function noteTargetOf(address: string): NoteTarget | null {
  const [, what, id] = TARGET.exec(address) ?? [];
  if (what !== 'annotation' && what !== 'cable') return null;
  const known = Id.safeParse(id);
  return known.success ? { what, id: known.data } : null;
}

/** How long the words of a link are at most, in characters. */
const LONGEST = 60;

/** A link in Markdown (CommonMark 0.31, 6.3), its words on one line, shortened, and read as plain words. */
export function noteLink(words: string, { what, id }: NoteTarget): string {
  const characters = [...words.trim().replace(/\s+/gu, ' ')];
  const short =
    characters.length > LONGEST ? [...characters.slice(0, LONGEST - 1), '…'] : characters;
  return `[${short.join('').replace(/[\\`*_[\]<>&!~]/gu, String.raw`\$&`)}](${what}:${id})`;
}

/** What is being looked for to be linked: it stands behind `[[`, up to the caret. */
export interface Wanted {
  /** Where the `[[` begins, in UTF-16 code units. */
  readonly from: number;
  readonly words: string;
}

const WANTED = /\[\[([^[\]\n]{0,100})$/u;

/** What stands behind `[[` where the caret is; null where nothing is looked for. */
export function wantedAt(note: string, caret: number): Wanted | null {
  const found = WANTED.exec(note.slice(0, caret));
  return found ? { from: found.index, words: found[1] ?? '' } : null;
}
