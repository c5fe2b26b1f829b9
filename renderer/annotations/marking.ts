import { create } from 'zustand';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { useDesk } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import { announce } from '../status/announce.ts';

/** Whether the choice of tags for those marked is open. */
export const useMarkedBar = create<{ readonly open: boolean }>(() => ({ open: false }));

/** Opens or closes the choice of tags for all annotations marked. */
export function askMarked(open: boolean) {
  useMarkedBar.setState({ open });
}

/** The annotation that was marked last: from there a stretch of the list is marked. */
let lastMarked: string | null = null;

/** The annotations that are shown, in their order. */
let shown: readonly Annotation[] = [];

/** The ids of the annotations marked, while it can be seen that they are. */
export function markedNow(): string[] {
  const { marked, inspector } = useDesk.getState();
  return inspector === 'annotations' ? [...marked] : [];
}

/** Takes an annotation among those to act on, or out of them. */
export function toggleMark(id: string) {
  const marked = new Set(useDesk.getState().marked);
  if (!marked.delete(id)) marked.add(id);
  lastMarked = id;
  mark(marked);
}

/** Takes all annotations of the list from the one marked last to this one among those to act on. */
export function markTo(id: string) {
  const ids = shown.map((each) => each.id);
  const ends = [ids.indexOf(id), lastMarked === null ? -1 : ids.indexOf(lastMarked)];
  if (ends.includes(-1)) {
    toggleMark(id);
    return;
  }
  const stretch = ids.slice(Math.min(...ends), Math.max(...ends) + 1);
  mark(new Set([...useDesk.getState().marked, ...stretch]));
}

/** Takes these annotations, and no others, as those to act on. */
export function mark(marked: ReadonlySet<string>) {
  useDesk.setState({ marked });
  announce(marked.size === 0 ? 'None marked' : `${count(marked.size, 'annotation')} marked`);
}

/** Says which annotations are shown. Of those marked the others are left out: nothing out of sight is acted on. */
export function keepMarked(now: readonly Annotation[]) {
  shown = now;
  const { marked } = useDesk.getState();
  if (marked.size === 0) return;
  const kept = now.flatMap(({ id }) => (marked.has(id) ? id : []));
  if (kept.length < marked.size) useDesk.setState({ marked: new Set(kept) });
}
