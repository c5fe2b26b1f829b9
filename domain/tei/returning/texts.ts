import type { Element } from '../tree.ts';
import { isElement, valueOf } from '../tree.ts';
import { wordsOf } from './words.ts';

/** Where an anchor stands: in the original, in what a change puts in (by its number), or in the transcription. */
export type Place =
  | { readonly in: 'original'; readonly at: number }
  | { readonly in: 'transcription'; readonly at: number }
  | { readonly in: 'insert'; readonly change: number; readonly at: number };

/** The places of a document by the pointers to their anchors. */
export type Places = Map<string, Place>;

/** The text of the original, line by line; its anchors are added to `places`. */
export function readSource(xml: string, sourceDoc: Element, places: Places): string {
  const found: string[] = [];
  let from = 0;
  const visit = (element: Element) => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (child.name !== 'line') {
        visit(child);
        continue;
      }
      const begin = from;
      const anchor = (id: string, at: number) =>
        places.set(`#${id}`, { in: 'original', at: begin + at });
      const line = wordsOf(xml, child, { anchor });
      found.push(line);
      from += line.length + 1;
    }
  };
  visit(sourceDoc);
  return found.join('\n');
}

/** The elements of the body that hold words of the transcription. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'head', 'item', 'ab', 'signed']);

/** What stands in the blocks and is no word of the transcription. */
const BESIDE: ReadonlySet<string> = new Set('rdg sic orig del fw stamp note ref'.split(' '));

/** The transcription as the body has it; its anchors are added to `places`. */
export function readBody(xml: string, body: Element, places: Places): string {
  let text = '';
  /** Whether a blank line goes without saying before the next block. */
  let parted = false;
  const visit = (element: Element) => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (child.name === 'space') {
        text += '\n'.repeat(lineEndsIn(child, text.length));
        parted = false;
      } else if (child.name === 'anchor')
        places.set(`#${valueOf(child, 'xml:id') ?? ''}`, { in: 'transcription', at: text.length });
      else if (BLOCKS.has(child.name)) {
        if (parted) text += '\n\n';
        parted = true;
        const begin = text.length;
        const anchor = (id: string, at: number) =>
          places.set(`#${id}`, { in: 'transcription', at: begin + at });
        text += wordsOf(xml, child, { anchor, without: BESIDE });
      } else visit(child);
    }
  };
  visit(body);
  return text;
}

/** How long the text of a body may become by what its spaces say alone, in UTF-16 code units. */
const LONGEST = 64 * 1024 * 1024;

/** How many line ends a space stands for; a file from elsewhere may say anything. */
function lineEndsIn(space: Element, length: number): number {
  const quantity = Number(valueOf(space, 'quantity') ?? 0);
  const isCount = Number.isSafeInteger(quantity) && quantity >= 0;
  return isCount ? Math.min(quantity, Math.max(0, LONGEST - length)) : 0;
}
