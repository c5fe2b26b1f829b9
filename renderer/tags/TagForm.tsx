import { useState } from 'react';
import { Button, FieldError, Input, Label, TextArea, TextField } from 'react-aria-components';
import { commands } from '../../domain/command.ts';
import { TagName, type Tag } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import { keyLabel } from '../commands/keys.ts';
import { report } from '../desk/desk.ts';
import { count, sentenceOf } from '../desk/words.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { useDraft } from './useDraft.ts';

interface TagFormProps {
  readonly tag: Tag;
  readonly uses: number;
  readonly onDeleted: () => void;
}

/** All that can be changed about one tag. Each change is saved when its field is left. */
export function TagForm({ tag, uses, onDeleted }: TagFormProps) {
  const { id, colour } = tag;
  const remove = () => request('tag.delete', { id }).then(onDeleted).catch(report);
  return (
    <div className="tag-form">
      <NameField tag={tag} />
      <ColourChoice
        value={colour}
        onChange={(other) => void request('tag.update', { id, colour: other }).catch(report)}
      />
      <DescriptionField tag={tag} />
      <div className="tag-delete">
        <p>{fateOf(uses)}</p>
        <Button className="button" onPress={() => void remove()}>
          Delete
        </Button>
      </div>
    </div>
  );
}

/** How often a tag is used, and what its deletion would mean. */
function fateOf(uses: number): string {
  const undo = `Undo (${keyLabel(commands['journal.undo'].key)})`;
  if (uses === 0) return `Not used yet. ${undo} brings a deleted tag back.`;
  return `On ${count(uses, 'annotation')}. Deleting takes it off; ${undo} brings all of it back.`;
}

function NameField({ tag }: { readonly tag: Tag }) {
  const [name, setName] = useDraft(tag.name);
  const [failure, setFailure] = useState<string | null>(null);

  async function save() {
    const wanted = TagName.safeParse(name);
    if (!wanted.success || wanted.data === tag.name) return setName(tag.name);
    try {
      await request('tag.update', { id: tag.id, name: wanted.data });
    } catch (error) {
      setFailure(sentenceOf(error));
    }
    return undefined;
  }

  return (
    <TextField
      className="checked-field"
      value={name}
      onChange={(typed) => {
        setName(typed);
        setFailure(null);
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        else event.continuePropagation();
      }}
      isInvalid={failure !== null}
      validationBehavior="aria"
      maxLength={80}
    >
      <Label className="label">Name</Label>
      <Input className="field" />
      <FieldError className="field-error">{failure}</FieldError>
    </TextField>
  );
}

function DescriptionField({ tag }: { readonly tag: Tag }) {
  const [description, setDescription] = useDraft(tag.description);
  const save = () => {
    if (description === tag.description) return;
    request('tag.update', { id: tag.id, description }).catch(report);
  };
  return (
    <TextField value={description} onChange={setDescription} onBlur={save}>
      <Label className="label">When to use it</Label>
      <TextArea className="field" rows={4} />
    </TextField>
  );
}
