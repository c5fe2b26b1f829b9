import './TagsButton.css';
import { useRef, useState } from 'react';
import { Button, Dialog, Popover } from 'react-aria-components';
import type { Tag } from '../../domain/tag/tag.ts';
import { createTag } from '../annotations/actions.ts';
import { report } from '../desk/desk.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { TagPicker } from '../tags/TagPicker.tsx';
import { useVocabulary } from '../tags/vocabulary.ts';

interface TagsButtonProps {
  /** What it chooses, for readers by ear. */
  readonly label: string;
  /** What it says while nothing is chosen. */
  readonly none: string;
  readonly tagIds: readonly string[];
  /** Whether one tag is chosen at most; then choosing ends with it. */
  readonly single?: boolean;
  readonly onChange: (tagIds: readonly string[]) => void;
}

/** The tags that something will get; pressed, others can be chosen or made. */
export function TagsButton({ label, none, tagIds, single = false, onChange }: TagsButtonProps) {
  const { byId } = useVocabulary();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const tags = tagIds.flatMap((id) => byId.get(id) ?? []);

  function toggle(id: string) {
    const rest = tagIds.filter((other) => other !== id);
    if (rest.length < tagIds.length) onChange(rest);
    else onChange(single ? [id] : [...tagIds, id]);
    if (single) setOpen(false);
  }

  return (
    <>
      <Button
        className="quiet tags-button"
        ref={button}
        aria-label={labelOf(label, tags, none)}
        onPress={() => setOpen(true)}
      >
        {tags.length > 0 ? tags.map((tag) => <TagChip key={tag.id} tag={tag} />) : none}
      </Button>
      <Popover className="popover" triggerRef={button} isOpen={open} onOpenChange={setOpen}>
        <Dialog aria-label={label}>
          <TagPicker
            chosen={tags.map(({ id }) => id)}
            onToggle={toggle}
            onCreate={(name, colour, parentId) =>
              void createTag(name, colour, parentId)
                .then(({ id }) => toggle(id))
                .catch(report)
            }
            onClose={() => setOpen(false)}
          />
        </Dialog>
      </Popover>
    </>
  );
}

function labelOf(label: string, tags: readonly Tag[], none: string): string {
  return `${label}: ${tags.length > 0 ? tags.map(({ name }) => name).join(', ') : none}`;
}
