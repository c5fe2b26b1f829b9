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

/** An element while it is open. */
interface Growing extends Element {
  to: number;
  inner: { from: number; to: number };
  readonly children: TreeNode[];
}

/**
 * How deep elements can lie in each other; real volumes come to some twenty. What lies deeper is read as
 * if its tags were empty.
 */
export const DEEPEST = 400;

/** Whether a piece of a tree is an element. */
export function isElement(node: TreeNode): node is Element {
  return 'children' in node;
}

/**
 * The tree of a text of XML. The root is no element of the text: its name is empty, and it covers all.
 * What is not closed ends where its parent ends, and a tag that closes nothing closes nothing.
 */
export function treeOf(xml: string, from = 0, to = xml.length): Element {
  const root = grow(xml, { kind: 'open', name: '', from, to: from }, null);
  root.inner.to = to;
  root.to = to;
  let open = root;
  let depth = 0;
  for (const token of tokensOf(xml, from, to)) {
    if (token.kind === 'open' || token.kind === 'empty') {
      const element = grow(xml, token, open);
      open.children.push(element);
      if (token.kind === 'empty' || depth >= DEEPEST) continue;
      open = element;
      depth += 1;
    } else if (token.kind === 'close') {
      const closed = openWithName(open, token.name);
      if (!closed) continue;
      for (; open !== closed; open = parentOf(open, root)) {
        end(open, token.from, token.from);
        depth -= 1;
      }
      end(closed, token.from, token.to);
      depth -= 1;
      open = parentOf(closed, root);
    } else open.children.push(token);
  }
  for (let one = open; one !== root; one = parentOf(one, root)) end(one, to, to);
  return root;
}

const parents = new WeakMap<Element, Growing>();

function grow(xml: string, token: Token, parent: Growing | null): Growing {
  let attributes: ReadonlyMap<string, Attribute> | null = null;
  const { name, from, to } = token;
  const element: Growing = {
    ...{ name, from, to, inner: { from: to, to }, parent, children: [] },
    get attributes() {
      return (attributes ??= attributesOf(xml, token));
    },
  };
  if (parent) parents.set(element, parent);
  return element;
}

function parentOf(element: Growing, root: Growing): Growing {
  return parents.get(element) ?? root;
}

function end(element: Growing, inner: number, outer: number): void {
  element.inner.to = inner;
  element.to = outer;
}

/** The innermost open element of a name; null where none is open. */
function openWithName(open: Growing, name: string): Growing | null {
  for (let one: Growing | undefined = open; one; one = parents.get(one))
    if (one.name === name) return one;
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
