import type { Range } from '../text/range.ts';
import { BREAKS, breakOf, isAside, isNote, NONE, SPACE } from './kinds.ts';
import { decoded, type Token } from './lexer.ts';
import { type Element, isElement, type TreeNode } from './tree.ts';

/** Why words or signs of the XML do not stand in the transcription as they are. */
export type EditKind = 'markup' | 'note' | 'aside';

/** The stretch `[from, to)` of the XML gives way to `insert`. */
export interface Edit extends Range {
  readonly kind: EditKind;
  readonly insert: string;
}

/** What stands of an element in the transcription, from its first sign to its last in the XML. */
export type Extents = ReadonlyMap<Element, Range>;

/** How a stretch of XML is read: what is taken out and put in, in reading order and without overlap. */
export interface MarkupReading {
  readonly edits: readonly Edit[];
  readonly extents: Extents;
}

/**
 * Reads an element: its words without tags, white space as the printed page has it, entities as
 * what they stand for. What is not in `edits` stands as it is. Notes and what stands beside the text
 * leave by edits of their own.
 */
export function readMarkup(xml: string, element: Element): MarkupReading {
  const reader = new Reader(xml, element.inner.from);
  reader.read(element.children);
  reader.finish(element.inner.to);
  return { edits: reader.edits, extents: reader.extents };
}

/** Words with single blanks between them; other blanks than those of XML (no-break, thin) are signs of the text. */
const WORDS = /[^ \t\r\n]+(?: [^ \t\r\n]+)*/g;

class Reader {
  readonly edits: Edit[] = [];
  readonly extents = new Map<Element, { from: number; to: number }>();
  readonly #xml: string;
  /** The elements around, outermost first. */
  readonly #open: Element[] = [];
  /** Where the gap since the last sign that stands begins, and what has been put in it. */
  #gap: number;
  #put = '';
  /** What parts the words before from those that come. */
  #break: number = NONE;
  /** Whether any sign stands yet. */
  #begun = false;

  constructor(xml: string, from: number) {
    this.#xml = xml;
    this.#gap = from;
  }

  read(nodes: readonly TreeNode[]): void {
    let labelled = false;
    for (const node of nodes) {
      if (!isElement(node)) {
        this.#token(node);
        continue;
      }
      if (isNote(node)) this.#leave(node, 'note');
      else if (isAside(node)) this.#leave(node, 'aside');
      else this.#element(node, labelled);
      labelled = node.name === 'label';
    }
  }

  finish(to: number): void {
    if (this.#gap < to || this.#put !== '') this.#edit(this.#gap, to, this.#put);
  }

  #element(element: Element, labelled: boolean): void {
    // An item stands on the line of its label.
    const strength = labelled && element.name === 'item' ? SPACE : breakOf(element);
    this.#part(strength);
    this.#open.push(element);
    this.read(element.children);
    this.#open.pop();
    this.#part(element.name === 'label' ? SPACE : Math.max(strength, breakOf(element)));
  }

  #part(strength: number): void {
    this.#break = Math.max(this.#break, strength);
  }

  /** An element whose words do not stand in the transcription. */
  #leave({ from, to }: Element, kind: EditKind): void {
    if (this.#gap < from || this.#put !== '') this.#edit(this.#gap, from, this.#put);
    this.edits.push({ from, to, insert: '', kind });
    this.#gap = to;
    this.#put = '';
  }

  #token({ kind, from, to }: Token): void {
    if (kind === 'text') this.#text(from, to);
    else if (kind === 'cdata') this.#text(from + '<![CDATA['.length, to - ']]>'.length);
    else if (kind === 'entity') this.#entity(from, to);
  }

  #text(from: number, to: number): void {
    let at = from;
    for (const found of this.#xml.slice(from, to).matchAll(WORDS)) {
      const start = from + found.index;
      const end = start + found[0].length;
      if (start > at) this.#part(SPACE);
      this.#stand(start, end);
      at = end;
    }
    if (at < to) this.#part(SPACE);
  }

  /** `[from, to)` stands as it is. */
  #stand(from: number, to: number): void {
    if (this.#isIndented(from)) this.#break = NONE;
    const insert = this.#put + this.#parting();
    const same = insert === this.#xml.slice(this.#gap, from);
    if (!same) this.#close(from, insert);
    this.#gap = to;
    this.#put = '';
    this.#cover(from, to);
  }

  /** Whether the blank before a comma or the like is only the indentation of a tag that closes before it. */
  #isIndented(at: number): boolean {
    if (this.#break !== SPACE || this.#put !== '' || !/[,.;:)\]]/.test(this.#xml.charAt(at)))
      return false;
    const gap = this.#xml.slice(this.#gap, at);
    return gap.includes('\n') && gap.includes('</');
  }

  /** The gap that ends at `to` gives way to `insert`. */
  #close(to: number, insert: string): void {
    const last = this.edits.at(-1);
    // What parts words behind a note belongs to the note where nothing else is there to carry it.
    if (this.#gap === to && last && last.to === to)
      this.edits[this.edits.length - 1] = { ...last, insert: last.insert + insert };
    else this.#edit(this.#gap, to, insert);
  }

  #entity(from: number, to: number): void {
    const sign = decoded(this.#xml.slice(from, to));
    if (/^[ \t\r\n]$/.test(sign)) {
      this.#part(SPACE);
      return;
    }
    this.#put += this.#parting() + sign;
    this.#cover(from, to);
  }

  /** What is put between the words before and those that come now. */
  #parting(): string {
    const strength = this.#begun ? this.#break : NONE;
    this.#break = NONE;
    this.#begun = true;
    return BREAKS[strength] ?? '';
  }

  #edit(from: number, to: number, insert: string): void {
    this.edits.push({ from, to, insert, kind: 'markup' });
  }

  /** What stands of all elements around goes on to here. */
  #cover(from: number, to: number): void {
    for (const element of this.#open) {
      const extent = this.extents.get(element);
      if (extent) extent.to = to;
      else this.extents.set(element, { from, to });
    }
  }
}
