import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from './annotation.ts';
import { placesFor } from './places.ts';

/** A text whose `[` and `]` stand around some words. */
function marked(notation: string) {
  const from = notation.indexOf('[');
  const to = notation.indexOf(']') - 1;
  return { text: notation.replace('[', '').replace(']', ''), from, to };
}

/** The text with `[` and `]` around the place that is proposed first. */
function first(before: string, after: string): string {
  const { text, from, to } = marked(before);
  const now = after.replaceAll(/[[\]]/gu, '');
  const [place] = placesFor(quoteOf(text, from, to), now, from);
  if (!place) return now;
  return `${now.slice(0, place.from)}[${now.slice(place.from, place.to)}]${now.slice(place.to)}`;
}

describe('the likeliest place of lost words', () => {
  it.each([
    [
      'moved',
      'We know of [the quarantine] and its extension.',
      'A new paragraph. We know of [the quarantine] and its extension.',
    ],
    [
      'misread, with an exact copy elsewhere',
      'It may require [the quarantine] and its extension. All wrote of the quarantine before.',
      'It may require [the quarentine] and its extension. All wrote of the quarantine before.',
    ],
    [
      'misread, with an exact copy beside it',
      'agree that [the quarantine] or the quarantine of trade is meant',
      'agree that [thc quarantine] or the quarantine of trade is meant',
    ],
    [
      'the same words again and again',
      'Soviets said no. Later Castro said [no]. Others said no.',
      'Soviets said no. Then later Castro said [no]. Others said no.',
    ],
    [
      'divided',
      'might well require the [reestablishment] of measures against him',
      'might well require the [reestab lishment] of measures against him',
    ],
    [
      'joined',
      'to hear [formal public] report on situation and actions',
      'to hear [formalpublic] report on situation and actions',
    ],
    [
      'with a word more',
      'necessary to [take other action] to deal with the situation',
      'necessary to [take other appropriate action] to deal with the situation',
    ],
    [
      'with a word less',
      'necessary to [take other appropriate action] to deal with the situation',
      'necessary to [take other action] to deal with the situation',
    ],
    [
      'on two lines',
      'necessary to [take other action] to deal with the situation',
      'necessary to [take other\naction] to deal with the situation',
    ],
    [
      'replaced between their neighbours',
      'might well require [the quarantine] and its extension to POL.',
      'might well require [a blockade] and its extension to POL.',
    ],
    [
      'part of a word',
      'the [quarant]ine and its extension to POL, as agreed',
      'as before: the [quarant]ine and its extension to POL, as agreed',
    ],
    [
      'a sign only',
      'of Khrushchev[ʼ]s letter to the President and others’ letters',
      'so of Khrushchev[’]s letter to the President and others’ letters',
    ],
    [
      'beyond U+FFFF',
      'they came by ship 🚢[🚢] and left at once for the harbour',
      'now they came by ship 🚢[🚢] and left at once for the harbour',
    ],
  ])('%s', (_, before, after) => {
    expect(first(before, after)).toBe(after);
  });

  it.each([
    ['a text without words', ' \n '],
    ['a text of other words', 'Nothing of this kind has ever been heard in Utopia.'],
  ])('is none in %s', (_, text) => {
    const quote = { exact: 'the quarantine', prefix: 'require ', suffix: ' and its extension' };
    expect(placesFor(quote, text, 0)).toEqual([]);
  });
});

