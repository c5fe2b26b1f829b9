import { create } from 'zustand';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';
import { announce } from '../status/announce.ts';
import type { Kind } from './kinds.ts';
import { quoteOf } from './words.ts';

/** What is being linked. */
interface Linking {
  /** The annotation that is linked with another one. */
  readonly fromId: string | null;
  /** The other one, where it is known from the beginning. */
  readonly toId: string | null;
  /** The kind that was chosen last, by its key. */
  readonly kindKey: string | null;
}

export const useLinking = create<Linking>(() => ({ fromId: null, toId: null, kindKey: null }));

/** What there is to be linked: two that are marked, of these the chosen one first, or the chosen one alone. */
export function endsToLink(
  chosenId: string | null,
  marked: ReadonlySet<string>,
): readonly [string, string | null] | null {
  const [first, second] = marked;
  if (marked.size === 2 && first !== undefined && second !== undefined)
    return second === chosenId ? [second, first] : [first, second];
  return chosenId === null ? null : [chosenId, null];
}

/** Opens the sheet in which annotations are linked. */
export function startLinking() {
  const { annotationId, marked } = useDesk.getState();
  const ends = endsToLink(annotationId, marked);
  if (!ends) return;
  const [fromId, toId] = ends;
  useLinking.setState({ fromId, toId });
  useDesk.setState({ sheet: 'link' });
}

/** Links two annotations by a kind as it is read from the first. */
export async function link(
  kind: Kind,
  here: AnnotationSummary,
  other: AnnotationSummary,
  note: string,
): Promise<void> {
  const [from, to] = kind.reversed ? [other, here] : [here, other];
  await request('relation.create', {
    ...{ typeId: kind.type.id, from: from.id, to: to.id },
    note: note.trim(),
  });
  announce(`Linked: ${quoteOf(here)} ${kind.name} ${quoteOf(other)}`);
}
