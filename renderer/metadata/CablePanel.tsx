import './CablePanel.css';
import { MetadataField, type MetadataEntry } from '../../domain/metadata/metadata.ts';
import { useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { OtherWitnesses } from '../witness/OtherWitnesses.tsx';
import { Evidence } from './Evidence.tsx';
import { fieldNames, shownValue } from './fields.ts';
import { NoteList } from './NoteList.tsx';
import { OriginalFacts } from './OriginalFacts.tsx';

/** What is known of the cable beside its text, each value with its evidence; its notes; its file. */
export function CablePanel() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  if (!cable) return null;
  const { text } = cable.original;
  return (
    <>
      <dl className="facts">
        {MetadataField.options.map((field) => (
          <Field
            key={field}
            field={field}
            entries={cable.metadata.filter((entry) => entry.field === field)}
            text={text}
          />
        ))}
      </dl>
      <NoteList text={text} structure={cable.structure} />
      <OtherWitnesses cableId={cable.summary.id} />
      <OriginalFacts original={cable.original} />
    </>
  );
}

interface FieldProps {
  readonly field: MetadataField;
  readonly entries: readonly MetadataEntry[];
  readonly text: string;
}

/** One field with its values. Only the date is missed when it is absent. */
function Field({ field, entries, text }: FieldProps) {
  if (entries.length === 0 && field !== 'date') return null;
  return (
    <div className={`fact fact-${field}`}>
      <dt>{fieldNames[field]}</dt>
      {entries.length === 0 && <dd className="fact-none">no date in the text</dd>}
      {entries.map(({ value, evidence, rule }) => (
        <dd key={`${value} ${evidence?.from}`}>
          <Evidence text={text} range={evidence} rule={rule}>
            {shownValue(field, value)}
          </Evidence>
        </dd>
      ))}
    </div>
  );
}
