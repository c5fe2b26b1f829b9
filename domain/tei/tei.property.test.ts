import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAccepted } from '../change/compose.ts';
import { pieces, transcribe } from '../transcription/transcription.ts';
import { cleanTei } from './clean.ts';
import { tokensOf } from './lexer.ts';
import { searchableOriginal } from './searchable.ts';

/** A piece of a small document: its XML, and the signs that stand of it in the text, and in all. */
interface Piece {
  readonly xml: string;
  readonly read: string;
  readonly all: string;
}

const SIGNS: readonly (readonly [xml: string, read: string])[] = [
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&#233;', 'é'],
  ['&#x1F4DC;', '📜'],
  ['&unknown;', '&unknown;'],
  ['<!-- <p>no tag</p> -->', ''],
  ['<?xml-stylesheet a > b?>', ''],
  ['<![CDATA[a <b> c]]>', 'a<b>c'],
  ['<pb n="7" xml:id="pg_7"/>', ''],
  ['<lb/>', ''],
];

const bare = (words: string) => words.replace(/[ \t\r\n]/gu, '');

const words = fc
  .array(fc.constantFrom('Cuba', 'a', '.', ',', ' ', '\n    ', '\t', 'ʼ', '📜', '\u00a0', '1662'))
  .map((parts): Piece => ({
    xml: parts.join(''),
    read: bare(parts.join('')),
    all: bare(parts.join('')),
  }));
const sign = fc.constantFrom(...SIGNS).map(([xml, read]): Piece => ({ xml, read, all: read }));

const ELEMENTS = [
  'p',
  'hi',
  'persName',
  'list',
  'item',
  'label',
  'head',
  'seg',
  'table',
  'row',
  'cell',
];
const BESIDE = ['note', 'del', 'fw'];

const { tree } = fc.letrec<{ tree: Piece; element: Piece; beside: Piece }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, words, sign, tie('element'), tie('beside')),
  element: fc
    .tuple(fc.constantFrom(...ELEMENTS), fc.array(tie('tree'), { maxLength: 4 }))
    .map(([name, inner]) => wrapped(`<${name} n='>'>`, inner, `</${name} >`, true)),
  beside: fc
    .tuple(fc.constantFrom(...BESIDE), fc.array(tie('tree'), { maxLength: 3 }))
    .map(([name, inner]) => wrapped(`<${name} n="2">`, inner, `</${name}>`, false)),
}));

function wrapped(open: string, inner: readonly Piece[], close: string, stands: boolean): Piece {
  const all = inner.map((one) => one.all).join('');
  const read = stands ? inner.map((one) => one.read).join('') : '';
  return { xml: open + inner.map(({ xml }) => xml).join('') + close, read, all };
}

const document = fc
  .array(tree, { maxLength: 8 })
  .map((inner) => wrapped('<div type="document">', inner, '</div>', true));

test('every sign of a small document stands in its text, but for what stands beside it', () => {
  fc.assert(
    fc.property(document, ({ xml, read }) => {
      expect(bare(applyAccepted(xml, cleanTei(xml).changes))).toBe(read);
    }),
  );
});

test('the map has no gap, and every piece that is kept is the same on both sides', () => {
  fc.assert(
    fc.property(document, ({ xml }) => {
      const transcription = transcribe(xml, cleanTei(xml).changes);
      const text = transcription.text.toString();
      let at = { original: 0, transcription: 0 };
      for (const piece of pieces(transcription)) {
        expect([piece.fromOriginal, piece.fromTranscription]).toEqual([
          at.original,
          at.transcription,
        ]);
        if (piece.kept)
          expect(xml.slice(piece.fromOriginal, piece.toOriginal)).toBe(
            text.slice(piece.fromTranscription, piece.toTranscription),
          );
        at = { original: piece.toOriginal, transcription: piece.toTranscription };
      }
      expect(at).toEqual({ original: xml.length, transcription: text.length });
    }),
  );
});

test('undoing all changes gives the XML again', () => {
  fc.assert(
    fc.property(document, ({ xml }) => {
      const { original, text, map } = transcribe(xml, cleanTei(xml).changes);
      expect(map.invert(original).apply(text).toString()).toBe(xml);
    }),
  );
});

test('the text has no blank at the ends of its lines, and no more than one blank line together', () => {
  fc.assert(
    fc.property(document, ({ xml }) => {
      const text = applyAccepted(xml, cleanTei(xml).changes);
      // Blanks within CDATA and by number are the text's own.
      if (xml.includes('CDATA')) return;
      expect(text).not.toMatch(/^[ \n]|[ \t]\n|\n[ ]|\n\n\n|[ \n]$/u);
    }),
  );
});

test('what is searched has every word in its place, and no tag', () => {
  fc.assert(
    fc.property(document, ({ xml, all }) => {
      const searched = searchableOriginal(xml, 'tei');
      expect(searched).toHaveLength(xml.length);
      expect(bare(searched)).toBe(all);
    }),
  );
});

test('whatever a text is, it is read: tokens without a gap, changes without overlap, structure within', () => {
  const piece = fc.constantFrom(
    ...['<', '>', '&', ';', '"', "'", '/', '<p', '<p>', '</p>', '<note n="1">', '<!--', ']]>'],
    ...[
      '<![CDATA[',
      '&#0;',
      '&#xD800;',
      '&#99999999;',
      'Cuba',
      ' ',
      '<a b="',
      '<div type="document">',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((all) => all.join('')),
      (text) => {
        let at = 0;
        for (const { from, to } of tokensOf(text)) {
          expect(from).toBe(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(at).toBe(text.length);
        const { changes, structure } = cleanTei(text);
        transcribe(text, changes);
        for (const { from, to } of structure)
          expect(0 <= from && from <= to && to <= text.length).toBe(true);
      },
    ),
  );
});
