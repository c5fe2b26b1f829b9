import { Fragment, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Cable } from '../../domain/library/cable.ts';
import { emendationOf, foundIn, valuesOf } from '../../domain/metadata/effective.ts';
import type { MetadataEntry, MetadataField } from '../../domain/metadata/metadata.ts';
import { report } from '../desk/desk.ts';
import { momentOf } from './dates.ts';
import { emendField } from './emending.ts';
import { Evidence } from './Evidence.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { FieldValue } from './FieldValue.tsx';
import { fieldNames, shownValue } from './fields.ts';

interface FieldProps {
  readonly cable: Cable;
  readonly field: MetadataField;
  /** Whether it is being written. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** The field has gone from the panel with the focus that was in it. */
  readonly onGone: () => void;
}

/** One field with its values; where an editor reads it otherwise, who and when, and what cleaning read. */
export function Field({ cable, field, open, onOpen, onGone }: FieldProps) {
  const values = valuesOf(cable, field);
  const emendation = emendationOf(cable, field);
  const found = foundIn(cable, field);
  const { text } = cable.original;
  const row = useRef<HTMLDivElement>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (open || !comesBack.current) return;
    comesBack.current = false;
    row.current?.querySelector('button')?.focus();
  }, [open]);
  const stays = values.length + found.length > 0 || emendation !== null || field === 'date';

  return (
    <div ref={row} className={`fact fact-${field}`}>
      <dt>{fieldNames[field]}</dt>
      {open ? (
        <dd>
          <FieldEditor
            cableId={cable.summary.id}
            field={field}
            values={values}
            onLeave={(byKey) => {
              comesBack.current = byKey;
              onOpen(false);
              if (byKey && !stays) onGone();
            }}
          />
        </dd>
      ) : (
        <Values field={field} {...{ values, found, text }} onEdit={() => onOpen(true)} />
      )}
      {emendation && (
        <dd className="fact-emended">
          {emendation.author || 'nobody by name'}, {momentOf(emendation.time)}
          <br />
          cleaning read: <Found field={field} found={found} text={text} />{' '}
          <Button
            className="link"
            aria-label={`Take back: ${fieldNames[field]}`}
            onPress={() => {
              if (found.length > 0 || field === 'date')
                row.current?.querySelector('button')?.focus();
              else onGone();
              emendField(cable.summary.id, field, null).catch(report);
            }}
          >
            Take back
          </Button>
        </dd>
      )}
    </div>
  );
}

interface ValuesProps {
  readonly field: MetadataField;
  readonly values: readonly string[];
  readonly found: readonly MetadataEntry[];
  readonly text: string;
  readonly onEdit: () => void;
}

/** The values as they hold. Only the date is missed when it is absent. */
function Values({ field, values, found, text, onEdit }: ValuesProps) {
  if (values.length === 0)
    return (
      <dd className="fact-none">
        <FieldValue entry={null} text={text} onEdit={onEdit}>
          {found.length > 0 || field !== 'date' ? 'none' : 'no date in the text'}
        </FieldValue>
      </dd>
    );
  return values.map((value, index) => (
    // The place is the key, so that the focus stays on the value while it changes.
    // oxlint-disable-next-line react/no-array-index-key
    <dd key={index}>
      <FieldValue
        entry={found.find((entry) => entry.value === value) ?? null}
        text={text}
        onEdit={onEdit}
      >
        {shownValue(field, value)}
      </FieldValue>
    </dd>
  ));
}

/** What cleaning read in a field, each value leading to its evidence. */
function Found({ field, found, text }: Pick<ValuesProps, 'field' | 'found' | 'text'>) {
  if (found.length === 0) return 'nothing';
  return found.map(({ value, evidence, rule }, index) => (
    <Fragment key={`${value} ${evidence?.from}`}>
      {index > 0 && '; '}
      <Evidence text={text} range={evidence} rule={rule}>
        {shownValue(field, value)}
      </Evidence>
    </Fragment>
  ));
}
