import { indexedWords } from './fold.ts';

/** A word as the index has it, and where it stands in the text itself. */
export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The very words that FTS5's tokenizer `unicode61 remove_diacritics 2 separators 'ʼ'` sees in
 * `indexedText(text)`, in its order, with their places in `text`. Those that other readings at line ends
 * add come last; the words that keep these apart are `\ue000`.
 */
export function tokensOf(text: string): Token[] {
  const words = indexedWords(text);
  return Array.from(words.starts, (start, index) =>
    tokenAt(words, start, words.ends[index] ?? start),
  );
}

/** The words of a text in their order, folded, each only in its likelier reading: those a query looks for. */
export function wordsOf(text: string): string[] {
  const { text: indexed, starts, ends, running } = indexedWords(text);
  return Array.from(starts.subarray(0, running), (start, index) =>
    indexed.slice(start, ends[index]),
  );
}

function tokenAt({ text, at }: ReturnType<typeof indexedWords>, start: number, end: number): Token {
  return { word: text.slice(start, end), from: at?.[start] ?? start, to: at?.[end] ?? end };
}
