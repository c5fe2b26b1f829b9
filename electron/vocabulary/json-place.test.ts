import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineOfJsonMistake } from './json-place.ts';

it.each([
  ['{"a": [1, 2.5e3, null, {"b": "\\u00e9"}]}\n', null],
  ['[]', null],
  ['{\n"a": 1,\n}', 3],
  ['[1,\n2,\n]', 3],
  ['{\n\n"a" 1}', 3],
  ['{"a": tru}', 1],
  ['{"a":\n"b\nc"}', 2],
  ['[1]\n]', 2],
  ['', 1],
  ['[\n', 2],
  ['01', 1],
])('%j stops being JSON in line %s', (text, line) => {
  expect(lineOfJsonMistake(text)).toBe(line);
});

it('agrees with the system about what is JSON', () => {
  const signs = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    'true',
    ' ',
    '\n',
    '-',
    '"',
  );
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.array(signs).map((all) => all.join('')),
      ),
      (text) => (lineOfJsonMistake(text) === null) === isJson(text),
    ),
    { numRuns: 500 },
  );
});
