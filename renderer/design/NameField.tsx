import './sheet-form.css';
import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { sentenceOf } from '../desk/words.ts';
import { useDraft } from './useDraft.ts';

interface NameFieldProps {
  readonly label: string;
  /** What it is for, below the field; without it nothing is said. */
  readonly about?: string;
  /** The name that is stored. */
  readonly stored: string;
  /** Saves what was typed; null where there is nothing to save, and what is stored is shown again. */
  readonly save: (typed: string) => Promise<unknown> | null;
}

/** A name that is saved by Enter, or when its field is left. Why it cannot be is said at the field. */
export function NameField({ label, about, stored, save }: NameFieldProps) {
  const [name, setName] = useDraft(stored);
  const [failure, setFailure] = useState<string | null>(null);

  async function keep() {
    const saving = save(name);
    if (!saving) return setName(stored);
    try {
      await saving;
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
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void keep();
        else event.continuePropagation();
      }}
      isInvalid={failure !== null}
      validationBehavior="aria"
      maxLength={80}
    >
      <Label className="label">{label}</Label>
      <Input className="field" />
      {about !== undefined && failure === null && (
        <Text slot="description" className="field-about">
          {about}
        </Text>
      )}
      <FieldError className="field-error">{failure}</FieldError>
    </TextField>
  );
}
