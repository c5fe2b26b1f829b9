import { XML } from '../limits.ts';
import type { Range } from '../text/range.ts';
import { type Attribute, attributesOf, tokensOf, type Token } from './lexer.ts';

/** An element of a TEI text with its place; `inner` is what stands between its tags. */
export interface Element extends Range {
  readonly name: string;
  readonly inner: Range;
  readonly parent: Element | null;
  readonly children: readonly TreeNode[];
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** An element, or a stretch that is no tag. */
export type TreeNode = Element | Token;

/** An element, also while it is open. A text may have a million: what it has no need of is not made. */
class Grown implements Element {
  readonly name: string;
  readonly from: number;
  to: number;
  readonly inner: { from: number; to: number };
  readonly parent: Grown | null;
  readonly children: TreeNode[] = [];
  readonly #xml: string;
  #attributes: ReadonlyMap<string, Attribute> | null = null;

  constructor(
    xml: string,
    { name, from, to }: Range & { readonly name: string },
    parent: Grown | null,
  ) {
    this.name = name;
    this.from = from;
    this.to = to;
    this.inner = { from: to, to };
    this.parent = parent;
    this.#xml = xml;
  }

  get attributes(): ReadonlyMap<string, Attribute> {
    return (this.#attributes ??= attributesOf(this.#xml, this.#tag));
  }

  /** Its tag stands from its beginning to where what is in it begins. */
  get #tag(): Range {
    return { from: this.from, to: this.inner.from };
  }
}

/** Whether a piece of a tree is an element. */
export function isElement(node: TreeNode): node is Element {
  return 'children' in node;
}

/**
 * The tree of a text of XML. The root is no element of the text: its name is empty, and it covers all.
 * What is not closed ends where its parent ends, and a tag that closes nothing closes nothing. What lies
 * too deep is read as if its tags were empty.
 */
export function treeOf(xml: string, from = 0, to = xml.length): Element {
  const root = new Grown(xml, { name: '', from, to: from }, null);
  root.inner.to = to;
  root.to = to;
  let open = root;
  let depth = 0;
  for (const token of tokensOf(xml, from, to)) {
    if (token.kind === 'open' || token.kind === 'empty') {
      const element = new Grown(xml, token, open);
      open.children.push(element);
      if (token.kind === 'empty' || depth >= XML.deep) continue;
      open = element;
      depth += 1;
    } else if (token.kind === 'close') {
      const closed = openWithName(open, token.name);
      if (!closed) continue;
      for (; open !== closed; open = open.parent ?? root) {
        end(open, token.from, token.from);
        depth -= 1;
      }
      end(closed, token.from, token.to);
      depth -= 1;
      open = closed.parent ?? root;
    } else open.children.push(token);
  }
  for (let one = open; one !== root; one = one.parent ?? root) end(one, to, to);
  return root;
}

function end(element: Grown, inner: number, outer: number): void {
  element.inner.to = inner;
  element.to = outer;
}

/** The innermost open element of a name; null where none is open. */
function openWithName(open: Grown, name: string): Grown | null {
  for (let one: Grown | null = open; one; one = one.parent) if (one.name === name) return one;
  return null;
}

/** The value of an attribute; null where the element has none. */
export function valueOf(element: Element, name: string): string | null {
  return element.attributes.get(name)?.value ?? null;
}

/** All elements below one, in reading order. */
export function* elementsIn(element: Element): Generator<Element> {
  const waiting = [...element.children].toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) waiting.push(child);
    }
  }
}

/** The first element of a name below one. */
export function firstIn(element: Element, name: string): Element | null {
  for (const one of elementsIn(element)) if (one.name === name) return one;
  return null;
}

/** The innermost element around one for which something holds. */
export function around(element: Element, holds: (one: Element) => boolean): Element | null {
  for (let one = element.parent; one; one = one.parent) if (holds(one)) return one;
  return null;
}
