import { foldedText } from '../../domain/alike/fold.ts';
import type { CheckedInput } from '../../domain/contract.ts';
import type { CableName } from '../../domain/library/cable.ts';
import type { Library } from './library.ts';
import type { NamedLine } from './search/lines.ts';
import { inTurns, type Steps } from './search/turns.ts';
import { wordsSought } from './words.ts';

/** How many names are looked at in one step. */
const SLICE = 1000;

/** The first cables whose number and title have all the words, in the order of the list. */
export function findCables(
  library: Library,
  sought: CheckedInput<'cable.find'>,
): Promise<CableName[]> {
  return inTurns(finding(library, sought));
}

function* finding(
  { index: { lines } }: Library,
  { words, limit }: CheckedInput<'cable.find'>,
): Steps<CableName[]> {
  const wanted = wordsSought(words);
  const found: CableName[] = [];
  for (let last: NamedLine | null = null; ; yield) {
    const slice: NamedLine[] = lines.namesAfter(last, SLICE);
    for (const line of slice) {
      const { id, title, number, date } = line;
      const name = foldedText(`${number ?? ''} ${title}`).text;
      if (wanted.every((word) => name.includes(word))) found.push({ id, title, number, date });
      if (found.length === limit) return found;
      last = line;
    }
    if (slice.length < SLICE) return found;
  }
}
