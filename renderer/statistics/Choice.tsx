import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly onChange: (value: T) => void;
}

/** One of a few words. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <RadioGroup
      className="use-choice"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const one = options.find(([each]) => each === chosen);
        if (one) onChange(one[0]);
      }}
    >
      <Label className="by-ear">{label}</Label>
      {options.map(([each, name]) => (
        <Radio key={each} value={each} className="use-option">
          {name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
