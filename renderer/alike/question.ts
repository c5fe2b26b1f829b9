import { create } from 'zustand';
import type { AlikeSearch } from '../../domain/alike/alike.ts';
import { mayReadSo } from '../../domain/alike/edits.ts';
import type { RequestInput } from '../../domain/contract.ts';
import { useDesk } from '../desk/desk.ts';
import { settleTyping } from '../desk/typing.ts';
import { selectedWords } from '../places/selected.ts';
import type { Scope } from '../places/words.ts';

/** What the sheet asks: it stays as it was left until the window is closed. */
export interface Question extends AlikeSearch {
  readonly scope: Scope;
}

export const useQuestion = create<Question>(() => ({
  find: '',
  replace: '',
  folded: false,
  wholeWords: false,
  scope: 'library',
}));

/** What is looked for and what is to stand there, wherever it is searched. */
export function searchOf({ find, replace, folded, wholeWords }: Question): AlikeSearch {
  return { find, replace, folded, wholeWords };
}

/**
 * What is asked of the store; what is to stand there is left out where it has no bearing on the places.
 * Null where nothing is looked for.
 */
export function askedOf(
  search: AlikeSearch,
  cableId: string | null,
): RequestInput<'alike.find'> | null {
  if (search.find === '') return null;
  return { search: mayReadSo(search) ? search : { ...search, replace: '' }, cableId };
}

/** Lays the sheet on the desk. The words selected in the transcription are looked for. */
export async function openAlike() {
  await settleTyping();
  const words = selectedWords('transcription');
  if (words) useQuestion.setState({ find: words, replace: '' });
  useDesk.setState({ sheet: 'alike' });
}
