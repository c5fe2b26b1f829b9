import './sheet-form.css';
import { Label, TextArea, TextField } from 'react-aria-components';
import { useDraft } from './useDraft.ts';

interface DescriptionFieldProps {
  readonly label: string;
  /** The words that are stored. */
  readonly stored: string;
  readonly rows: number;
  /** Saves other words. */
  readonly save: (typed: string) => void;
}

/** Some lines that are saved when their field is left. */
export function DescriptionField({ label, stored, rows, save }: DescriptionFieldProps) {
  const [typed, setTyped] = useDraft(stored);
  return (
    <TextField value={typed} onChange={setTyped} onBlur={() => typed !== stored && save(typed)}>
      <Label className="label">{label}</Label>
      <TextArea className="field" rows={rows} />
    </TextField>
  );
}
