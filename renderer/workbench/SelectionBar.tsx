import './selection-bar.css';
import { type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Dialog, Popover } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isUnplaced } from '../../domain/annotation/order.ts';
import { commands } from '../../domain/command.ts';
import { annotate, createTag, placeAgain, sicTag, toggleTag } from '../annotations/actions.ts';
import { give, useCommand } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { chooseAnnotation, type Passage, report, useDesk } from '../desk/desk.ts';
import { TagPicker } from '../tags/TagPicker.tsx';
import type { Pair } from './pair.ts';

interface SelectionBarProps {
  readonly pair: Pair;
  readonly annotations: readonly Annotation[];
}

/** What is being tagged: the words, and their annotation once the first tag has been chosen. */
interface Tagging {
  readonly passage: Passage;
  readonly annotationId: string | null;
}

/** What there is to do with a selection, beside it; the same by command and by key. */
export function SelectionBar({ pair, annotations }: SelectionBarProps) {
  const selection = useDesk((desk) => desk.selection);
  const chosenId = useDesk((desk) => desk.annotationId);
  const [tagging, setTagging] = useState<Tagging | null>(null);
  const tagButton = useRef<HTMLButtonElement>(null);
  const held = usePointerHeld();
  const passage = tagging?.passage ?? selection;
  const place = usePlace(pair, passage);

  /** Makes the annotation, chooses it and puts the selection away, so that the highlight is seen. */
  const make = async (on: Passage, tagIds: string[], asked: 'note' | null = null) => {
    const annotation = await annotate(pair.manuscript.cable.summary.id, on, tagIds);
    pair.deselect(on.side);
    chooseAnnotation(annotation.id, asked);
    return annotation;
  };

  /** Puts the picker away and gives the keys back to the text. */
  const endTagging = (on: Passage) => {
    setTagging(null);
    pair.focus(on.side);
  };

  const toggle = async ({ passage: on, annotationId }: Tagging, tagId: string) => {
    const annotation = annotations.find(({ id }) => id === annotationId);
    if (annotation) await toggleTag(annotation, tagId);
    else {
      const made = await make(on, [tagId]);
      // Unless the picker has been put away meanwhile.
      setTagging((still) => still && { passage: on, annotationId: made.id });
    }
  };

  useCommand('annotation.highlight', () => selection && make(selection, []), selection !== null);
  useCommand(
    'annotation.tag',
    () => {
      if (selection) setTagging({ passage: selection, annotationId: null });
      else if (chosenId) chooseAnnotation(chosenId, 'tags');
    },
    selection !== null || chosenId !== null,
  );
  useCommand(
    'annotation.note',
    () => {
      if (selection) return make(selection, [], 'note');
      if (chosenId) chooseAnnotation(chosenId, 'note');
      return undefined;
    },
    selection !== null || chosenId !== null,
  );

  useCommand(
    'annotation.sic',
    async () => selection && make(selection, [await sicTag()]),
    selection !== null,
  );

  const placing = useMemo(() => annotations.filter(isUnplaced), [annotations]);
  useCommand(
    'annotation.place',
    async () => {
      const { selection: on, annotationId } = useDesk.getState();
      const one = toPlace(placing, annotationId);
      if (!one) give('annotation.tray');
      if (!one || !on) return;
      await placeAgain(one, on);
      pair.deselect(on.side);
      chooseAnnotation(one.id);
    },
    selection !== null && placing.length > 0,
  );

  if (!passage || !place || held) return null;
  const chosenTags = annotations.find(({ id }) => id === tagging?.annotationId)?.tagIds ?? [];
  return (
    <div
      className="selection-bar popover"
      role="toolbar"
      aria-label="With the selection"
      style={{ left: place.left, top: place.top }}
    >
      <BarButton name="annotation.highlight" words="Highlight" onPress={() => make(passage, [])} />
      <BarButton
        name="annotation.tag"
        words="Tag"
        ref={tagButton}
        onPress={() => setTagging({ passage, annotationId: null })}
      />
      <BarButton name="annotation.note" words="Note" onPress={() => make(passage, [], 'note')} />
      {toPlace(placing, chosenId) && (
        <BarButton name="annotation.place" words="Place" onPress={() => give('annotation.place')} />
      )}
      <Popover
        className="popover"
        triggerRef={tagButton}
        placement="bottom start"
        isOpen={tagging !== null}
        onOpenChange={(open) => !open && endTagging(passage)}
      >
        <Dialog aria-label="Tag the selection">
          {tagging && (
            <TagPicker
              chosen={chosenTags}
              onToggle={(tagId) => void toggle(tagging, tagId).catch(report)}
              onCreate={(name, colour, parentId) =>
                void createTag(name, colour, parentId)
                  .then((tag) => toggle(tagging, tag.id))
                  .catch(report)
              }
              onClose={() => endTagging(tagging.passage)}
            />
          )}
        </Dialog>
      </Popover>
    </div>
  );
}

/** The annotation without a place that is to be placed: the chosen one, or the only one there is. */
function toPlace(unplaced: readonly Annotation[], chosenId: string | null) {
  return unplaced.find(({ id }) => id === chosenId) ?? (unplaced.length === 1 ? unplaced[0] : null);
}

interface BarButtonProps {
  readonly name: `annotation.${'highlight' | 'tag' | 'note' | 'place'}`;
  readonly words: string;
  readonly onPress: () => unknown;
  readonly ref?: Ref<HTMLButtonElement>;
}

function BarButton({ name, words, onPress, ref }: BarButtonProps) {
  const press = async () => {
    try {
      await onPress();
    } catch (error) {
      report(error);
    }
  };
  return (
    <Button
      className="quiet"
      ref={ref}
      onPress={() => void press()}
      aria-label={commands[name].title}
    >
      {words} <kbd>{keyLabel(commands[name].key)}</kbd>
    </Button>
  );
}

/** Whether the pointer is pressed: while words are being selected, nothing may jump in the way. */
function usePointerHeld(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const press = (event: PointerEvent) =>
      setHeld(event.target instanceof Element && event.target.closest('.cm-content') !== null);
    const release = () => setHeld(false);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, []);
  return held;
}

/** Where the bar stands, in pixels of the window: under the end of the passage, while that is to be seen. */
function usePlace(pair: Pair, passage: Passage | null) {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useEffect(() => {
    const measure = () => setPlace(passage && placeUnder(pair, passage));
    measure();
    window.addEventListener('scroll', measure, true);
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, true);
      window.removeEventListener('resize', measure);
    };
  }, [pair, passage]);
  return place;
}

/** The width kept free for the bar at the right edge of the window, in pixels. */
const BAR_WIDTH = 400;

function placeUnder(pair: Pair, { side, from, to }: Passage) {
  const view = pair.view(side);
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  const pane = view.scrollDOM.getBoundingClientRect();
  if (!end || end.bottom < pane.top || end.bottom > pane.bottom) return null;
  const left = start && start.top === end.top ? start.left : pane.left + 48;
  return { left: Math.min(left, window.innerWidth - BAR_WIDTH), top: end.bottom + 6 };
}
