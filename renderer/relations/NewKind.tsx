import { useState } from 'react';
import { Button, FieldError, Form, Input, TextField } from 'react-aria-components';
import { RelationName, type RelationType } from '../../domain/relation/relation.ts';
import { request } from '../bridge.ts';
import { sentenceOf } from '../desk/words.ts';

/** Makes a kind of link by its name; how it is read from the other end is said afterwards. */
export function NewKind({ onMade }: { readonly onMade: (type: RelationType) => void }) {
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const make = async () => {
    const wanted = RelationName.safeParse(name);
    if (!wanted.success) return;
    try {
      onMade(
        await request('relationType.create', { name: wanted.data, reverse: null, description: '' }),
      );
      setName('');
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <Form
      className="sheet-new"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <TextField
        aria-label="New kind of link"
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
        <Input className="field" placeholder="New kind" />
        <FieldError className="field-error">{failure}</FieldError>
      </TextField>
      <Button type="submit" className="button">
        Create
      </Button>
    </Form>
  );
}
