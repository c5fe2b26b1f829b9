import './selection-bar.css';
import { type Ref, useMemo, useRef, useState } from 'react';
import { Button, Dialog, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isOnCable, isUnplaced } from '../../domain/annotation/order.ts';
import { commands } from '../../domain/command.ts';
import { createTag } from '../annotations/actions.ts';
import { give } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { type Passage, useDesk } from '../desk/desk.ts';
import { TagPicker } from '../tags/TagPicker.tsx';
import { useBarPlace, usePointerHeld } from './barPlace.ts';
import type { Pair } from './pair.ts';
import { ReachCommands } from './ReachCommands.tsx';
import { SelectCommands } from './SelectCommands.tsx';
import {
  type Tagging,
  toPlace,
  useAnnotating,
  usePlacing,
  useToggling,
} from './selectionCommands.ts';
import { TagCommands } from './TagCommands.tsx';
import { holdsSelected } from './tagging.ts';

interface SelectionBarProps {
  readonly pair: Pair;
  readonly annotations: readonly Annotation[];
}

/** The annotation of an id. Of ten thousand it is looked for only when they, or the id, are others. */
function useOne(annotations: readonly Annotation[], wanted: string | null): Annotation | undefined {
  return useMemo(
    () => (wanted === null ? undefined : annotations.find(({ id }) => id === wanted)),
    [annotations, wanted],
  );
}

/** How wide the bar may be with three and with five buttons, in pixels. */
const WIDTH = { narrow: 400, wide: 620 };

/** What there is to do with a selection: by command, by key, and in a bar beside it. */
export function SelectionBar({ pair, annotations }: SelectionBarProps) {
  const selection = useDesk((desk) => desk.selection);
  const chosenId = useDesk((desk) => desk.annotationId);
  const [tagging, setTagging] = useState<Tagging | null>(null);
  const tagButton = useRef<HTMLButtonElement>(null);
  const held = usePointerHeld();
  const passage = tagging?.passage ?? selection;
  const chosen = useOne(annotations, chosenId);
  const reaching =
    tagging === null && chosen !== undefined && !isOnCable(chosen) && !isUnplaced(chosen);
  const place = useBarPlace(pair, passage, reaching ? WIDTH.wide : WIDTH.narrow);

  const tags = useToggling(pair, (annotation) =>
    // Unless the picker has been put away meanwhile.
    setTagging((still) => still && { ...still, annotation }),
  );
  const beginTagging = (on: Passage) => {
    tags.begin();
    setTagging({ passage: on, annotation: null });
  };
  /** Puts the picker away and gives the keys back to the text. */
  const endTagging = (on: Passage) => {
    setTagging(null);
    pair.focus(on.side);
  };

  const placing = useMemo(() => annotations.filter(isUnplaced), [annotations]);
  useAnnotating(pair, beginTagging);
  usePlacing(pair, placing);

  // The annotation may have been read again since it was made.
  const made = useOne(annotations, tagging?.annotation?.id ?? null);
  return (
    <>
      <SelectCommands pair={pair} />
      <TagCommands pair={pair} />
      <ReachCommands pair={pair} chosen={chosen} />
      {passage !== null && place !== null && !held && (
        <div
          className="selection-bar popover"
          role="toolbar"
          aria-label="With the selection"
          style={{ left: place.left, top: place.top }}
        >
          <BarButton name="annotation.highlight" words="Highlight" />
          <BarButton name="annotation.tag" words="Tag" ref={tagButton} />
          <BarButton name="annotation.note" words="Note" />
          {reaching && <BarButton name="annotation.addRange" words="Add" />}
          {reaching && holdsSelected(pair, chosen, passage) && (
            <BarButton name="annotation.takeRange" words="Take out" />
          )}
          {toPlace(placing, chosenId) && <BarButton name="annotation.place" words="Place" />}
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
                  chosen={(made ?? tagging.annotation)?.tagIds ?? []}
                  onToggle={(tagId) => tags.toggle(tagging.passage, () => tagId)}
                  onCreate={(name, colour, parentId) =>
                    tags.toggle(tagging.passage, async () => {
                      const { id } = await createTag(name, colour, parentId);
                      return id;
                    })
                  }
                  onClose={() => endTagging(tagging.passage)}
                />
              )}
            </Dialog>
          </Popover>
        </div>
      )}
    </>
  );
}

interface BarButtonProps {
  readonly name: `annotation.${'highlight' | 'tag' | 'note' | 'addRange' | 'takeRange' | 'place'}`;
  readonly words: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A command in the bar with its key; what it does in full is said by its tooltip, and to readers by ear. */
function BarButton({ name, words, ref }: BarButtonProps) {
  const { title, key } = commands[name];
  return (
    <TooltipTrigger delay={400}>
      <Button className="quiet" ref={ref} onPress={() => give(name)} aria-label={title}>
        {words} {key !== null && <kbd>{keyLabel(key)}</kbd>}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {title}
      </Tooltip>
    </TooltipTrigger>
  );
}
