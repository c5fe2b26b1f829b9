import { expect, test } from 'vitest';
import { closer } from './closer.ts';

/** A passage with its marks in brackets, as it is shown with so much before the first. */
function shown(passage: string, before: number): string {
  const marks: { from: number; to: number }[] = [];
  let text = '';
  for (const [index, piece] of passage.split(/[[\]]/u).entries()) {
    if (index % 2 === 1) marks.push({ from: text.length, to: text.length + piece.length });
    text += piece;
  }
  const cut = closer({ text, marks }, before);
  return cut.marks.reduceRight(
    (whole, { from, to }) => `${whole.slice(0, from)}[${whole.slice(from, to)}]${whole.slice(to)}`,
    cut.text,
  );
}

test.each([
  ['the [quarantine] and', 10, 'the [quarantine] and'],
  ['reestablishment of the [quarantine] and [its]', 8, '…of the [quarantine] and [its]'],
  ['reestablishment of the [quarantine]', 4, '…the [quarantine]'],
  ['reestablishment of the [quarantine]', 5, '…the [quarantine]'],
  ['withoutanyblank[quarantine]', 3, 'withoutanyblank[quarantine]'],
  ['nothing is marked here at all', 3, 'nothing is marked here at all'],
])('%s within %i is %s', (passage, before, text) => expect(shown(passage, before)).toBe(text));
