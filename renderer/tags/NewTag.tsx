import { type SyntheticEvent, useState } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import type { Tag } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import { sentenceOf } from '../desk/words.ts';

/** Makes a tag by its name; its colour is the one least used, until it is given another. */
export function NewTag({ onMade }: { readonly onMade: (tag: Tag) => void }) {
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | null>(null);

  async function make() {
    try {
      onMade(await request('tag.create', { name }));
      setName('');
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (name.trim() !== '') void make();
  }

  return (
    <Form className="new-tag" onSubmit={submit}>
      <TextField
        className="checked-field"
        value={name}
        onChange={(typed) => {
          setName(typed);
          setFailure(null);
        }}
        isInvalid={failure !== null}
        validationBehavior="aria"
        maxLength={80}
      >
        <Label className="by-ear">Name of a new tag</Label>
        <Input className="field" placeholder="New tag" />
        <FieldError className="field-error">{failure}</FieldError>
      </TextField>
      <Button type="submit" className="button" isDisabled={name.trim() === ''}>
        Create
      </Button>
    </Form>
  );
}
