import { Checkbox, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { Box } from './Box.tsx';
import { LONGEST, type Scope, useQuestion } from './question.ts';

interface QuestionFormProps {
  readonly scope: Scope;
  /** Whether a cable is open to be searched alone. */
  readonly canBeCable: boolean;
}

/** What is looked for, what is to stand there, and where. */
export function QuestionForm({ scope, canBeCable }: QuestionFormProps) {
  const { find, replace, folded, wholeWords } = useQuestion();
  const set = useQuestion.setState;
  return (
    <div className="alike-question">
      <TextField
        value={find}
        onChange={(words) => set({ find: words })}
        maxLength={LONGEST}
        autoFocus
      >
        <Label className="label">Find</Label>
        <Input className="field" spellCheck="false" />
      </TextField>
      <TextField value={replace} onChange={(words) => set({ replace: words })} maxLength={LONGEST}>
        <Label className="label">Replace by</Label>
        <Input className="field" spellCheck="false" placeholder="nothing: delete" />
      </TextField>
      <div className="alike-options">
        <Tick words="Look-alikes and capitals" on={folded} onChange={(on) => set({ folded: on })} />
        <Tick words="Whole words" on={wholeWords} onChange={(on) => set({ wholeWords: on })} />
        <RadioGroup
          className="alike-scope"
          aria-label="Search"
          value={scope}
          onChange={(value) => set({ scope: value === 'cable' ? 'cable' : 'library' })}
        >
          <Radio value="cable" className="tick" isDisabled={!canBeCable}>
            <span className="dot" /> This cable
          </Radio>
          <Radio value="library" className="tick">
            <span className="dot" /> Whole library
          </Radio>
        </RadioGroup>
      </div>
    </div>
  );
}

interface TickProps {
  readonly words: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Tick({ words, on, onChange }: TickProps) {
  return (
    <Checkbox className="tick" isSelected={on} onChange={onChange}>
      <Box checked={on} /> {words}
    </Checkbox>
  );
}
