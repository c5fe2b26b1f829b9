import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type AnnotationFilter, filtered, showsAll } from '../../domain/annotation/filter.ts';
import { tagsById } from '../../domain/tag/tree.ts';
import { request } from '../bridge.ts';
import { chooseAnnotation, jumpTo, openCable, report, useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { announce } from '../status/announce.ts';

/**
 * Goes to an annotation, of whichever cable: puts its cable on the desk, chooses it, gives its card
 * the keys and brings its words into sight as soon as they are there. Fails where it has been deleted.
 */
export async function goToAnnotation(id: string): Promise<void> {
  await settleTyping();
  const annotation = await request('annotation.whole', { id });
  await letThrough(annotation);
  openCable(annotation.cableId);
  chooseAnnotation(id, 'card');
  const [target] = annotation.targets;
  if (target) jumpTo({ side: target.side, from: target.from, to: target.to });
}

/** Goes to an annotation for whoever cannot wait for it; a failure is told to the reader. */
export function startGoing(id: string) {
  goToAnnotation(id).catch(report);
}

/** A filter that hides what the reader goes to is put away. */
async function letThrough(annotation: Annotation) {
  const { filter } = useDesk.getState();
  const tags = await queryClient.fetchQuery({
    queryKey: ['tags'],
    queryFn: () => request('tag.list', {}),
  });
  const vocabulary = tagsById(tags.map(({ tag }) => tag));
  const passes = (other: AnnotationFilter) => filtered([annotation], other, vocabulary).length > 0;
  if (passes(filter)) return;
  useDesk.setState({ filter: passes(showsAll) ? showsAll : { ...showsAll, rejected: true } });
  announce('The filter would have hidden this annotation; it has been put away.');
}
