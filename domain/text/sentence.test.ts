import { expect, it } from 'vitest';
import { sentenceAt } from './sentence.ts';

/** `|` stands where the pointer rests, `<` and `>` around the sentence that answers. */
const cases: [at: string, answer: string][] = [
  ['One. T|wo. Three.', 'One. <Two.> Three.'],
  ['|One. Two.', '<One.> Two.'],
  ['One. Two|', 'One. <Two>'],
  ['One.| Two.', '<One.> Two.'],
  ['As U.S. p|olicy says. Next.', '<As U.S. policy says.> Next.'],
  ['See Mr. Bun|dy. Next.', '<See Mr. Bundy.> Next.'],
  ['|', '<>'],
];

it.each(cases)('%s → %s', (marked, answer) => {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to } = sentenceAt(text, offset);
  expect(`${text.slice(0, from)}<${text.slice(from, to)}>${text.slice(to)}`).toBe(answer);
});
