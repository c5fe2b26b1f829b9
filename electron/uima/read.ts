import type { SaxesTagNS } from 'saxes';
import type { Coming } from '../../domain/exchange/coming.ts';
import { fail } from '../../domain/failure.ts';
import { type Element, foundIn } from '../../domain/uima/structures.ts';
import { xmlParser } from '../import/xml-parser.ts';

/** The namespace of XMI, in which only the outermost element and the ids are. */
const XMI = 'http://www.omg.org/XMI';

/** Whether a text is UIMA CAS XMI, by its outermost element. */
export function isXmi(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:[\w.-]+:)?XMI[\s>]/u.test(
    text.slice(0, 10_000),
  );
}

/** Reads the annotations in UIMA CAS XMI, as we, INCEpTION or other programs write it. Its type system is not needed. */
export function readXmi(text: string): Coming {
  const elements: Element[] = [];
  let inner: { readonly name: string; words: string } | null = null;
  const parser = xmlParser({
    open(tag, depth) {
      if (depth === 0 && tag.local !== 'XMI') refuse(`its outermost element is ${tag.name}`);
      if (depth === 1) elements.push(elementOf(tag));
      if (depth === 2) inner = { name: tag.local, words: '' };
    },
    close(_tag, depth) {
      const features = elements.at(-1)?.features;
      if (depth !== 2 || !inner || !features) return;
      // The parts of a list, which some programs write as elements of their own.
      const before = features.get(inner.name);
      features.set(inner.name, before === undefined ? inner.words : `${before}; ${inner.words}`);
      inner = null;
    },
    refuse: tooMuch,
  });
  parser.on('error', ({ message }) => refuse(message));
  parser.on('doctype', () => refuse('it declares a document type, and none is read'));
  parser.on('text', (words) => {
    if (inner) inner.words += words;
  });
  parser.write(text).close();
  return foundIn(elements);
}

function elementOf({ local, uri, attributes }: SaxesTagNS) {
  const features = new Map<string, string>();
  let id = '';
  for (const { local: name, uri: space, value, prefix } of Object.values(attributes)) {
    if (space === XMI) {
      if (name === 'id') id = value;
    } else if (prefix !== 'xmlns' && name !== 'xmlns') features.set(name, value);
  }
  // `http:///webanno/custom.ecore` is the package webanno.custom.
  const path = uri
    .replace(/^http:\/\/\//u, '')
    .replace(/\.ecore$/u, '')
    .replaceAll('/', '.');
  return { id, type: path === 'uima.noNamespace' ? local : `${path}.${local}`, features };
}

function refuse(what: string): never {
  return fail(
    'file-not-annotations',
    `This file is no sound UIMA CAS XMI, so nothing in it can be read: ${what}. Export it again from where it came.`,
  );
}

function tooMuch(what: string): never {
  return fail(
    'file-too-large',
    `This file ${what}, so nothing in it was read. If it is right, divide it, then import its parts.`,
  );
}
