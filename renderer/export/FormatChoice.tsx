import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components';
import { ExportFormat, exportFormats, OffsetUnit } from '../../domain/exchange/format.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { Box } from '../places/Box.tsx';
import { type Question, useWanted } from './choice.ts';
import { facesWords, formatOrder } from './words.ts';

interface FormatChoiceProps {
  readonly question: Question;
  readonly busy: boolean;
}

/** In which format they leave, each with what it is for, and what is to be chosen beside it. */
export function FormatChoice({ question: { cables }, busy }: FormatChoiceProps) {
  const { format } = useWanted();
  return (
    <>
      <RadioGroup
        className="export-choice"
        value={format}
        isDisabled={busy}
        onChange={(value) => useWanted.setState({ format: ExportFormat.parse(value) })}
      >
        <Label className="label">Format</Label>
        {formatOrder.map((one) => (
          <Radio key={one} value={one} className="tick export-format">
            <span className="dot" />
            <span>
              {exportFormats[one].title}
              <span className="export-use">{exportFormats[one].use}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <CommandButton name="help.exports" className="link">
        What each format loses…
      </CommandButton>
      {format === 'web-annotation' && <Offsets busy={busy} />}
      {format === 'html' && <Faces cables={cables} busy={busy} />}
    </>
  );
}

/** How positions are counted. */
function Offsets({ busy }: { readonly busy: boolean }) {
  const { offsets } = useWanted();
  return (
    <RadioGroup
      className="export-choice"
      value={offsets}
      isDisabled={busy}
      onChange={(value) => useWanted.setState({ offsets: OffsetUnit.parse(value) })}
    >
      <Label className="label">Positions are counted in</Label>
      <Radio value="code-points" className="tick">
        <span className="dot" />
        <span>Characters, as the standard says</span>
      </Radio>
      <Radio value="utf-16" className="tick">
        <span className="dot" />
        <span>UTF-16 units, as Recogito and Hypothesis count</span>
      </Radio>
    </RadioGroup>
  );
}

/** Whether pages bring their faces along. */
function Faces({ cables, busy }: { readonly cables: number | null; readonly busy: boolean }) {
  const { fonts } = useWanted();
  return (
    <Checkbox
      className="tick"
      isSelected={fonts}
      isDisabled={busy}
      onChange={(on) => useWanted.setState({ fonts: on })}
    >
      <Box checked={fonts} />
      <span>
        Each page brings its typefaces along
        <span className="export-use">{facesWords(cables)}</span>
      </span>
    </Checkbox>
  );
}
