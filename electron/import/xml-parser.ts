import { SaxesParser, type SaxesTagNS } from 'saxes';
import { XML } from '../../domain/limits.ts';

/** What `&…;` means without being declared (XML 1.0, 4.6). Nothing else is ever resolved. */
const ENTITIES = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" };

/** Limits of a file in XML; tests have smaller ones. */
export interface XmlLimits {
  readonly deep: number;
  readonly elements: number;
  readonly attributes: number;
}

/** Who hears of the elements of a file. */
export interface Hearing {
  /** An element begins, so many others lie around it. */
  readonly open?: (tag: SaxesTagNS, depth: number) => void;
  readonly close?: (tag: SaxesTagNS, depth: number) => void;
  /** An entity that is not resolved stays as it is written. Without this it is a mistake of the file. */
  readonly unresolved?: () => void;
  /**
   * Hears what of a file is more than is read, in words that follow its name ("has …"). It must throw:
   * nothing that goes beyond the limits is ever held.
   */
  readonly refuse: (what: string) => never;
}

/**
 * A parser of XML from elsewhere. It resolves no entity but the five of XML itself, so that a file can
 * fetch nothing and grow by nothing, and it goes no further than the limits.
 */
export function xmlParser({ open, close, unresolved, refuse }: Hearing, limits: XmlLimits = XML) {
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.ENTITIES = entities(unresolved);
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  parser.on('opentagstart', () => {
    elements += 1;
    attributes = 0;
    if (depth >= limits.deep)
      refuse(
        `has elements that lie more than ${limits.deep} deep in each other, as no program writes them`,
      );
    if (elements > limits.elements)
      refuse(`has more than ${limits.elements.toLocaleString('en')} elements`);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.attributes)
      refuse(
        `has an element with more than ${limits.attributes.toLocaleString('en')} attributes, as no program writes them`,
      );
  });
  parser.on('opentag', (tag) => {
    open?.(tag, depth);
    depth += 1;
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    close?.(tag, depth);
  });
  return parser;
}

/** The names that entities can have, near enough to XML 1.0, 2.3. */
const NAME = /^[\p{L}_:][\p{L}\p{N}\p{M}._:·-]*$/u;

/**
 * The entities of XML itself. Where somebody hears of others, these stand for what is written: the parser
 * makes an error of each that it does not know, which takes a thousand times as long, and a file can have
 * millions.
 */
function entities(unresolved: (() => void) | undefined): Record<string, string> {
  const own = Object.assign(Object.create(null) as Record<string, string>, ENTITIES);
  if (!unresolved) return own;
  return new Proxy(own, {
    get(known, name) {
      if (typeof name !== 'string') return undefined;
      const meaning = known[name];
      if (meaning !== undefined || !NAME.test(name)) return meaning;
      unresolved();
      return `&${name};`;
    },
  });
}
