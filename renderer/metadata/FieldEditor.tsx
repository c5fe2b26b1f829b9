import { useEffect, useRef, useState } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import { datedFields, severalValues } from '../../domain/metadata/effective.ts';
import type { MetadataField } from '../../domain/metadata/metadata.ts';
import { emendField, valuesWritten } from './emending.ts';
import { fieldNames } from './fields.ts';

interface FieldEditorProps {
  readonly cableId: string;
  readonly field: MetadataField;
  readonly values: readonly string[];
  /** The field is left, saved or not; `byKey` where the focus has to go somewhere. */
  readonly onLeave: (byKey: boolean) => void;
}

/**
 * A field of the metadata being written. Enter and leaving save, Escape leaves it as it was; what cannot
 * be saved stays open with the sentence that says why.
 */
export function FieldEditor({ cableId, field, values, onLeave }: FieldEditorProps) {
  const several = severalValues.has(field) || values.length > 1;
  const before = values.join('\n');
  const [words, setWords] = useState(before);
  const [failure, setFailure] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const leaving = useRef(false);
  useEffect(() => area.current?.select(), []);

  async function save(byKey: boolean) {
    if (leaving.current) return;
    leaving.current = true;
    try {
      if (words !== before) await emendField(cableId, field, valuesWritten(words, several));
      onLeave(byKey);
    } catch (error) {
      leaving.current = false;
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <TextField
      className="field-editor"
      aria-label={fieldNames[field]}
      isInvalid={failure !== null}
      value={words}
      onChange={setWords}
      onBlur={() => void save(false)}
      onKeyDown={(event) => {
        const opensLine = (several && event.shiftKey) || event.nativeEvent.isComposing;
        if (event.key === 'Escape') {
          leaving.current = true;
          onLeave(true);
        } else if (event.key !== 'Enter' || opensLine) event.continuePropagation();
        else {
          event.preventDefault();
          void save(true);
        }
      }}
    >
      <TextArea ref={area} className="field" rows={1} aria-describedby={`how-${field}`} />
      <p id={`how-${field}`} className="field-how" role={failure === null ? undefined : 'alert'}>
        {failure ?? howTo(field, several)}
      </p>
    </TextField>
  );
}

function howTo(field: MetadataField, several: boolean): string {
  if (datedFields.has(field))
    return 'Year first, as exactly as it is known: 1962-11-19, or 1962-11-19T17:18.';
  return several
    ? 'One on each line; Shift Enter begins another.'
    : 'Enter saves, Escape leaves it.';
}
