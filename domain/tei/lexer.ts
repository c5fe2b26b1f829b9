import type { Range } from '../text/range.ts';

/** What a stretch of XML is. Together the tokens of a text cover it without a gap. */
export type TokenKind = 'text' | 'open' | 'close' | 'empty' | 'entity' | 'cdata' | 'other';

/** A stretch of XML. `name` is the local name of a tag, empty for all else; positions are UTF-16 code units. */
export interface Token extends Range {
  readonly kind: TokenKind;
  readonly name: string;
}

/** A tag to its end; `>` may stand in the value of an attribute. */
const TAG =
  /<(\/?)(?:[\w.-]+:)?([A-Za-z_\u0080-\uffff][\w.\u0080-\uffff-]*)(?![\w.\u0080-\uffff-])[^"'<>]*(?:"[^"]*"[^"'<>]*|'[^']*'[^"'<>]*)*>/y;
const ENTITY = /&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z][\w.-]{0,30});/y;

/** What begins and ends stretches that are no tags and no text. */
const ASIDES: readonly (readonly [begin: string, end: string, kind: TokenKind])[] = [
  ['<!--', '-->', 'other'],
  ['<![CDATA[', ']]>', 'cdata'],
  ['<?', '?>', 'other'],
  ['<!', '>', 'other'],
];

/**
 * Divides `[from, to)` of a text of XML into its tokens, each where it stands. Nothing is declared,
 * fetched or expanded. What is no XML counts as text, so that every text can be read.
 */
export function* tokensOf(xml: string, from = 0, to = xml.length): Generator<Token> {
  let at = from;
  let begun = from;
  const missing = new Set<string>();
  while (at < to) {
    const sign = nextSign(xml, at, to);
    if (sign >= to) break;
    const token = xml[sign] === '<' ? markupAt(xml, sign, missing) : entityAt(xml, sign);
    if (token === null || token.to > to) {
      at = sign + 1;
      continue;
    }
    if (begun < sign) yield { kind: 'text', name: '', from: begun, to: sign };
    yield token;
    at = token.to;
    begun = at;
  }
  if (begun < to) yield { kind: 'text', name: '', from: begun, to };
}

const SIGN = /[<&]/g;

function nextSign(xml: string, at: number, to: number): number {
  SIGN.lastIndex = at;
  return SIGN.exec(xml)?.index ?? to;
}

/** The markup at a `<`, if there is any. `missing` holds the ends that do not come any more. */
function markupAt(xml: string, from: number, missing: Set<string>): Token | null {
  TAG.lastIndex = from;
  const [tag = '', slash, name = ''] = TAG.exec(xml) ?? [];
  if (tag !== '') {
    const kind = slash === '/' ? 'close' : tag.endsWith('/>') ? 'empty' : 'open';
    return { kind, name, from, to: from + tag.length };
  }
  for (const [begin, end, kind] of ASIDES) {
    if (!xml.startsWith(begin, from)) continue;
    const last = missing.has(end) ? -1 : xml.indexOf(end, from + begin.length);
    if (last < 0) missing.add(end);
    return last < 0 ? null : { kind, name: '', from, to: last + end.length };
  }
  return null;
}

function entityAt(xml: string, from: number): Token | null {
  ENTITY.lastIndex = from;
  const found = ENTITY.exec(xml);
  return found ? { kind: 'entity', name: '', from, to: from + found[0].length } : null;
}

/** What `&…;` means without being declared (XML 1.0, 4.6). */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** What an entity stands for: one of the five, or a character by its number; any other stays as it is written. */
export function decoded(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return NAMED.get(name) ?? entity;
  const hex = name[1] === 'x';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return isCharacter(code) ? String.fromCodePoint(code) : entity;
}

/** The characters that XML 1.0 (2.2) allows. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff && code <= 0x10ffff;
}

/** An attribute: its value without entities, and where that stands between its quotation marks. */
export interface Attribute extends Range {
  readonly value: string;
}

const ATTRIBUTE =
  /(?<![\w.:\u0080-\uffff-])([A-Za-z_\u0080-\uffff][\w.:\u0080-\uffff-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of a tag by their names as they are written (`xml:id`, `n`). */
export function attributesOf(xml: string, { from, to }: Range): ReadonlyMap<string, Attribute> {
  const all = new Map<string, Attribute>();
  for (const found of xml.slice(from, to).matchAll(ATTRIBUTE)) {
    const [whole, name = '', double, single] = found;
    const written = double ?? single ?? '';
    const end = from + found.index + whole.length - 1;
    const value = written.replace(/&[^;&\s]{1,32};/g, decoded);
    if (!all.has(name)) all.set(name, { value, from: end - written.length, to: end });
  }
  return all;
}
