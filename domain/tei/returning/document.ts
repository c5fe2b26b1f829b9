import { z } from 'zod';
import { type Element, elementsIn, firstIn, isElement, valueOf } from '../tree.ts';
import { wordsOf } from './words.ts';

/** A document of ours as it is read. */
export interface Document {
  readonly xml: string;
  readonly root: Element;
  /** People and rules by the pointers to them; of taxonomies of the whole file as well. */
  readonly names: ReadonlyMap<string, string>;
  readonly time: (element: Element | null) => string | null;
}

/** The id of the cable that a document is named after. */
export function cableIdOf(element: Element): string | null {
  const id = idIn(/^cable-.*$/u.exec(valueOf(element, 'xml:id') ?? '')?.[0] ?? null);
  return z.uuid().safeParse(id).data ?? null;
}

/** Reads what a document calls its people and its rules. */
export function documentOf(xml: string, root: Element): Document {
  const names = new Map<string, string>();
  for (const one of elementsIn(root)) {
    const id = valueOf(one, 'xml:id');
    if (one.name === 'text' || one.name === 'sourceDoc') break;
    const name = one.name === 'respStmt' ? firstIn(one, 'name') : null;
    const term = one.name === 'category' ? firstIn(one, 'term') : null;
    const told = name ?? term;
    if (id !== null && told) names.set(`#${id}`, wordsOf(xml, told));
  }
  return { xml, root, names, time: timeOf };
}

/** The child elements of a name, and of a type where one is told. */
export function childrenOf(element: Element | null, name: string, type?: string): Element[] {
  return (element?.children ?? [])
    .filter(isElement)
    .filter((one) => one.name === name && (type === undefined || valueOf(one, 'type') === type));
}

/** The first child element of a name, and of a type where one is told; null where there is none. */
export function childOf(element: Element | null, name: string, type?: string): Element | null {
  return childrenOf(element, name, type)[0] ?? null;
}

/** The words of the first child element of a name and a type; null where there is none. */
export function wordsIn(
  { xml }: Pick<Document, 'xml'>,
  element: Element | null,
  name: string,
  type?: string,
): string | null {
  const child = childOf(element, name, type);
  return child && wordsOf(xml, child);
}

/** When something was, as it was written. */
function timeOf(element: Element | null): string | null {
  return element && (valueOf(element, 'when') ?? valueOf(element, 'when-custom'));
}

/** The name behind a pointer of an attribute; null where there is none. */
export function named({ names }: Document, element: Element, attribute: string): string | null {
  return names.get(valueOf(element, attribute) ?? '') ?? null;
}

/** The id of the library in which a pointer or a name ends; empty where there is none. */
export function idIn(pointer: string | null): string {
  return /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.exec(pointer ?? '')?.[0] ?? '';
}
