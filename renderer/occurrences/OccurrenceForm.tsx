import { Button, Input, Label, TextField } from 'react-aria-components';
import type { Variant } from '../../domain/occurrence/occurrence.ts';
import { inDigits } from '../desk/words.ts';
import { Options } from '../places/Options.tsx';
import { LONGEST } from '../places/selected.ts';
import type { Scope } from '../places/words.ts';
import { toggleVariant, useQuestion } from './question.ts';

interface OccurrenceFormProps {
  readonly scope: Scope;
  /** Whether a cable is open to be searched alone. */
  readonly canBeCable: boolean;
  /** Words of the texts that may be looked for as well. */
  readonly offered: readonly Variant[];
}

/** Which words are looked for, how and where. Variants are offered, and looked for only if the reader says so. */
export function OccurrenceForm({ scope, canBeCable, offered }: OccurrenceFormProps) {
  const { typed, variants, folded, wholeWords } = useQuestion();
  const set = useQuestion.setState;
  const other = offered.filter(({ words }) => !variants.includes(words));
  return (
    <div className="places-question">
      <TextField
        className="occurrence-words"
        value={typed}
        onChange={(words) => set({ typed: words, variants: [] })}
        maxLength={LONGEST}
        autoFocus
      >
        <Label className="label">Words</Label>
        <Input className="field" spellCheck="false" />
      </TextField>
      {(variants.length > 0 || other.length > 0) && (
        <div className="occurrence-variants" role="group" aria-label="Variants">
          {variants.map((words) => (
            <Button
              key={words}
              className="button variant chosen"
              aria-label={`Do not look for ${words}`}
              onPress={() => toggleVariant(words)}
            >
              {words} <span aria-hidden="true">×</span>
            </Button>
          ))}
          {other.length > 0 && <span className="occurrence-also">also:</span>}
          {other.map(({ words, places }) => (
            <Button
              key={words}
              className="quiet variant"
              aria-label={`Look for ${words} as well (${inDigits(places)})`}
              onPress={() => toggleVariant(words)}
            >
              {words} <span className="place-count">({inDigits(places)})</span>
            </Button>
          ))}
        </div>
      )}
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
