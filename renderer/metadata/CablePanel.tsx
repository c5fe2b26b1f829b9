import './CablePanel.css';
import { useRef, useState } from 'react';
import type { Cable } from '../../domain/library/cable.ts';
import { emendationOf, foundIn } from '../../domain/metadata/effective.ts';
import { MetadataField } from '../../domain/metadata/metadata.ts';
import { useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { ReferenceSection } from '../references/ReferenceSection.tsx';
import { OtherWitnesses } from '../witness/OtherWitnesses.tsx';
import { AddField } from './AddField.tsx';
import { EditionFacts } from './EditionFacts.tsx';
import { Field } from './Field.tsx';
import { NoteList } from './NoteList.tsx';
import { OriginalFacts } from './OriginalFacts.tsx';

/** What is known of the cable beside its text, each value with its evidence; its notes; its file. */
export function CablePanel() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  if (!cable) return null;
  return (
    <>
      <Fields key={cable.summary.id} cable={cable} />
      <NoteList original={cable.original} structure={cable.structure} />
      <ReferenceSection cableId={cable.summary.id} />
      <OtherWitnesses cableId={cable.summary.id} />
      {cable.edition && <EditionFacts from={cable.edition} number={cable.summary.number} />}
      <OriginalFacts original={cable.original} />
    </>
  );
}

/** The fields of the metadata, one of which can be written at a time. */
function Fields({ cable }: { readonly cable: Cable }) {
  const [open, setOpen] = useState<MetadataField | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const stands = (field: MetadataField) => isKnown(cable, field) || field === 'date';
  return (
    <>
      <dl className="facts">
        {MetadataField.options
          .filter((field) => stands(field) || field === open)
          .map((field) => (
            <Field
              key={field}
              cable={cable}
              field={field}
              open={field === open}
              onOpen={(opens) =>
                setOpen((now) => {
                  if (opens) return field;
                  return now === field ? null : now;
                })
              }
              onGone={() => add.current?.focus()}
            />
          ))}
      </dl>
      <AddField
        ref={add}
        missing={MetadataField.options.filter((field) => !stands(field))}
        onAdd={setOpen}
      />
    </>
  );
}

function isKnown(cable: Cable, field: MetadataField): boolean {
  return foundIn(cable, field).length > 0 || emendationOf(cable, field) !== null;
}
