import type { Structure, StructureType } from '../structure/structure.ts';
import type { Range } from '../text/range.ts';
import type { MarkupReading } from './edits.ts';
import { isNote } from './kinds.ts';
import { strandOf } from './strand.ts';
import { type Element, isElement, valueOf } from './tree.ts';

/** The elements that say what words in running text name. */
const NAMES: ReadonlyMap<string, StructureType> = new Map([
  ['persName', 'person'],
  ['orgName', 'organisation'],
  ['placeName', 'place'],
  ['gloss', 'term'],
  ['term', 'term'],
  ['date', 'date'],
]);

/** The elements that are one piece of structure each. */
const PIECES: ReadonlyMap<string, StructureType> = new Map([
  ['head', 'heading'],
  ['p', 'paragraph'],
  ['ab', 'paragraph'],
  ['item', 'listItem'],
  ['signed', 'signature'],
  ['supplied', 'supplied'],
  ['stamp', 'stamp'],
]);

/**
 * The structure an edition has marked up: where it says that something is, there it is, and nothing is
 * found beside. Ranges reach from the first sign to the last of what the element says; a note's is all
 * between its tags, a note reference stands on the number in the note's tag, a page break on its tag.
 */
export function structureOf(xml: string, root: Element, { extents }: MarkupReading): Structure[] {
  const all: Structure[] = [];
  let notes = 0;
  const add = (
    type: StructureType,
    { from, to }: Range,
    label: string | null = null,
    note: number | null = null,
  ) => all.push({ type, from, to, label, note });

  /** An element; `before` is the one that stands before it among its siblings. */
  const visit = (element: Element, within: 'text' | 'note', before: Element | null) => {
    const { name } = element;
    const extent = within === 'text' ? (extents.get(element) ?? null) : element.inner;
    if (name === 'teiHeader') return;
    if (isNote(element)) {
      const mark = markOf(element);
      if (mark) add('noteReference', mark.place, mark.label, notes);
      add('note', element.inner, mark?.label ?? null);
      notes += 1;
      visitAll(element, 'note');
      return;
    }
    if (name === 'pb') add('pageBreak', element, valueOf(element, 'n'));
    else if (name === 'gap') add('illegible', element);
    else if (name === 'del') add('deletion', element.inner);
    else if (name === 'fw') add('runningHead', element.inner);
    else if (name === 'note' && extent) add('supplied', extent);
    const type = PIECES.get(name);
    if (type && extent && within === 'text')
      add(
        isSectionTitle(element) ? 'heading' : type,
        extent,
        type === 'listItem' ? labelOf(xml, element, before) : null,
      );
    const kind = NAMES.get(name);
    if (kind && extent && extent.from < extent.to) add(kind, extent, pointerOf(element, kind));
    visitAll(element, within);
  };
  const visitAll = (element: Element, within: 'text' | 'note') => {
    let before: Element | null = null;
    for (const child of element.children)
      if (isElement(child)) {
        visit(child, within, before);
        before = child;
      }
  };
  visitAll(root, 'text');
  return all.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** The mark of a note, and where its tag says it; null for a note that is set without one. */
function markOf(note: Element): { label: string; place: Range } | null {
  const number = note.attributes.get('n');
  if (number && number.value.trim() !== '')
    return { label: number.value, place: { from: number.from, to: number.to } };
  if (valueOf(note, 'rend') === 'inline') return null;
  return { label: '*', place: { from: note.from, to: note.inner.from } };
}

/** Paragraphs that are set as titles within a document. */
function isSectionTitle(element: Element): boolean {
  return element.name === 'p' && /title|heading/i.test(valueOf(element, 'rend') ?? '');
}

/** What an item of a list is counted by: the label before it, or its number. */
function labelOf(xml: string, item: Element, before: Element | null): string | null {
  return before?.name === 'label' ? strandOf(xml, before).text : valueOf(item, 'n');
}

/** What a name points to, without the sign before an id in the same file; a date is said in the calendar's form. */
function pointerOf(element: Element, kind: StructureType): string | null {
  if (kind === 'date') return valueOf(element, 'when') ?? valueOf(element, 'from');
  const pointer =
    valueOf(element, 'corresp') ??
    valueOf(element, 'target') ??
    valueOf(element, 'ref') ??
    valueOf(element, 'key');
  const first = pointer?.trim().split(/\s+/u)[0] ?? '';
  return first.replace(/^#/u, '') || null;
}
