import { expect, test } from 'vitest';
import { FailureError } from '../../domain/failure.ts';
import { decode } from './decode.ts';

const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bytes = (...values: readonly number[]) => Buffer.from(values);

const long = 'The Department of State informs all posts in the American Republics. ';
const russian = 'Правительство СССР сообщает о прибытии кораблей на Кубу';
const windows1251 = Buffer.from(
  [...russian].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code > 0x7f ? code - 0x350 : code;
  }),
);
const shiftJis = Buffer.from('93fa967b8cea82cc95b68e9a97f182c582b781428ade8ec5825282cc8b40', 'hex');

test.for([
  ['UTF-8', Buffer.from('Habana, “quarantine” 🚢'), 'Habana, “quarantine” 🚢', 'utf-8'],
  ['ASCII', Buffer.from('NIACT'), 'NIACT', 'utf-8'],
  ['UTF-8 with its mark', Buffer.from('\uFEFFNIACT – é'), 'NIACT – é', 'utf-8-bom'],
  ['UTF-16 little', utf16le('\uFEFFNIACT – é 🚢'), 'NIACT – é 🚢', 'utf-16le'],
  ['UTF-16 big', utf16be('\uFEFFNIACT – é 🚢'), 'NIACT – é 🚢', 'utf-16be'],
  ['UTF-16 little, unmarked', utf16le(long + 'é'), long + 'é', 'utf-16le'],
  ['UTF-16 big, unmarked', utf16be(long + 'é'), long + 'é', 'utf-16be'],
  [
    'Windows-1252',
    latin1('The \x93quarantine\x94 \x96 caf\xE9'),
    'The “quarantine” – café',
    'windows-1252',
  ],
  ['one byte of Windows-1252', latin1(`${long}caf\xE9`), `${long}café`, 'windows-1252'],
  [
    'Windows-1252, undefined',
    latin1('a\x81\x8D\x8F\x90\x9Db \xE9t\xE9'),
    'a\x81\x8D\x8F\x90\x9Db été',
    'windows-1252',
  ],
  ['line ends of Windows', Buffer.from('a\r\nb\r\n'), 'a\nb\n', 'utf-8'],
  ['line ends of old Macs', Buffer.from('a\rb\r'), 'a\nb\n', 'utf-8'],
  ['line ends, mixed', utf16le('\uFEFFa\r\r\nb\nc'), 'a\n\nb\nc', 'utf-16le'],
  ['a second mark is text', Buffer.from('\uFEFF\uFEFFa'), '\uFEFFa', 'utf-8-bom'],
  ['half a character in UTF-16', utf16le('\uFEFFa\uD83Db'), 'a\uFFFDb', 'utf-16le'],
  [
    'half a unit at the end',
    Buffer.concat([utf16le('\uFEFFab'), bytes(0x63)]),
    'ab\uFFFD',
    'utf-16le',
  ],
  ['page feeds', Buffer.from('page one\fpage two\f'), 'page one\fpage two\f', 'utf-8'],
] as const)('%s', ([, given, text, encoding]) => {
  expect(decode(given, 'x.txt')).toEqual({ text, encoding });
});

test.for([
  ['nothing', bytes(), 'file-empty', /x\.txt is empty/u],
  ['a mark only', bytes(0xef, 0xbb, 0xbf), 'file-empty', /no text/u],
  ['blanks only', Buffer.from(' \n\t\n'), 'file-empty', /no text/u],
  [
    'a picture',
    Buffer.from('89504e470d0a1a0a0000000d4948445200000010', 'hex'),
    'file-not-text',
    /plain text/u,
  ],
  [
    'control characters',
    bytes(...Array.from({ length: 300 }, (_, at) => (at % 31) + 1)),
    'file-not-text',
    /plain text/u,
  ],
  [
    'UTF-8 with a broken byte',
    Buffer.concat([Buffer.from('é\n“quarantine”\n'), bytes(0x93)]),
    'file-not-text',
    /damaged in 1 place, first in line 3/u,
  ],
  ['Russian in Windows-1251', windows1251, 'file-not-text', /windows-1251.*Save it as UTF-8/u],
  ['Japanese in Shift JIS', shiftJis, 'file-not-text', /Shift_JIS.*Save it as UTF-8/u],
] as const)('%s is refused', ([, given, code, sentence]) => {
  const refused = failureFrom(() => decode(given, 'x.txt'));
  expect(refused.code).toBe(code);
  expect(refused.message).toMatch(sentence);
  expect(refused.message).toContain('x.txt');
});

function failureFrom(work: () => unknown): FailureError {
  try {
    work();
  } catch (error) {
    if (error instanceof FailureError) return error;
  }
  throw new Error('nothing was refused');
}
