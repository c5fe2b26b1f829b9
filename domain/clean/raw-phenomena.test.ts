import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clean } from './clean.ts';
import { readCases } from './measure/raw-cases.ts';

const FILE = new URL('./fixtures/raw-phenomena.txt', import.meta.url);

/** The text with everything marked that the cleaning takes out («…») or offers to («…» as ‹…›). */
function marked(text: string): string {
  let result = '';
  let at = 0;
  for (const { from, to, status, insert } of clean(text).changes) {
    const out = text.slice(from, to);
    const [open, close] = status === 'accepted' ? ['«', '»'] : ['‹', '›'];
    const words = out.trim() === '' || insert.trim() === out.trim() ? '' : out;
    result += text.slice(at, from);
    if (words === '') result += out;
    else {
      const lead = out.length - out.trimStart().length;
      const tail = out.trimEnd().length;
      const blank = /^ *$/.test(out.slice(tail)) && !out.includes('\n');
      const end = blank && out.startsWith('#') ? out.length : tail;
      result += out.slice(0, lead) + open + out.slice(lead, end) + close + out.slice(end);
    }
    at = to;
  }
  return (result + text.slice(at)).replaceAll('\n', '⏎');
}

for (const { phenomenon, cases } of readCases(readFileSync(FILE, 'utf8')))
  describe(phenomenon, () => {
    test.each(cases.map((each) => [each.notation, each.text]))('%s', (notation, text) => {
      expect(marked(text)).toBe(notation);
    });
  });
