import { create } from 'zustand';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { RequestInput } from '../../domain/contract.ts';
import { onOneLine } from '../../domain/occurrence/find.ts';
import type { OccurrenceSearch } from '../../domain/occurrence/occurrence.ts';
import { useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { LONGEST, selectedWords } from '../places/selected.ts';
import type { Scope } from '../places/words.ts';

/** What the sheet asks: it stays as it was left until the window is closed. */
export interface Question {
  /** What is written in the field. */
  readonly typed: string;
  /** Variants of it that are looked for as well. */
  readonly variants: readonly string[];
  readonly folded: boolean;
  readonly wholeWords: boolean;
  readonly scope: Scope;
  /** What the places are tagged with. */
  readonly tagIds: readonly string[];
}

export const useQuestion = create<Question>(() => ({
  typed: '',
  variants: [],
  folded: true,
  wholeWords: true,
  scope: 'library',
  tagIds: [],
}));

/** What is looked for; null where nothing is. */
export function searchOf(question: Question): OccurrenceSearch | null {
  const { typed, variants, folded, wholeWords } = question;
  const words = onOneLine(typed);
  return words === '' ? null : { words: [words, ...variants], folded, wholeWords };
}

/** What is asked of the store; null where nothing is looked for. */
export function askedOf(
  question: Question,
  cableId: string | null,
): RequestInput<'occurrence.find'> | null {
  const search = searchOf(question);
  return search && { search, cableId };
}

/** Lays the sheet on the desk. The words selected are looked for, or those of the chosen annotation, for its tags. */
export async function openOccurrences() {
  await settleTyping();
  const chosen = chosenAnnotation();
  const selected = selectedWords('transcription', 'original');
  const typed = onOneLine(selected || (chosen ? wordsOf(chosen) : ''));
  if (typed !== '') {
    useQuestion.setState({ typed, variants: [] });
    if (selected === '' && chosen && chosen.tagIds.length > 0)
      useQuestion.setState({ tagIds: chosen.tagIds });
  }
  useDesk.setState({ sheet: 'occurrences' });
}

/** Looks for these words as well, or no longer. */
export function toggleVariant(words: string) {
  useQuestion.setState(({ variants }) => ({
    variants: variants.includes(words)
      ? variants.filter((other) => other !== words)
      : [...variants, words],
  }));
}

function chosenAnnotation(): Annotation | null {
  const { cableId, annotationId } = useDesk.getState();
  const all = queryClient.getQueryData<readonly Annotation[]>(['annotations', cableId]);
  return all?.find(({ id }) => id === annotationId) ?? null;
}

/** The words of the first passage of an annotation. */
function wordsOf({ targets }: Annotation): string {
  const words = targets[0]?.quote.exact ?? '';
  return words.length <= LONGEST ? words : '';
}
