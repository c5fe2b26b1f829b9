import type { Snippet } from '../../domain/search/result.ts';

type Passage = Pick<Snippet, 'text' | 'marks'>;

/** A passage with at most so many UTF-16 code units before its first mark, no word cut: the column is narrow. */
export function closer({ text, marks }: Passage, before: number): Passage {
  const first = marks[0]?.from ?? 0;
  const blank = text.indexOf(' ', first - before - 1);
  if (first <= before || blank < 0 || blank >= first) return { text, marks };
  const cut = blank + 1;
  return {
    text: `…${text.slice(cut)}`,
    marks: marks.map(({ from, to }) => ({ from: from - cut + 1, to: to - cut + 1 })),
  };
}
