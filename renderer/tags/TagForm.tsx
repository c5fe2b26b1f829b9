import { useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { TagKey, TagName, type Tag } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import { DescriptionField } from '../design/DescriptionField.tsx';
import { NameField } from '../design/NameField.tsx';
import { useDraft } from '../design/useDraft.ts';
import { report } from '../desk/desk.ts';
import { sentenceOf } from '../desk/words.ts';
import { workingOn } from '../library/work.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { TagChoice } from './TagChoice.tsx';
import { type ListedTag, selfAndBelow, useVocabulary } from './vocabulary.ts';
import { fateWords } from './words.ts';

interface TagFormProps {
  readonly listed: ListedTag;
  readonly onMove: (parentId: string | null) => void;
  readonly onMerge: () => void;
  readonly onSplit: () => void;
  readonly onDeleted: () => void;
}

/** How deleting a tag is called where it stands on many annotations. */
const DELETING = { name: 'Deleting a tag', thing: 'annotation' };

/** All that can be changed about one tag. Each change is saved when its field is left. */
export function TagForm({ listed, onMove, onMerge, onSplit, onDeleted }: TagFormProps) {
  const { tag, uses } = listed;
  const { id, colour } = tag;
  const vocabulary = useVocabulary();
  const below = vocabulary.tags.filter(({ parentId }) => parentId === id).length;
  const remove = () =>
    workingOn(uses, DELETING, request('tag.delete', { id })).then(onDeleted).catch(report);
  return (
    <div className="sheet-form">
      <div className="tag-form-pair">
        <NameField
          label="Name"
          stored={tag.name}
          save={(typed) => {
            const name = TagName.safeParse(typed);
            if (!name.success || name.data === tag.name) return null;
            return request('tag.update', { id, name: name.data });
          }}
        />
        <KeyField tag={tag} />
      </div>
      <TagChoice
        label="Below"
        value={tag.parentId}
        none="At the top"
        without={selfAndBelow(id, vocabulary)}
        onChange={onMove}
      />
      <ColourChoice
        value={colour}
        onChange={(other) => void request('tag.update', { id, colour: other }).catch(report)}
      />
      <DescriptionField
        label="When to use it"
        stored={tag.description}
        rows={4}
        save={(description) => void request('tag.update', { id, description }).catch(report)}
      />
      <div className="tag-do">
        <Button className="button" onPress={onMerge} isDisabled={vocabulary.tags.length < 2}>
          Merge…
        </Button>
        <Button className="button" onPress={onSplit} isDisabled={uses === 0}>
          Split…
        </Button>
      </div>
      <div className="sheet-delete">
        <p>{fateWords(uses, below)}</p>
        <Button className="button" onPress={() => void remove()}>
          Delete
        </Button>
      </div>
    </div>
  );
}

/** The key of a tag: what is typed takes the place of what was there, and is saved at once. */
function KeyField({ tag }: { readonly tag: Tag }) {
  const [key, setKey] = useDraft(tag.key ?? '');
  const [failure, setFailure] = useState<string | null>(null);

  async function save(typed: string) {
    const last = typed.trim().slice(-1).toLowerCase();
    if (last !== '' && !TagKey.safeParse(last).success)
      return setFailure('A key is one letter from A to Z, or a digit.');
    setKey(last);
    setFailure(null);
    try {
      await request('tag.update', { id: tag.id, key: last === '' ? null : last });
    } catch (error) {
      setKey(tag.key ?? '');
      setFailure(sentenceOf(error));
    }
    return undefined;
  }

  return (
    <TextField
      className="checked-field tag-key"
      value={key.toUpperCase()}
      onChange={(typed) => void save(typed)}
      onBlur={() => setFailure(null)}
      isInvalid={failure !== null}
      validationBehavior="aria"
      autoComplete="off"
    >
      <Label className="label">Key, with Alt</Label>
      <Input className="field" placeholder="none" />
      <Text slot="description" className="tag-hint">
        {failure === null && 'A letter or digit; with Alt it tags the selection.'}
      </Text>
      <FieldError className="field-error">{failure}</FieldError>
    </TextField>
  );
}
