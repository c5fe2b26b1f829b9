import { analyse, type AnalyseResult } from 'chardet';
import { fail } from '../../domain/failure.ts';
import type { TextEncoding } from '../../domain/library/cable.ts';

/** What bytes say: their text without byte order mark and with line ends as `\n`, and how it was read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** The largest share of control characters that a text may have; real ones have none or a few page feeds. */
const MOST_CONTROLS = 0.02;

/** How many bytes are looked at to guess an encoding. */
const SAMPLE = 64 * 1024;

/**
 * Reads bytes as text: by their byte order mark, else as UTF-8, UTF-16 or Windows-1252, whichever
 * they can be. Fails with `file-empty` or `file-not-text`; `name` is what the sentence calls the file.
 * Nothing is lost where reading fails in places: the bytes themselves are what is kept.
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const encoding = encodingOf(bytes, name);
  const text = textIn(bytes, encoding).replace(/\r\n?/gu, '\n');
  if (text.trim() === '') fail('file-empty', `${name} is empty: there is no text to import in it.`);
  if (looksBinary(text)) notText(name);
  return { text, encoding };
}

/** The text of bytes as it stands, line ends and all, without byte order mark. */
export function textIn(bytes: Uint8Array, encoding: TextEncoding): string {
  return readers[encoding](bytes);
}

const readers: Readonly<Record<TextEncoding, (bytes: Uint8Array) => string>> = {
  'utf-8': (bytes) => new TextDecoder('utf-8').decode(bytes),
  'utf-8-bom': (bytes) => new TextDecoder('utf-8').decode(bytes),
  'utf-16le': utf16,
  'utf-16be': (bytes) => utf16(swapped(bytes)),
  'windows-1252': windows1252,
};

function encodingOf(bytes: Uint8Array, name: string): TextEncoding {
  if (begins(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8-bom';
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  if (bytes.includes(0)) notText(name);
  if (isUtf8(bytes)) return 'utf-8';
  refuseOtherEncodings(bytes, name);
  return 'windows-1252';
}

function begins(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** UTF-16 of mostly Latin letters shows by its zeros: in it every other byte is one. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  if (pairs === 0 || bytes.length % 2 === 1) return null;
  let first = 0;
  let second = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) first += 1;
    if (bytes[at + 1] === 0) second += 1;
  }
  const [many, few] = [pairs * 0.5, pairs * 0.05];
  if (second > many && first < few) return 'utf-16le';
  return first > many && second < few ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Windows-1252 gives a letter to every byte, so it would "read" anything. What is plainly something
 * else is refused rather than read wrongly: UTF-8 with a few broken bytes, and other scripts.
 */
function refuseOtherEncodings(bytes: Uint8Array, name: string): void {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = asUtf8.match(/\uFFFD/gu)?.length ?? 0;
  const whole = asUtf8.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
  if (whole > broken)
    fail(
      'file-not-text',
      `${name} is in UTF-8, but damaged in ${broken} ${broken === 1 ? 'place' : 'places'}, first in line ${lineOfFirst(asUtf8, '\uFFFD')}. Correct it, then import it again.`,
    );
  const other = otherEncoding(analyse(sample(bytes)));
  if (other)
    fail(
      'file-not-text',
      `${name} seems to be in the encoding ${other}, which Cablewright cannot read. Save it as UTF-8, then import it again.`,
    );
}

/** The encodings that differ from Windows-1252 too little to be told from it by a guess. */
const WESTERN: readonly string[] = ['windows-1252', 'ISO-8859-1'];

/** The name of another encoding, if the guess is sure enough and Windows-1252 is far behind. */
function otherEncoding(guesses: AnalyseResult): string | null {
  const [best] = guesses;
  if (!best) return null;
  const western = guesses.find(({ name }) => WESTERN.includes(name))?.confidence ?? 0;
  return best.confidence >= 60 && best.confidence - western >= 40 ? best.name : null;
}

/** A stretch of bytes around the first that is not ASCII, for only those tell encodings apart. */
function sample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 1024);
  return bytes.subarray(from, from + SAMPLE);
}

function lineOfFirst(text: string, wanted: string): number {
  return text.slice(0, text.indexOf(wanted)).split(/\r\n?|\n/u).length;
}

/** UTF-16, little end first. Half characters become U+FFFD, as a library can keep whole ones only. */
function utf16(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
  const rest = bytes.length % 2 === 1 ? '\uFFFD' : '';
  return text.replace(/^\uFEFF/u, '').replace(/\p{Surrogate}/gu, '\uFFFD') + rest;
}

function swapped(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.subarray(0, copy.length - (copy.length % 2)).swap16();
  return copy;
}

/**
 * The letters of the bytes 0x80 to 0x9F (https://encoding.spec.whatwg.org/#windows-1252). The five
 * bytes that mean nothing stand for the control characters of the same number, so none is lost.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9F]/gu, (letter) => WINDOWS_1252.charAt(letter.charCodeAt(0) - 0x80));
}

function looksBinary(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = text.match(/[\0-\x08\x0E-\x1F\x7F]/gu)?.length ?? 0;
  return text.includes('\0') || controls > text.length * MOST_CONTROLS;
}

function notText(name: string): never {
  return fail(
    'file-not-text',
    `${name} is not a text file. Cablewright reads plain text; save the document as text (UTF-8), then import that.`,
  );
}
