import type { Side } from '../../domain/annotation/annotation.ts';
import type { ListedEntry } from '../../domain/gazetteer/entry.ts';
import { gazetteerOf, nameAt, type Named } from '../../domain/gazetteer/glossary.ts';
import { request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';
import { type Manuscript, textOn } from '../workbench/manuscript.ts';

/** Reads the gazetteer, unless it is at hand as it is now. Nothing is read of it before somebody asks for a word. */
export async function readGlossary(): Promise<void> {
  const queryFn = () => request('gazetteer.list', {});
  await queryClient.fetchQuery({ queryKey: ['gazetteer'], queryFn }).catch(() => null);
}

/**
 * The name of the gazetteer that stands at a position of one side; null where none does. It is looked
 * for when somebody asks, in the words around, and costs nothing before.
 */
export function nameHere(manuscript: Manuscript, side: Side, position: number): Named | null {
  const listed = queryClient.getQueryData<ListedEntry[]>(['gazetteer']);
  if (!listed || listed.length === 0) return null;
  const text = textOn(manuscript, side);
  const slice = (from: number, to: number) => text.sliceString(from, to);
  return nameAt(gazetteerOf(listed), text.length, slice, position);
}
