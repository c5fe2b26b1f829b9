import { type SyntheticEvent, useState } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { TagName, type Tag } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import { sentenceOf } from '../desk/words.ts';
import { readTyped, type Typed } from './typed.ts';
import { pathWords, useVocabulary, type Vocabulary } from './vocabulary.ts';

/** Makes a tag by its name, or by its path below another: `Persons/Khrushchev`. */
export function NewTag({ onMade }: { readonly onMade: (tag: Tag) => void }) {
  const vocabulary = useVocabulary();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const meant = readTyped(typed, vocabulary);

  async function make() {
    const name = TagName.safeParse(meant.name);
    if (!name.success) return setFailure('The name of a tag has 80 characters at most.');
    try {
      onMade(await request('tag.create', { name: name.data, parentId: meant.parent?.id ?? null }));
      setTyped('');
    } catch (error) {
      setFailure(sentenceOf(error));
    }
    return undefined;
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (meant.name !== '') void make();
  }

  return (
    <Form className="sheet-new" onSubmit={submit}>
      <TextField
        className="checked-field"
        value={typed}
        onChange={(words) => {
          setTyped(words);
          setFailure(null);
        }}
        isInvalid={failure !== null}
        validationBehavior="aria"
        maxLength={200}
      >
        <Label className="by-ear">Name of a new tag</Label>
        <Input className="field" placeholder="New tag, or Persons/Khrushchev" />
        <FieldError className="field-error">{failure}</FieldError>
        <Text slot="description" className="new-tag-where">
          {failure === null && whereWords(meant, vocabulary)}
        </Text>
      </TextField>
      <Button type="submit" className="button" isDisabled={meant.name === ''}>
        Create
      </Button>
    </Form>
  );
}

/** Where the tag will stand, as soon as that is not at the top. */
function whereWords({ parent, missing }: Typed, { listedById }: Vocabulary): string {
  const above = parent && listedById.get(parent.id);
  if (above) return `Below ${pathWords(above)}`;
  return missing === null ? '' : `At the top: there is not one tag ${missing}.`;
}
