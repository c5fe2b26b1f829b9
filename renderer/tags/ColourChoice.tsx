import './ColourChoice.css';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { TagColour } from '../../domain/tag/tag.ts';
import { Swatch } from './TagChip.tsx';

interface ColourChoiceProps {
  readonly value: TagColour;
  readonly onChange: (colour: TagColour) => void;
}

/** The eight colours, each with its name and its line. */
export function ColourChoice({ value, onChange }: ColourChoiceProps) {
  return (
    <RadioGroup
      className="colours"
      orientation="horizontal"
      value={value}
      onChange={(colour) => onChange(TagColour.parse(colour))}
    >
      <Label className="label">Colour</Label>
      <div className="colours-all">
        {TagColour.options.map((colour) => (
          <Radio key={colour} value={colour} className="colour">
            <Swatch colour={colour} />
            {colour}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
