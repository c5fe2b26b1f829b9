import type { Range } from '../../text/range.ts';
import { type Block, blocksOf, type BlockKind } from './blocks.ts';
import { arranged, inline, type InlinePoint, type InlineSpan } from './inline.ts';
import { anchorsIn, type Scribe } from './scribe.ts';
import { tag } from './xml.ts';

/** What the body is written of: the transcription, what its blocks are, and what stands within them. */
export interface BodyParts {
  readonly text: string;
  readonly spans: readonly InlineSpan[];
  readonly points: readonly InlinePoint[];
  readonly kindOf: (block: Range) => BlockKind;
}

/** The elements that stand around blocks of a kind, outermost first. */
type Container = 'div' | 'list' | 'closer';

/** How a block is written. */
interface Form {
  readonly name: string;
  readonly type: string | null;
  readonly container: Container | null;
}

/**
 * The transcription as the body of the text. Read as the header says, it gives every character of the
 * transcription: blocks are parted by one blank line where no `space` says otherwise, and a line end within a
 * block is an `lb`.
 */
export function body(parts: BodyParts, scribe: Scribe): string {
  const { text, spans, points } = parts;
  const page = new Page(scribe);
  const { blocks, gaps } = blocksOf(text);
  const within = arranged(blocks, spans, points);
  page.gap(gaps[0], null, blocks[0] ?? null);
  for (const [index, block] of blocks.entries()) {
    const content = inline(text, block, within[index] ?? { spans: [], points: [] }, scribe);
    page.block(content, formOf(blocks, index, parts.kindOf, page));
    page.gap(gaps[index + 1], block, blocks[index + 1] ?? null);
  }
  return page.end(points);
}

/** A heading begins a division, a signature closes one; between others they are blocks that say what they are. */
function formOf(
  blocks: readonly Block[],
  index: number,
  kindOf: (block: Range) => BlockKind,
  page: Page,
): Form {
  const block = blocks[index];
  const kind = block ? kindOf(block) : 'paragraph';
  if (kind === 'heading') return { name: 'head', type: null, container: null };
  if (kind === 'listItem') return { name: 'item', type: null, container: 'list' };
  if (kind === 'routing') return { name: 'ab', type: 'routing', container: null };
  if (kind !== 'signature') return { name: 'p', type: null, container: null };
  const isLast = blocks.slice(index + 1).every((one) => kindOf(one) === 'signature');
  return isLast && page.hasText
    ? { name: 'signed', type: null, container: 'closer' }
    : { name: 'ab', type: 'signature', container: null };
}

/** The body as it grows. */
class Page {
  /** Whether the division that is open has more than headings. */
  hasText = false;
  #xml = '';
  #division = false;
  #container: Container | null = null;
  readonly #scribe: Scribe;
  /** What stands between blocks and has to be written once the next one's place is open. */
  #between = '';

  constructor(scribe: Scribe) {
    this.#scribe = scribe;
  }

  block(content: string, { name, type, container }: Form): void {
    if (name === 'head' && (this.hasText || !this.#division)) this.#divide();
    if (!this.#division) this.#divide();
    if (this.#container !== container) {
      this.#close();
      // A list begins with its first item: what stands before that stands before the list.
      this.#put();
      if (container) this.#xml += `<${container}>\n`;
      this.#container = container;
    }
    this.#put();
    this.#xml += `${tag(name, { type }, content)}\n`;
    if (name !== 'head') this.hasText = true;
  }

  /**
   * What stands between two blocks: only line ends. One blank line goes without saying, unless something
   * is fastened to a place in it.
   */
  gap(gap: Range | undefined, before: Block | null, after: Block | null): void {
    if (!gap) return;
    const all = anchorsIn(this.#scribe.anchors('transcription'), gap.from, gap.to);
    const own = all.filter(([at]) => (at > gap.from || !before) && (at < gap.to || !after));
    if (own.length === 0 && before && after && gap.to - gap.from === 2) return;
    let reached = gap.from;
    for (const [at, name] of own) {
      this.#lineEnds(at - reached);
      this.#between += tag('anchor', { 'xml:id': name });
      reached = at;
    }
    this.#lineEnds(gap.to - reached);
  }

  /** The whole body. Where there is no block at all, what stands at places of the text stands in an empty one. */
  end(points: readonly InlinePoint[]): string {
    if (!this.#division)
      this.block(points.map(({ xml }) => xml).join(''), { name: 'p', type: null, container: null });
    this.#close();
    this.#put();
    return `<body>\n${this.#xml}</div>\n</body>`;
  }

  #lineEnds(count: number): void {
    if (count > 0)
      this.#between += tag('space', { dim: 'vertical', unit: 'line', quantity: count });
  }

  #put(): void {
    if (this.#between !== '') this.#xml += `${this.#between}\n`;
    this.#between = '';
  }

  #close(): void {
    if (this.#container) this.#xml += `</${this.#container}>\n`;
    this.#container = null;
  }

  #divide(): void {
    this.#close();
    if (this.#division) this.#xml += '</div>\n';
    this.#xml += '<div>\n';
    this.#division = true;
    this.hasText = false;
  }
}