describe('a score', () => {
  const { text, from, to } = marked(
    'might well require [the quarantine] and its extension to POL.',
  );
  const quote = quoteOf(text, from, to);
  const best = (now: string) => placesFor(quote, now, from)[0]?.score ?? 0;

  it('is 1 where nothing has changed', () => {
    expect(best(text)).toBe(1);
  });

  it('is never above 0.8 by the words alone', () => {
    const score = best('In other words the quarantine was then discussed by all.');
    expect(score).toBeGreaterThan(0.5);
    expect(score).toBeLessThan(0.8);
  });

  it('falls with every letter, and with every word of the context', () => {
    const scores = [
      'might well require the quarantine and its extension to POL.',
      'might well require the quarentine and its extension to POL.',
      'might well require the quarentino and its extension to POL.',
      'might well require the quarentino for all extension to POL.',
      'might have brought the quarentino for all extension to POL.',
    ].map(best);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('is given to as many places as are asked for, the best first, none in another', () => {
    const many = Array.from({ length: 9 }, (_, at) => `(${at}) require the quarantine; `).join('');
    const places = placesFor(quote, many, 0, 4);
    expect(places.map((place) => many.slice(place.from, place.to))).toEqual(
      Array.from({ length: 4 }, () => 'the quarantine'),
    );
    expect(places.map(({ score }) => score)).toEqual(
      places.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(new Set(places.map((place) => place.from)).size).toBe(4);
  });
});

const WORDS = 'the quarantine of US may not hold if Castro and USSR agree'.split(' ');
const phrase = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength }).map((words) => words.join(' '));

it('puts first the place whose words and context stand as they did, however the rest was edited', () => {
  const sample = fc.record({
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 60, maxLength: 140 }),
    at: fc.nat(1000),
    length: fc.integer({ min: 1, max: 6 }),
    before: phrase(5),
    after: phrase(5),
  });
  fc.assert(
    fc.property(sample, ({ words, at, length, before, after }) => {
      const start = 16 + (at % (words.length - length - 32));
      const text = words.join(' ');
      const from = words.slice(0, start).join(' ').length + 1;
      const to = from + words.slice(start, start + length).join(' ').length;
      const quote = quoteOf(text, from, to);
      const whole = quote.prefix + quote.exact + quote.suffix;
      const edited = `${before} ${text.slice(0, to + 40)}${after}${text.slice(to + 60)}`;
      fc.pre(edited.split(whole).length === 2);
      const [place] = placesFor(quote, edited, from);
      expect(place && { from: place.from, to: place.to }).toEqual({
        from: from + before.length + 1,
        to: to + before.length + 1,
      });
    }),
  );
});

const FOLDER = new URL('../../seeds/', import.meta.url);
const seeds = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

/** Some spans of one to six words of the seeds. */
const span = fc
  .record({
    seed: fc.nat(seeds.length - 1),
    at: fc.nat(100_000),
    words: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ seed, at, words }) => {
    const text = seeds[seed] ?? '';
    const all = [...text.matchAll(/\S+/gu)];
    const start = at % Math.max(1, all.length - words);
    const last = all[start + words - 1];
    return { text, from: all[start]?.index ?? 0, to: (last?.index ?? 0) + (last?.[0].length ?? 1) };
  });

it('finds a damaged phrase of the seeds although it has exact copies', () => {
  const spans = fc.sample(span, { numRuns: 200, seed: 1962 });
  const wrong = spans.filter(({ text, from, to }) => {
    const middle = (from + to) >> 1;
    const damaged = `${text.slice(0, middle)}X${text.slice(middle + 1)}`;
    const [place] = placesFor(quoteOf(text, from, to), damaged, from);
    return place === undefined || place.from >= to || place.to <= from;
  });
  // What remains are single short words damaged beyond knowing, as `to` is.
  expect(wrong.map(({ text, from, to }) => text.slice(from, to)).join(' ').length).toBeLessThan(12);
});

it('is sure of hardly any phrase that has left the seeds with its context', () => {
  const spans = fc.sample(span, { numRuns: 200, seed: 938 });
  const sure = spans.filter(({ text, from, to }) => {
    const without = text.slice(0, Math.max(0, from - 60)) + text.slice(to + 60);
    const [place] = placesFor(quoteOf(text, from, to), without, from);
    return place !== undefined && place.score > 0.8;
  });
  expect(sure.length).toBeLessThan(3);
});
