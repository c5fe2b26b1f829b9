import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../annotation/annotation.ts';
import type { ComingTarget } from './coming.ts';
import { clearPlace } from './clear.ts';
import { placeTarget, placingTexts, usualReading } from './placing.ts';
import type { Reading } from './readings.ts';

const NONE = { prefix: '', suffix: '' };

/** A passage as a file tells it. */
function told(
  exact: string,
  [from, to]: readonly [number, number],
  rest: Partial<ComingTarget> & { context?: { prefix: string; suffix: string } } = {},
): ComingTarget {
  const { context = NONE, ...more } = rest;
  return {
    side: null,
    positions: [{ from, to, unit: 'code-points' }],
    quote: { exact, ...context },
    ...more,
  };
}

const ORIGINAL = 'SECRET\n\n🚢🚢 to Cuba, and IL-28s to Cuba, in no case.\nSECRET';
const TRANSCRIPTION = '🚢🚢 to Cuba, and IL-28s to Cuba, in no case.';
const texts = placingTexts(ORIGINAL, TRANSCRIPTION, 7);

/** What became of a passage, in a line: `placed transcription 5 Cuba`. */
function become(coming: ComingTarget, usual: Reading | null = null): string {
  const placing = placeTarget(coming, texts, usual);
  if (placing.kind !== 'placed') return placing.kind;
  const { side, from, to } = placing.target;
  const text = side === 'original' ? ORIGINAL : TRANSCRIPTION;
  return `placed ${side} ${from} ${text.slice(from, to)}`;
}

const usual = (side: Reading['side'], unit: Reading['unit']): Reading => ({ side, unit });

describe('a passage stands', () => {
  it.each([
    ['in the unit told', told('IL-28s', [16, 22]), 'placed transcription 18 IL-28s'],
    ['in the other unit', told('IL-28s', [18, 24]), 'placed transcription 18 IL-28s'],
    ['on the other text', told('IL-28s', [24, 30]), 'placed original 26 IL-28s'],
    ['on the text told', told('SECRET', [0, 6], { side: 'original' }), 'placed original 0 SECRET'],
    [
      'where lines are broken otherwise',
      told('case. SECRET', [46, 58], { side: 'original' }),
      'placed original 48 case.\nSECRET',
    ],
    [
      'where its context is cut short',
      told('Cuba', [26, 30], { context: { prefix: 's to ', suffix: ', in' } }),
      'placed transcription 28 Cuba',
    ],
  ])('%s', (_, coming, placed) => {
    expect(become(coming)).toBe(placed);
  });

  it.each([
    ['not where its words are not', told('Cuba', [0, 4]), 'proposed'],
    ['not by its words alone', told('IL-28s', [0, 0], { positions: [] }), 'proposed'],
    ['not by its position alone', told('', [16, 22], { quote: null }), 'proposed'],
    [
      'not where its words stand between others',
      told('Cuba', [6, 10], { context: { prefix: 'sent missiles at once to ', suffix: '; we' } }),
      'proposed',
    ],
    ['not half in a character', told('\uDEA2', [1, 2]), 'unplaced'],
    ['not beyond the end', told('Berlin', [4000, 4006]), 'unplaced'],
    ['not without words', told(' ', [2, 3]), 'unplaced'],
    ['not backwards', told('Cuba', [9, 5]), 'proposed'],
    ['not with nothing to go by', told('', [0, 0], { positions: [], quote: null }), 'unplaced'],
  ])('%s', (_, coming, outcome) => {
    expect(become(coming)).toBe(outcome);
  });
});

describe('where several readings agree', () => {
  const waves = placingTexts('-', 'x🚢🚢 no no no no', 0);
  // In code points the second “no”, in UTF-16 code units none; two further on both are one.
  const no = told('o', [5, 6]);
  const at = (coming: ComingTarget, by: Reading | null) => {
    const placing = placeTarget(coming, waves, by);
    return placing.kind === 'placed' ? placing.target.from : placing.kind;
  };

  it.each([
    ['the usual one decides', told('n', [7, 8]), usual('transcription', 'code-points'), 9],
    ['and be it not that told', told('n', [9, 10]), usual('transcription', 'utf-16'), 9],
    ['no other one is believed without context', no, usual('transcription', 'utf-16'), 'proposed'],
  ])('%s', (_, coming, by, place) => {
    expect(at(coming, by)).toBe(place);
  });

  it('is not placed without a usual one', () => {
    const twins = placingTexts('-', '🚢🚢 a a a a', 0);
    expect(placeTarget(told('a', [5, 6]), twins).kind).toBe('proposed');
    expect(placeTarget(told('a', [5, 6]), twins, usual('transcription', 'utf-16'))).toMatchObject({
      kind: 'placed',
      target: { from: 5 },
    });
  });

  it.each([
    ['those told', [told('Cuba', [6, 10])], usual('transcription', 'code-points')],
    ['the other unit', [told('IL-28s', [18, 24])], usual('transcription', 'utf-16')],
    ['the other text', [told('IL-28s', [24, 30])], usual('original', 'code-points')],
    [
      'most of them',
      [told('🚢', [0, 1]), told('IL-28s', [26, 32]), told('Cuba', [36, 40])],
      usual('original', 'utf-16'),
    ],
    ['nothing', [told('Berlin', [0, 6])], null],
  ])('the usual reading is by %s', (_, targets, reading) => {
    expect(usualReading(targets, texts)).toEqual(reading);
  });
});

