import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StoredChange, undecided } from '../change/decision.ts';
import type { Emendation } from '../emendation/emendation.ts';
import { transcribe } from '../transcription/transcription.ts';
import { apparatus, type ApparatusEntry, entryKey } from './apparatus.ts';
import { placesOf, toOriginalOf } from './places.ts';
import { wordsOf } from './words.ts';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** An emendation of `[from, to)` of the cleaned text. */
function emendation(from: number, to: number, insert: string, number = from): Emendation {
  const time = '2026-11-21T14:20:00.000Z';
  const who = {
    rank: 0,
    author: 'A. Reader',
    time,
    reason: null,
    note: '',
    witness: null,
    lost: null,
  };
  return { id: id(number), from, to, insert, ...who };
}

/** `{old>new}` is accepted, `{old?new}` waits; `[new=old]` is emended: `new` stands for `old`. */
function noted(notation: string) {
  const changes: StoredChange[] = [];
  const emendations: Emendation[] = [];
  let original = '';
  let cleaned = '';
  let open: { from: number; insert: string } | null = null;
  const parts = /\{([^{}]*?)([>?])([^{}]*)\}|\[([^=\]]*)=|\]|[^[\]{}]+/gu;
  for (const [all, old, sign, insert, put] of notation.matchAll(parts)) {
    if (put !== undefined) open = { from: cleaned.length, insert: put };
    else if (all === ']') {
      if (open) emendations.push(emendation(open.from, cleaned.length, open.insert));
      open = null;
    } else if (sign === undefined || old === undefined || insert === undefined) {
      original += all;
      cleaned += all;
    } else {
      const from = original.length;
      original += old;
      const to = original.length;
      const accepted = sign === '>';
      cleaned += accepted ? insert : old;
      const status = accepted ? 'accepted' : 'proposed';
      const certainty = accepted ? 'certain' : 'likely';
      changes.push(undecided({ from, to, insert, rule: 'rule', certainty, status, reason: null }));
    }
  }
  const transcription = transcribe(original, changes, emendations);
  expect(transcription.cleaned.toString()).toBe(cleaned);
  return { transcription, changes, emendations };
}

function entriesOf(notation: string): ApparatusEntry[] {
  const { transcription, changes, emendations } = noted(notation);
  return apparatus(transcription, changes, emendations);
}

/** The entries as they are printed: `lemma ] reading`, and what the cleaned text had after `;`. */
function printed(notation: string): string[] {
  return entriesOf(notation).map((entry) => {
    const line = `${wordsOf(entry.lemma)} ] ${wordsOf(entry.reading)}`;
    return entry.kind === 'emendation' && entry.cleaned
      ? `${line}; ${wordsOf(entry.cleaned)}`
      : line;
  });
}

/** Only the entries of emendations. */
function emended(notation: string): string[] {
  const kinds = entriesOf(notation);
  return printed(notation).filter((_, index) => kinds[index]?.kind === 'emendation');
}

describe('an emendation is set as in a printed edition (`[new=old]`)', () => {
  it.each([
    ['in [Havana=Havna] today', 'Havana ] Havna'],
    ['in Hav[a=]na today', 'Havana ] Havna'],
    ['in Hava[=n]na today', 'Havana ] Havanna'],
    ['in Hav[ana=Ana] today', 'Havana ] HavAna'],
    ['at [the =]Embassy', 'the Embassy ] Embassy'],
    ['at[ the=] Embassy', 'at the ] at'],
    ['was [=dismissed ]dismissed', 'dismissed ] dismissed dismissed'],
    ['one [=two] three', 'one  three ] one two three'],
    ['[=all of it]', ' ] all of it'],
    ['[all of it=]', 'all of it ] '],
    ['one[ =]two', 'one·two ] onetwo'],
    ['one[= ]two', 'onetwo ] one·two'],
    ['one [ =]two', 'one··two ] one·two'],
    ['one[\n= ]two', 'one | two ] one·two'],
    ['end[\n\nOf it.=]', 'end ¶ Of it. ] end'],
    ['or[=\n\nSECRET] to', 'or ] or ¶ SECRET'],
  ])('%j → %s', (notation, entry) => expect(printed(notation)).toEqual([entry]));
});

describe('the original is quoted as it is, under what cleaning did', () => {
  it.each([
    ['in [Havana={Havna>Havena}] today', 'Havana ] Havna; Havena'],
    ['in [Havana=Hav{n>en}a] today', 'Havana ] Havna; Havena'],
    ['in [Havana=Hav{n>ana}] today', 'Havana ] Havn'],
    ['in [Havn=Hav{n>ana}] today', 'Havn ] Havn; Havana'],
    ['Kru[s=]chev{ʼ>’}s', 'Kruschev’s ] Kruchevʼs; Kruchev’s'],
    ['Republic[=s]{0>}', 'Republic ] Republics'],
    ['list--[and=or{\n\nSECRET\n\n> }to] take', 'list--and ] list--or ¶ SECRET ¶ to; list--or to'],
    ['H[a=b]v[a=x]na', 'Havana ] Hbvxna'],
  ])('%j → %s', (notation, entry) => expect(emended(notation)[0]).toBe(entry));
});

