import { foldedText, type FoldedText } from '../alike/fold.ts';
import { edits } from '../text/likeness.ts';
import { occurrenceFinder } from './find.ts';
import type { OccurrenceSearch, Variant } from './occurrence.ts';

/** How many words a phrase may have of which variants are looked for. */
const MOST_WORDS = 6;

/** How many variants are told. */
const MOST_VARIANTS = 40;

/** A word of a folded text: what is joined by an apostrophe or a hyphen is one. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu;

/** A word of a folded text, `[from, to)` of it, and what stands between it and the word before. */
interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly gap: string;
}

/** What is looked for, word by word. */
interface Sought {
  readonly tokens: readonly Token[];
  /** Whether it begins with a capital; what is meant by it then does so too. */
  readonly capital: boolean;
}

/** A form that has been met: how each spelling of it is counted, and how far it is from what was looked for. */
interface Met {
  readonly spellings: Map<string, number>;
  readonly apart: number;
}

/** Gathers variants of the words of a search, text by text. */
export interface VariantCount {
  read(text: string): void;
  /** The variants, the nearest first, of those as near the most frequent; at most 40. */
  list(): Variant[];
}

/**
 * Words that are nearly those of a search, so that the search does not find them: spelled otherwise by
 * one letter (words of 5 to 8) or two (from 9), in the plural, the singular or the genitive. In a phrase
 * each of the words may be so, but nothing may come between them. Digits allow no variants.
 */
export function variantsOf(search: OccurrenceSearch): VariantCount {
  const sought = search.words.flatMap((words) => soughtIn(words) ?? []);
  const find = occurrenceFinder(search).every;
  const near = nearness();
  const met = new Map<string, Met | null>();

  const meet = (form: string, spelling: string, apart: number) => {
    let known = met.get(form);
    if (known === undefined) {
      // What is found anyway is no variant.
      known = find(spelling).length > 0 ? null : { spellings: new Map(), apart };
      met.set(form, known);
    }
    known?.spellings.set(spelling, (known.spellings.get(spelling) ?? 0) + 1);
  };

  return {
    read(text) {
      if (sought.length === 0) return;
      const folded = foldedText(text);
      const tokens = tokensOf(folded.text);
      for (const one of sought)
        for (let first = 0; first + one.tokens.length <= tokens.length; first++) {
          const apart = distance(one, tokens, first, near);
          if (apart === null) continue;
          const spelling = spelled(text, folded, tokens, first, one.tokens.length);
          if (one.capital && !/^\p{Lu}/u.test(spelling)) continue;
          const form = search.folded ? foldedText(spelling).text : spelling;
          meet(form, spelling, apart);
        }
    },

    list: () =>
      [...met.values()]
        .filter((one) => one !== null)
        .toSorted((a, b) => a.apart - b.apart || total(b) - total(a))
        .slice(0, MOST_VARIANTS)
        .map((one) => ({ words: mostFrequent(one), places: total(one) })),
  };
}

function soughtIn(words: string): Sought | null {
  const tokens = tokensOf(foldedText(words).text);
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return null;
  return { tokens, capital: /^\p{Lu}/u.test(words.trim()) };
}

function tokensOf(folded: string): Token[] {
  let reached = 0;
  return Array.from(folded.matchAll(WORD), ({ 0: word, index }) => {
    const gap = folded.slice(reached, index);
    reached = index + word.length;
    return { word, from: index, to: reached, gap };
  });
}

/** How far the words from `first` on are from those looked for, in letters; null where they are others. */
function distance(
  { tokens: wanted }: Sought,
  tokens: readonly Token[],
  first: number,
  near: Nearness,
): number | null {
  let sum = 0;
  for (const [index, { word, gap }] of wanted.entries()) {
    const there = tokens[first + index];
    if (!there || (index > 0 && blanksAs(there.gap) !== blanksAs(gap))) return null;
    const letters = near(word, there.word);
    if (letters === null) return null;
    sum += letters;
  }
  return sum;
}

/** White space is as good as any other, but for an empty line. */
function blanksAs(gap: string): string {
  return /\n[^\S\n]*\n/u.test(gap) ? gap : gap.replace(/\s+/gu, ' ');
}

type Nearness = (wanted: string, word: string) => number | null;

/** How many letters a word is from another that may be a variant of it, null where it is none; told once for each. */
function nearness(): Nearness {
  const known = new Map<string, Map<string, number | null>>();
  return (wanted, word) => {
    if (wanted === word) return 0;
    if (Math.abs(wanted.length - word.length) > 3) return null;
    const of = known.get(wanted) ?? new Map<string, number | null>();
    known.set(wanted, of);
    let letters = of.get(word);
    if (letters === undefined) {
      letters = lettersBetween(wanted, word);
      of.set(word, letters);
    }
    return letters;
  };
}

function lettersBetween(wanted: string, word: string): number | null {
  if (/\p{N}/u.test(wanted + word)) return null;
  if (isInflected(wanted, word) || isInflected(word, wanted)) return 1;
  const limit = wanted.length >= 9 ? 2 : wanted.length >= 5 ? 1 : 0;
  const letters = edits(wanted, word, limit);
  return letters <= limit ? letters : null;
}

/** Whether `word` is the plural or the genitive of `base`. */
function isInflected(base: string, word: string): boolean {
  if (['s', 'es', "'s", "s'", "'"].some((ending) => word === base + ending)) return true;
  return base.endsWith('y') && word === `${base.slice(0, -1)}ies`;
}

/** Words as the text has them, on one line. */
function spelled(
  text: string,
  { at }: FoldedText,
  tokens: readonly Token[],
  first: number,
  count: number,
): string {
  const from = tokens[first]?.from ?? 0;
  const to = tokens[first + count - 1]?.to ?? from;
  return text.slice(at?.[from] ?? from, at?.[to] ?? to).replace(/\s+/gu, ' ');
}

function total({ spellings }: Met): number {
  return [...spellings.values()].reduce((sum, places) => sum + places, 0);
}

function mostFrequent({ spellings }: Met): string {
  const [[words] = ['']] = [...spellings].toSorted(([, a], [, b]) => b - a);
  return words;
}
