import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEncoding } from '../library/cable.ts';
import { base64Of, bytesOfBase64 } from '../text/bytes.ts';
import { bytesOfText, writingOf } from './encode.ts';

const bytes = (...all: number[]) => Uint8Array.from(all);

test.each<[TextEncoding, string, Uint8Array, string, boolean]>([
  ['utf-8', 'é\n', bytes(0xc3, 0xa9, 10), 'lf', false],
  ['utf-8-bom', 'a\nb', bytes(0xef, 0xbb, 0xbf, 97, 13, 10, 98), 'crlf', false],
  ['utf-16le', '🚢', bytes(0xff, 0xfe, 0x3d, 0xd8, 0xa2, 0xde), 'lf', true],
  ['utf-16be', 'a\nb', bytes(0, 97, 0, 13, 0, 98), 'cr', false],
  ['windows-1252', '“é\x81€', bytes(0x93, 0xe9, 0x81, 0x80), 'lf', false],
])('how bytes in %s are made from %j is found out', (encoding, text, made, lineEnds, marked) => {
  const writing = { encoding, lineEnds, marked };
  expect(writingOf(text, encoding, made)).toEqual(writing);
});

test.each<[string, TextEncoding, string, Uint8Array]>([
  ['line ends of two kinds', 'utf-8', 'a\nb\n', bytes(97, 13, 10, 98, 10)],
  ['a sign that is not in the encoding', 'windows-1252', 'Ж', bytes(0x3f)],
  ['half a character', 'utf-8', '\uD83D', bytes(0xef, 0xbf, 0xbd)],
])('bytes do not follow from a text with %s', (_, encoding, text, made) => {
  expect(writingOf(text, encoding, made)).toBeNull();
});

test('UTF-8 is written as the platform writes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const writing = { encoding: 'utf-8', lineEnds: 'lf', marked: false } as const;
      expect(bytesOfText(text, writing)).toEqual(new TextEncoder().encode(text));
    }),
  );
});

test('bytes come back from Base64, and what is none is told', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (all) => {
      const text = base64Of(all);
      expect(text).toBe(btoa(String.fromCharCode(...all)));
      expect(bytesOfBase64(` ${text}\n`)).toEqual(all);
    }),
  );
  for (const none of ['a', 'ab=c', '****']) expect(bytesOfBase64(none)).toBeNull();
});
