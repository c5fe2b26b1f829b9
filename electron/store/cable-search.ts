import { foldedText } from '../../domain/alike/fold.ts';
import type { CheckedInput } from '../../domain/contract.ts';
import type { CableName } from '../../domain/library/cable.ts';
import type { Library } from './library.ts';
import { wordsSought } from './words.ts';

/** The first cables whose number and title have all the words, in the order of the list. */
export function findCables(
  { cables }: Library,
  { words, limit }: CheckedInput<'cable.find'>,
): CableName[] {
  const wanted = wordsSought(words);
  const found: CableName[] = [];
  for (const cable of cables.names()) {
    if (found.length === limit) break;
    const name = foldedText(`${cable.number ?? ''} ${cable.title}`).text;
    if (wanted.every((word) => name.includes(word))) found.push(cable);
  }
  return found;
}
