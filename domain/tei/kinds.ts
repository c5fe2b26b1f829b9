import { type Element, valueOf } from './tree.ts';

/** What parts the words before from those after, the stronger the further on. */
export const BREAKS = ['', ' ', '\t', '\n', '\n\n'] as const;

/** The places of `BREAKS` by what they part. */
export const NONE = 0;
export const SPACE = 1;
export const CELL = 2;
export const LINE = 3;
export const BLOCK = 4;

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'head p ab div opener closer dateline salute signed byline postscript argument epigraph trailer ' +
    'list table figure floatingText quote lg front body back text group titlePage docTitle titlePart ' +
    'attachment sp speaker stage address listPerson listBibl bibl argument castList q'
  ).split(' '),
);

const LINES: ReadonlySet<string> = new Set(
  'lb item label row l addrLine docAuthor docDate docImprint castItem'.split(' '),
);

/** Elements that set words apart only where they stand among words, as `q` and `quote` do not. */
const WITHIN_WORDS: ReadonlySet<string> = new Set(['q', 'quote', 'bibl', 'stage']);

/** Elements that stand in words of a line: where one of these is around, a quotation is part of it. */
const HOLDS_WORDS: ReadonlySet<string> = new Set(
  'p ab head item cell l signed dateline note seg'.split(' '),
);

/** How strongly an element parts what is in it from what is around it. */
export function breakOf(element: Element): number {
  const { name, parent } = element;
  if (WITHIN_WORDS.has(name) && parent && HOLDS_WORDS.has(parent.name)) return NONE;
  if (BLOCKS.has(name)) return BLOCK;
  if (LINES.has(name)) return LINE;
  if (name === 'cell') return CELL;
  // What opens or closes a letter is set in pieces: `secret` at the left, place and date at the right.
  if (name === 'seg' && (parent?.name === 'opener' || parent?.name === 'closer')) return BLOCK;
  return NONE;
}

/** Whether an element is a note that is set at the foot, or stands for the source: not the words of the cable. */
export function isNote(element: Element): boolean {
  if (element.name !== 'note') return false;
  return valueOf(element, 'rend') !== 'inline' || valueOf(element, 'type') === 'source';
}

/** The readings of a `choice` that stand behind another one there. */
const BETTER: ReadonlyMap<string, string> = new Map([
  ['sic', 'corr'],
  ['orig', 'reg'],
  ['expan', 'abbr'],
]);

/** The names of what an element holds, once they have been asked for. */
const namesWithin = new WeakMap<Element, ReadonlySet<string>>();

/**
 * Whether the words of an element stand beside the text: what the writer struck out, headers and
 * running heads, and the reading for which the edition has a better one.
 */
export function isAside({ name, parent }: Element): boolean {
  if (name === 'del' || name === 'fw' || name === 'teiHeader') return true;
  const better = BETTER.get(name);
  if (better === undefined || parent?.name !== 'choice') return false;
  const names = namesWithin.get(parent) ?? new Set(parent.children.map((one) => one.name));
  namesWithin.set(parent, names);
  return names.has(better);
}
