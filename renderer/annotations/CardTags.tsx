import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { report, useDesk } from '../desk/desk.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { TagPicker } from '../tags/TagPicker.tsx';
import type { Vocabulary } from '../workbench/highlights.ts';
import { createTag, toggleTag } from './actions.ts';

interface CardTagsProps {
  readonly annotation: Annotation;
  readonly vocabulary: Vocabulary;
  readonly chosen: boolean;
}

/** The tags of a card; on the chosen one each can be taken off, and others put on. */
export function CardTags({ annotation, vocabulary, chosen }: CardTagsProps) {
  const tags = annotation.tagIds.flatMap((id) => vocabulary.get(id) ?? []);
  if (!chosen && tags.length === 0) return null;
  return (
    <ul className="annotation-tags" aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag.id}>
          <TagChip tag={tag} />
          {chosen && (
            <Button
              className="quiet take-off"
              aria-label={`Take off the tag ${tag.name}`}
              onPress={() => void toggleTag(annotation, tag.id).catch(report)}
            >
              ×
            </Button>
          )}
        </li>
      ))}
      {chosen && (
        <li>
          <AddTag annotation={annotation} />
        </li>
      )}
    </ul>
  );
}

function AddTag({ annotation }: { readonly annotation: Annotation }) {
  const asked = useDesk((desk) => desk.asked === 'tags');
  const close = () => useDesk.setState({ asked: null });
  const toggle = (tagId: string) => void toggleTag(annotation, tagId).catch(report);
  return (
    <DialogTrigger
      isOpen={asked}
      onOpenChange={(open) => useDesk.setState({ asked: open ? 'tags' : null })}
    >
      <Button className="quiet">Add a tag…</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog aria-label="Tags of this annotation">
          <TagPicker
            chosen={annotation.tagIds}
            onToggle={toggle}
            onCreate={(name, colour, parentId) =>
              void createTag(name, colour, parentId)
                .then((tag) => toggle(tag.id))
                .catch(report)
            }
            onClose={close}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
