import { create } from 'zustand';
import type { AlikeSearch } from '../../domain/alike/alike.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';

/** Where is searched. */
export type Scope = 'cable' | 'library';

/** What the sheet asks: it stays as it was left until the window is closed. */
export interface Question extends AlikeSearch {
  readonly scope: Scope;
}

/** How long a search may be, in UTF-16 code units. */
export const LONGEST = 1000;

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

/** Lays the sheet on the desk. The words selected in the transcription are looked for. */
export async function openAlike() {
  await settleTyping();
  const words = selectedWords();
  if (words) useQuestion.setState({ find: words, replace: '' });
  useDesk.setState({ sheet: 'alike' });
}

/** The words selected in the transcription, on one line; empty where there are none, or too many to look for. */
function selectedWords(): string {
  const { cableId, selection } = useDesk.getState();
  const cable = queryClient.getQueryData<Cable | null>(['cable', cableId]);
  if (!cable || selection?.side !== 'transcription') return '';
  const { text } = manuscriptOf(cable).transcription;
  const words = text.sliceString(selection.from, selection.to).replace(/\s*\n\s*/gu, ' ');
  return words.length <= LONGEST ? words : '';
}
