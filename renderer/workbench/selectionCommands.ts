import { EditorView } from '@codemirror/view';
import { useRef } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { placeAgain, sicTag, toggleTag } from '../annotations/actions.ts';
import { askMarked, markedNow } from '../annotations/marking.ts';
import { give, useCommand } from '../commands/commands.ts';
import { chooseAnnotation, type Passage, report, useDesk } from '../desk/desk.ts';
import type { Pair } from './pair.ts';
import { annotateOn, annotationNow } from './tagging.ts';

/**
 * Annotates by command what is selected, or changes the chosen annotation. `openPicker` opens the
 * choice of tags for a passage.
 */
export function useAnnotating(pair: Pair, openPicker: (on: Passage) => void) {
  const selected = useDesk((desk) => desk.selection !== null);
  const chosen = useDesk((desk) => desk.annotationId !== null);
  const marked = useDesk(() => markedNow().length > 0);
  const selection = () => useDesk.getState().selection;

  useCommand(
    'annotation.highlight',
    async () => {
      const on = selection();
      if (on) await annotateOn(pair, on, []);
    },
    selected,
  );
  useCommand(
    'annotation.tag',
    () => {
      const on = selection();
      if (!on) return changeTags();
      // The picker stands beside the words.
      const effects = EditorView.scrollIntoView(on.to, { y: 'nearest', yMargin: 40 });
      pair.view(on.side).dispatch({ effects });
      return openPicker(on);
    },
    selected || marked || chosen,
  );
  useCommand(
    'annotation.note',
    async () => {
      const on = selection();
      const { annotationId } = useDesk.getState();
      if (on) await annotateOn(pair, on, [], 'note');
      else if (annotationId) chooseAnnotation(annotationId, 'note');
    },
    selected || chosen,
  );
  useCommand(
    'annotation.sic',
    async () => {
      const on = selection();
      if (on) await annotateOn(pair, on, [await sicTag()]);
    },
    selected,
  );
}

/** Opens the choice of tags for all annotations marked, else for the chosen one. */
function changeTags() {
  const { annotationId } = useDesk.getState();
  if (markedNow().length > 0) askMarked(true);
  else if (annotationId) chooseAnnotation(annotationId, 'tags');
}

/** Places an annotation that has lost its words on what is selected. */
export function usePlacing(pair: Pair, unplaced: readonly Annotation[]) {
  const selected = useDesk((desk) => desk.selection !== null);
  useCommand(
    'annotation.place',
    async () => {
      const { selection: on, annotationId } = useDesk.getState();
      const one = toPlace(unplaced, annotationId);
      if (!one) give('annotation.tray');
      if (!one || !on) return;
      await placeAgain(one, on);
      pair.deselect(on.side);
      chooseAnnotation(one.id);
    },
    selected && unplaced.length > 0,
  );
}

/** The annotation without a place that is to be placed: the chosen one, or the only one there is. */
export function toPlace(unplaced: readonly Annotation[], chosenId: string | null) {
  return unplaced.find(({ id }) => id === chosenId) ?? (unplaced.length === 1 ? unplaced[0] : null);
}

/** What is being tagged: the words, and their annotation once the first tag has been chosen. */
export interface Tagging {
  readonly passage: Passage;
  readonly annotation: Annotation | null;
}

/**
 * Puts tags chosen one after the other on one passage, or takes them off again. The first makes the
 * annotation; whoever types fast has chosen the next before it is made.
 */
export function useToggling(pair: Pair, tell: (annotation: Annotation) => void) {
  const turns = useRef<Promise<Annotation | null>>(Promise.resolve(null));

  /** Puts a tag on once all before it are: on the annotation they have led to, else on a new one. */
  const put = async (
    before: Promise<Annotation | null>,
    on: Passage,
    tagOf: () => string | Promise<string>,
  ) => {
    const annotation = await before;
    try {
      const tagId = await tagOf();
      if (annotation) await toggleTag(annotationNow(annotation.id) ?? annotation, tagId);
      const made = annotation ?? (await annotateOn(pair, on, [tagId]));
      tell(made);
      return made;
    } catch (error) {
      report(error);
      return annotation;
    }
  };

  return {
    /** Another passage is tagged from now on. */
    begin: () => {
      turns.current = Promise.resolve(null);
    },
    toggle: (on: Passage, tagOf: () => string | Promise<string>) => {
      turns.current = put(turns.current, on, tagOf);
    },
  };
}
