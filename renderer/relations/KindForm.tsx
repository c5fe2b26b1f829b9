import { useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { commands } from '../../domain/command.ts';
import { RelationName, type RelationType } from '../../domain/relation/relation.ts';
import { request } from '../bridge.ts';
import { keyLabel } from '../commands/keys.ts';
import { report } from '../desk/desk.ts';
import { count, sentenceOf } from '../desk/words.ts';
import { useDraft } from '../tags/useDraft.ts';

interface KindFormProps {
  readonly type: RelationType;
  /** How many links are of this kind. */
  readonly uses: number;
  readonly onDeleted: () => void;
}

/** All that can be changed about one kind of link. Each change is saved when its field is left. */
export function KindForm({ type, uses, onDeleted }: KindFormProps) {
  const { id, name, reverse } = type;
  const remove = () => request('relationType.delete', { id }).then(onDeleted).catch(report);
  return (
    <div className="kind-form">
      <NameField
        label="Name"
        about="As it is read from the first annotation to the second."
        stored={name}
        onSave={(words) => (words === '' ? null : { id, name: words })}
      />
      <NameField
        label="From the other end"
        about={
          reverse === null
            ? 'Reads the same from both ends. Write another name to give it a direction.'
            : 'As it is read from the second to the first. Empty: the same from both ends.'
        }
        stored={reverse ?? ''}
        onSave={(words) => ({ id, reverse: words === '' ? null : words })}
      />
      <DescriptionField type={type} />
      <div className="kind-delete">
        <p>{fateOf(uses)}</p>
        <Button className="button" onPress={() => void remove()}>
          Delete
        </Button>
      </div>
    </div>
  );
}

/** How often a kind is used, and what its deletion would mean. */
function fateOf(uses: number): string {
  const undo = `Undo (${keyLabel(commands['journal.undo'].key)})`;
  if (uses === 0) return `Not used yet. ${undo} brings a deleted kind back.`;
  const those = uses === 1 ? 'it' : 'them';
  return `On ${count(uses, 'link')}. Deleting removes ${those}; ${undo} brings all of it back.`;
}

interface Edit {
  readonly id: string;
  readonly name?: string;
  readonly reverse?: string | null;
}

interface NameFieldProps {
  readonly label: string;
  readonly about: string;
  readonly stored: string;
  /** What is to be changed for what was written; null leaves it as it was. */
  readonly onSave: (words: string) => Edit | null;
}

function NameField({ label, about, stored, onSave }: NameFieldProps) {
  const [name, setName] = useDraft(stored);
  const [failure, setFailure] = useState<string | null>(null);

  async function save() {
    const wanted = RelationName.safeParse(name);
    const words = wanted.success ? wanted.data : '';
    const edit = words === stored ? null : onSave(words);
    if (!edit) return setName(stored);
    try {
      await request('relationType.update', edit);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
    return undefined;
  }

  return (
    <TextField
      className="kind-field"
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
      <Label className="label">{label}</Label>
      <Input className="field" />
      {failure === null && (
        <Text slot="description" className="kind-hint">
          {about}
        </Text>
      )}
      <FieldError className="kind-error">{failure}</FieldError>
    </TextField>
  );
}

function DescriptionField({ type: { id, description } }: { readonly type: RelationType }) {
  const [draft, setDraft] = useDraft(description);
  const save = () => {
    if (draft === description) return;
    request('relationType.update', { id, description: draft }).catch(report);
  };
  return (
    <TextField value={draft} onChange={setDraft} onBlur={save}>
      <Label className="label">When to use it</Label>
      <TextArea className="field" rows={3} />
    </TextField>
  );
}
