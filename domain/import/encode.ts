import type { TextEncoding } from '../library/cable.ts';
import { sameBytes } from '../text/bytes.ts';

/** How the lines of a file end; the text of an original has `\n` everywhere. */
export const LINE_ENDS = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;
export type LineEnds = keyof typeof LINE_ENDS;

/** How bytes are made from the text of an original: its encoding, its line ends, and whether a mark stands before it. */
export interface Writing {
  readonly encoding: TextEncoding;
  readonly lineEnds: LineEnds;
  /** Whether UTF-16 begins with its byte order mark; for UTF-8 the encoding says it. */
  readonly marked: boolean;
}

/** The letters of the bytes 0x80 to 0x9F of Windows-1252; where a byte means nothing, the control character of its number. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** The bytes of a text; null where the encoding has no bytes for a sign of it. */
export function bytesOfText(
  text: string,
  { encoding, lineEnds, marked }: Writing,
): Uint8Array | null {
  const ended = lineEnds === 'lf' ? text : text.replaceAll('\n', LINE_ENDS[lineEnds]);
  return writers[encoding](ended, marked);
}

const writers: Readonly<
  Record<TextEncoding, (text: string, marked: boolean) => Uint8Array | null>
> = {
  'utf-8': utf8,
  'utf-8-bom': (text) => utf8(`\uFEFF${text}`),
  'utf-16le': (text, marked) => utf16(marked ? `\uFEFF${text}` : text, 0),
  'utf-16be': (text, marked) => utf16(marked ? `\uFEFF${text}` : text, 1),
  'windows-1252': windows1252,
};

/** How these bytes are made from the text; null where no such way leads to them, as with line ends of two kinds. */
export function writingOf(text: string, encoding: TextEncoding, bytes: Uint8Array): Writing | null {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  for (const lineEnds of ['lf', 'crlf', 'cr'] as const)
    for (const marked of isWide ? [true, false] : [false]) {
      const writing = { encoding, lineEnds, marked };
      const made = bytesOfText(text, writing);
      if (made && sameBytes(made, bytes)) return writing;
    }
  return null;
}

/** UTF-8 (RFC 3629); half a character cannot be written. */
function utf8(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length * 3);
  let to = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) return null;
    if (code < 0x80) bytes[to++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x1_0000 ? 2 : 3;
      bytes[to++] = ([0, 0xc0, 0xe0, 0xf0][more] ?? 0) | (code >> (6 * more));
      for (let left = more - 1; left >= 0; left--) bytes[to++] = 0x80 | ((code >> (6 * left)) & 63);
    }
  }
  return bytes.slice(0, to);
}

/** UTF-16; `low` is the place of the low byte in its pair. */
function utf16(text: string, low: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[2 * at + low] = unit & 255;
    bytes[2 * at + 1 - low] = unit >> 8;
  }
  return bytes;
}

function windows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const special = WINDOWS_1252.indexOf(text.charAt(at));
    if (special >= 0) bytes[at] = 0x80 + special;
    else if (code < 0x80 || (code > 0x9f && code < 0x100)) bytes[at] = code;
    else return null;
  }
  return bytes;
}
