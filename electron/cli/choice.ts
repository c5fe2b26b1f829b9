import { z } from 'zod';
import type { CableChoice } from '../../domain/library/choice.ts';
import { LONGEST_QUERY } from '../../domain/search/result.ts';
import { WordsError, type Option, type Words } from './command.ts';

/** The options that choose cables. */
export const CHOICE: Readonly<Record<'query' | 'cable', Option>> = {
  query: { type: 'string', value: 'QUERY', help: 'only the cables that this query finds' },
  cable: {
    type: 'string',
    multiple: true,
    value: 'ID',
    help: 'only this cable; may stand several times',
  },
};

/** A query as it was typed, no longer than one can be. */
export function queryIn(typed: string): string {
  if (typed.length <= LONGEST_QUERY) return typed;
  throw new WordsError(
    `A query has at most ${LONGEST_QUERY} characters; this one has ${typed.length}.`,
  );
}

const Ids = z.array(z.uuid());

/** The cables that a command line chooses: all where it does not say. */
export function choiceOf(words: Words): CableChoice {
  const ids = words.values('cable');
  const query = words.value('query');
  if (ids.length > 0 && query !== null)
    throw new WordsError('--query and --cable cannot go together.');
  if (ids.length === 0) return { query: queryIn(query ?? ''), except: [] };
  const known = Ids.safeParse(ids);
  if (!known.success)
    throw new WordsError('--cable needs the id of a cable, as search --json tells it.');
  return { ids: known.data };
}
