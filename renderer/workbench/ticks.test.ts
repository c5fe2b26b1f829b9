import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { TagColour } from '../../domain/tag/tag.ts';
import { MOST_LANES, shapesOf, sideBySide, type Span, type Tick, ticksOf } from './ticks.ts';

/** Spans as `top–bottom`, separated by blanks. */
function spans(notation: string): Span[] {
  return Array.from(notation.matchAll(/(\d+)–(\d+)/gu), ([, top, bottom]) => ({
    ...{ top: Number(top), bottom: Number(bottom) },
  }));
}

const lanesOf = (notation: string) =>
  sideBySide(spans(notation))
    .map(({ lane, lanes }) => `${lane}/${lanes}`)
    .join(' ');

describe('spans side by side', () => {
  it.each([
    ['none', '', ''],
    ['one alone has all the width', '0–2', '0/1'],
    ['two apart', '0–2 5–7', '0/1 0/1'],
    ['two that touch', '0–2 2–4', '0/1 0/1'],
    ['two that overlap', '0–3 2–5', '0/2 1/2'],
    ['the same twice', '0–2 0–2', '0/2 1/2'],
    ['a lane is used again', '0–3 2–5 4–6', '0/2 1/2 0/2'],
    ['a long one beside short ones', '0–9 0–2 4–6 9–11', '0/2 1/2 1/2 0/1'],
    ['more than there is room for', '0–9 0–8 0–7 0–6 0–5 0–4 0–9', '0/6 1/6 2/6 3/6 4/6 5/6 5/6'],
  ])('%s', (_, notation, lanes) => {
    expect(lanesOf(notation)).toBe(lanes);
  });

  it('never puts two that overlap into one lane where there is room', () => {
    const some = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 9 })), { maxLength: 30 });
    fc.assert(
      fc.property(some, (numbers) => {
        const all = numbers
          .map(([top, height]) => ({ top, bottom: top + height }))
          .toSorted((a, b) => a.top - b.top);
        const lanes = sideBySide(all);
        for (const [i, a] of all.entries())
          for (const [j, b] of all.entries()) {
            if (i >= j || a.bottom <= b.top || b.bottom <= a.top) continue;
            expect(lanes[i]?.lanes).toBe(lanes[j]?.lanes);
            if ((lanes[i]?.lanes ?? 0) < MOST_LANES)
              expect(lanes[i]?.lane).not.toBe(lanes[j]?.lane);
          }
      }),
    );
  });
});

function ticks(notation: string, colours: readonly (TagColour | null)[]): Tick[] {
  const all = spans(notation);
  const lanes = sideBySide(all);
  const annotation = {} as Annotation;
  return all.map((span, index) => ({
    ...span,
    ...(lanes[index] ?? { lane: 0, lanes: 1 }),
    ...{ annotation, colour: colours[index] ?? null },
  }));
}

describe('shapes', () => {
  it.each<[string, string, (TagColour | null)[], [TagColour | null, string][]]>([
    ['none', '', [], []],
    ['one', '3–5', ['sky'], [['sky', 'M0 3h12v2h-12z']]],
    ['two of a colour that run together', '3–5 5–8', ['sky', 'sky'], [['sky', 'M0 3h12v5h-12z']]],
    [
      'two of a colour apart',
      '3–5 9–11',
      ['sky', 'sky'],
      [['sky', 'M0 3h12v2h-12zM0 9h12v2h-12z']],
    ],
    [
      'two side by side',
      '3–5 4–6',
      ['sky', null],
      [
        ['sky', 'M0 3h5.5v2h-5.5z'],
        [null, 'M6 4h5.5v2h-5.5z'],
      ],
    ],
  ])('%s', (_, notation, colours, shapes) => {
    expect([...shapesOf(ticks(notation, colours), 12)]).toEqual(shapes);
  });
});

it('lays annotations out from the top down, each at all its places', () => {
  const laid = ['30–32 5–7', '0–9', ''].map((notation) => ({
    ...{ annotation: {} as Annotation, colour: 'sky' as const, spans: spans(notation) },
  }));
  const rows = ticksOf(laid).map(
    ({ top, bottom, lane, lanes }) => `${top}–${bottom} ${lane}/${lanes}`,
  );
  expect(rows).toEqual(['0–9 0/2', '5–7 1/2', '30–32 0/1']);
});
