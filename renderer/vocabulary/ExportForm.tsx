import { useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import type { RequestInput } from '../../domain/contract.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { useTags } from '../desk/queries.ts';
import { count } from '../desk/words.ts';

type Format = RequestInput<'vocabulary.save'>['format'];

/** The formats, each with what it is good for. */
const FORMATS: readonly { readonly format: Format; readonly name: string; readonly use: string }[] =
  [
    {
      format: 'turtle',
      name: 'SKOS as Turtle',
      use: 'For other libraries and for vocabulary tools; reads well, compares well.',
    },
    {
      format: 'jsonld',
      name: 'SKOS as JSON-LD',
      use: 'The same, for programs and web sites.',
    },
    {
      format: 'csv',
      name: 'Table (CSV)',
      use: 'For a spreadsheet: a row for each tag with its path, description, colour and key.',
    },
  ];

/** Saves the tags of the library in a file. */
export function ExportForm() {
  const { data: tags = [] } = useTags();
  const [format, setFormat] = useState<Format>('turtle');
  const [outcome, setOutcome] = useState('');

  async function save() {
    setOutcome('');
    try {
      const saved = await request('vocabulary.save', { format });
      if (saved) setOutcome(`Saved ${count(saved.tags, 'tag')} in ${saved.fileName}.`);
    } catch (error) {
      report(error);
    }
  }

  return (
    <>
      <RadioGroup
        className="exchange-formats"
        value={format}
        onChange={(chosen) => {
          const one = FORMATS.find((each) => each.format === chosen);
          if (one) setFormat(one.format);
          setOutcome('');
        }}
      >
        <Label className="label">Format</Label>
        {FORMATS.map(({ format: value, name, use }) => (
          <Radio key={value} value={value} className="exchange-format tick">
            <span className="dot" aria-hidden="true" />
            <span>
              {name}
              <span className="exchange-description">{use}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <footer className="exchange-foot">
        <p role="status">{outcome}</p>
        <Button
          className="button primary"
          isDisabled={tags.length === 0}
          onPress={() => void save()}
        >
          Export {count(tags.length, 'tag')}…
        </Button>
      </footer>
    </>
  );
}
