import { Input, Label, TextField } from 'react-aria-components';
import { Options } from '../places/Options.tsx';
import { LONGEST } from '../places/selected.ts';
import type { Scope } from '../places/words.ts';
import { useQuestion } from './question.ts';

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
    <div className="places-question">
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
      <Options
        folded={folded}
        wholeWords={wholeWords}
        scope={scope}
        canBeCable={canBeCable}
        onChange={set}
      />
    </div>
  );
}