describe('a lost passage', () => {
  it('keeps its words, is empty, and stands in no half character', () => {
    const { target } = placeTarget(
      told('Berlin', [0, 6], { positions: [{ from: 1, to: 7, unit: 'utf-16' }] }),
      texts,
    );
    expect(target).toMatchObject({ side: 'transcription', from: 0, to: 0, version: 7 });
    expect(target.quote.exact).toBe('Berlin');
    expect(target.lost).toContain('not where the file says');
  });
});

const FOLDER = new URL('../../seeds/', import.meta.url);
const seeds = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

/** Passages of whole characters of the seeds. */
const passage = fc
  .record({
    seed: fc.nat(seeds.length - 1),
    at: fc.nat(100_000),
    length: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ seed, at, length }) => {
    const text = seeds[seed] ?? '';
    const from = at % (text.length - 60);
    return { text, from, to: from + length };
  })
  .filter(({ text, from, to }) => text.slice(from, to).trim() !== '');

it('places every passage of the seeds where it stood, among wide characters, told in either unit', () => {
  fc.assert(
    fc.property(passage, fc.boolean(), fc.boolean(), ({ text, from, to }, isTold, wide) => {
      const shown = wide ? `🚢𝔸${text}` : text;
      const shift = wide ? 4 : 0;
      const counted = wide && !isTold ? 2 : shift;
      const seed = placingTexts('', shown, 0);
      const quote = quoteOf(shown, from + shift, to + shift);
      const positions = [{ from: from + counted, to: to + counted, unit: 'utf-16' as const }];
      const placing = placeTarget({ side: null, positions, quote }, seed);
      expect(placing.kind).toBe('placed');
      expect(placing.target).toMatchObject({ from: from + shift, to: to + shift, quote });
    }),
  );
});

it('proposes first where a passage stands now, and places it nowhere', () => {
  fc.assert(
    fc.property(passage, fc.integer({ min: 1, max: 40 }), ({ text, from, to }, by) => {
      const more = 'q'.repeat(by);
      const seed = placingTexts('', `${more} ${text}`, 0);
      const quote = quoteOf(text, from, to);
      fc.pre(text.split(quote.prefix + quote.exact + quote.suffix).length === 2);
      // The same words may stand there by chance, between others.
      const positions = [{ from, to, unit: 'utf-16' as const }];
      const placing = placeTarget({ side: 'transcription', positions, quote }, seed);
      expect(placing.kind).toBe('proposed');
      const [first] = placing.kind === 'placed' ? [] : placing.places;
      expect(first?.target).toMatchObject({ from: from + by + 1, to: to + by + 1 });
      expect(first?.score).toBeGreaterThan(0.8);
    }),
    { numRuns: 60 },
  );
});

it('has no clear place for hardly any phrase that has left the seeds with its context', () => {
  const gone = fc.sample(passage, { numRuns: 200, seed: 362 }).filter(({ text, from, to }) => {
    const without = text.slice(0, Math.max(0, from - 60)) + text.slice(to + 60);
    const positions = [{ from, to, unit: 'utf-16' as const }];
    const placing = placeTarget(
      { side: null, positions, quote: quoteOf(text, from, to) },
      placingTexts(without, without, 0),
    );
    return placing.kind === 'placed' || clearPlace(placing.places, 0.85) !== null;
  });
  expect(gone.length).toBeLessThan(3);
});

it('tells a damaged passage from an exact copy between other words', () => {
  const damaged = placingTexts(
    '',
    'It may require the quarentine and its extension. All wrote of the quarantine before.',
    0,
  );
  const context = { prefix: 'It may require ', suffix: ' and its extension.' };
  const placing = placeTarget(told('the quarantine', [15, 29], { context }), damaged);
  expect(placing.kind === 'placed' ? null : clearPlace(placing.places, 0.8)?.target.from).toBe(15);
});

it('leaves two places that look alike to a reader', () => {
  const twice = 'no case of the quarantine at all, and again no case of the quarantine at all, and';
  const context = { prefix: 'no case of ', suffix: ' at all, and' };
  const placing = placeTarget(
    told('the quarantine', [0, 0], { context, positions: [] }),
    placingTexts('', twice, 0),
  );
  const places = placing.kind === 'placed' ? [] : placing.places;
  expect(places).toHaveLength(2);
  expect(clearPlace(places, 0.5)).toBeNull();
});