describe('changes and emendations stand together', () => {
  it('in reading order, what cleaning did before what was made of it', () => {
    expect(printed('a{1>} [c=b] {c2>c}[d=x] {e?f}')).toEqual([
      'a ] a1',
      'c ] b',
      'cx ] c2x',
      'cd ] c2x; cx',
      'f ] e',
    ]);
  });

  it('a change speaks of the cleaned text, and says that it has been emended', () => {
    const entries = entriesOf('in [Havana=Hav{n>en}a] today{1>}');
    const changes = entries.filter((entry) => entry.kind === 'change');
    expect(changes.map(({ lemma }) => wordsOf(lemma))).toEqual(['Havena', 'today']);
    expect(changes.map((change) => change.emended.length)).toEqual([1, 0]);
  });

  it.each([
    ['[Havana=Hav{\u0410?A}na]', 1],
    ['[Havana ={Havna?Havena} ]x', 1],
    ['[Havana={1?}{2?}na]', 2],
    ['{1?}[Havana=na]{2?}', 0],
  ])('%j: proposals under the emendation: %d', (notation, count) => {
    const found = entriesOf(notation).find((entry) => entry.kind === 'emendation');
    expect(found?.kind === 'emendation' && found.waiting.length).toBe(count);
  });

  it('each has a key of its own', () => {
    const keys = entriesOf('a{1>} [c=b] {c2>c}[d=x] {e?f}').map(entryKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a lost emendation', () => {
  const { transcription, changes } = noted('in {Havna>} today');
  const quote = { exact: 'vn', prefix: 'in Ha', suffix: 'a today' };
  const lost = { ...emendation(3, 3, 'van'), lost: { reason: 'Gone.', quote } };
  const [, entry] = apparatus(transcription, changes, [lost]);

  it('says what it put and what it stood on', () => {
    expect(entry && wordsOf(entry.lemma)).toBe('Havana');
    expect(entry && wordsOf(entry.reading)).toBe('Havna');
  });

  it('has its place, and no words there', () => {
    expect(entry?.kind === 'emendation' && entry.place.transcription).toEqual({ from: 3, to: 3 });
  });

  it('moves none of the others', () => {
    const places = placesOf(transcription, toOriginalOf(transcription, changes), [
      lost,
      emendation(4, 9, 'now'),
    ]);
    expect(places.map(({ transcription: { from, to } }) => [from, to])).toEqual([
      [3, 3],
      [4, 7],
    ]);
  });
});

/** A text, changes of it and emendations of what they leave. */
const edited = fc
  .tuple(
    fc.array(fc.constantFrom('ab', 'c', ' ', '\n', 'd e', 'ʼ'), { minLength: 1, maxLength: 30 }),
    fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.constantFrom('', 'x', 'y z'))),
    fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.constantFrom('', 'Q', 'R S', '\n'))),
  )
  .map(([words, cuts, edits]) => {
    const original = words.join('');
    const changes = apart(cuts, original.length).map(({ from, to, insert }) =>
      undecided({
        ...{ from, to, insert, rule: `rule ${from}`, reason: null },
        certainty: 'certain',
        status: 'accepted',
      }),
    );
    const { cleaned } = transcribe(original, changes);
    const emendations = apart(edits, cleaned.length).map(({ from, to, insert }) =>
      emendation(from, to, insert),
    );
    return { transcription: transcribe(original, changes, emendations), changes, emendations };
  });

/** Replacements with text between them, within a text. */
function apart(steps: readonly (readonly [number, number, string])[], length: number) {
  let at = 0;
  return steps.flatMap(([gap, size, insert]) => {
    const from = at + gap + 1;
    const to = from + size;
    if (to > length || (from === to && insert === '')) return [];
    at = to;
    return [{ from, to, insert }];
  });
}

describe('whatever is edited', () => {
  it('the places of the transcription hold what was put in', () => {
    fc.assert(
      fc.property(edited, ({ transcription, changes, emendations }) => {
        const toOriginal = toOriginalOf(transcription, changes);
        for (const place of placesOf(transcription, toOriginal, emendations)) {
          const { from, to } = place.transcription;
          expect(transcription.text.sliceString(from, to)).toBe(place.emendation.insert);
        }
      }),
    );
  });

  it('every reading is a reading of its own text', () => {
    fc.assert(
      fc.property(edited, ({ transcription, changes, emendations }) => {
        for (const entry of apparatus(transcription, changes, emendations)) {
          if (entry.kind !== 'emendation') continue;
          const { place } = entry;
          const { words } = place;
          const { text, original } = transcription;
          for (const [doc, own, all] of [
            [text, place.transcription, words.transcription],
            [original, place.original, words.original],
          ] as const) {
            expect(own.from).toBeLessThanOrEqual(own.to);
            expect(own.to).toBeLessThanOrEqual(doc.length);
            expect(all.from).toBeLessThanOrEqual(all.to);
          }
        }
      }),
    );
  });

  it('what the original has is what the map leads back to', () => {
    fc.assert(
      fc.property(edited, ({ transcription, changes }) => {
        const { cleaned, original } = transcription;
        const toOriginal = toOriginalOf(transcription, changes);
        const whole = toOriginal({ from: 0, to: cleaned.length });
        const map = ChangeSet.of(
          changes.map(({ from, to, insert }) => ({ from, to, insert })),
          original.length,
        );
        for (let at = 0; at < cleaned.length; at++) {
          const { from, to } = toOriginal({ from: at, to: at + 1 });
          expect(from).toBeGreaterThanOrEqual(whole.from);
          expect(map.mapPos(from, -1)).toBeLessThanOrEqual(at);
          expect(map.mapPos(to, 1)).toBeGreaterThanOrEqual(at + 1);
        }
      }),
    );
  });
});
