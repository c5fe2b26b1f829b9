import { expect, test } from 'vitest';
import { JSON_FILE } from '../limits.ts';
import { tooMuchJson } from './json.ts';

const limits = { deep: 3, values: 10 };

test.for([
  ['nothing', ''],
  ['as deep as may be', '[[[]],[[]],{"a":[]}]'],
  ['brackets in words', '"[[[[[[,,,,,,,,,,,,,,"'],
  ['brackets behind an escaped quotation mark', String.raw`"a\"[[[[[[,,,,,,,,,,,,"`],
  ['words that end with a backslash', String.raw`["a\\",[]]`],
  ['words that do not end', '["[[[[[[[[[[['],
  ['as many as may be', '[1,2,3,4,5,6,7,8,9]'],
] as const)('%s is not too much', ([, text]) => {
  expect(tooMuchJson(text, limits)).toBeNull();
});

test.for([
  ['[[[[]]]]', 'more than 3 deep'],
  ['{"a":{"a":{"a":{}}}}', 'more than 3 deep'],
  [String.raw`["a\\",[[[]]]]`, 'more than 3 deep'],
  ['[1,2,3,4,5,6,7,8,9,10]', 'more than 10 single things'],
  ['[[],[],[],[],[],[]]', 'more than 10 single things'],
] as const)('%s is', ([text, told]) => {
  expect(tooMuchJson(text, limits)).toContain(told);
});

test('files whose brackets open a million times are told at once', () => {
  expect(tooMuchJson('['.repeat(1_000_000))).toContain(`more than ${JSON_FILE.deep} deep`);
});
