import { type ReactNode, useState } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { commands } from '../../domain/command.ts';
import type { GazetteerEntry, ListedEntry } from '../../domain/gazetteer/entry.ts';
import { formsOfPerson } from '../../domain/gazetteer/names.ts';
import { broughtById } from '../../domain/gazetteer/take.ts';
import { request } from '../bridge.ts';
import { keyLabel } from '../commands/keys.ts';
import { report } from '../desk/desk.ts';
import { useDraft } from '../design/useDraft.ts';
import { choose, useEditing } from './editing.ts';
import { KindChoice } from './KindChoice.tsx';

interface EntryFormProps {
  readonly listed: ListedEntry;
  readonly onDeleted: () => void;
}

/** All that can be changed about an entry. Each change is saved when its field is left. */
export function EntryForm({ listed: { entry, own }, onDeleted }: EntryFormProps) {
  const { id } = entry;
  const original = broughtById.get(id);
  const save = (some: Partial<GazetteerEntry>) =>
    void request('gazetteer.put', { entry: { ...entry, ...some } }).catch(report);
  const remove = () => request('gazetteer.remove', { id }).then(onDeleted).catch(report);
  const undo = `Undo (${keyLabel(commands['journal.undo'].key)}) brings back what is deleted.`;
  return (
    <div className="entry-form">
      <Fields entry={entry} onSave={save} />
      <div className="entry-fate">
        <p>
          {original
            ? `It came with the program${own ? ', and was changed here' : ''}. ${undo}`
            : undo}
        </p>
        {original && own && (
          <Button
            className="button"
            onPress={() => void request('gazetteer.put', { entry: original }).catch(report)}
          >
            As it came
          </Button>
        )}
        <Button className="button" onPress={() => void remove()}>
          Delete
        </Button>
      </div>
    </div>
  );
}

/** An entry on its way; it is there once it is made. */
export function NewEntry({ entry }: { readonly entry: GazetteerEntry }) {
  const [draft, setDraft] = useState(entry);
  async function make() {
    await request('gazetteer.put', { entry: { ...draft, name: draft.name.trim() } });
    useEditing.setState({ words: '', kind: null });
    choose(entry.id);
  }
  return (
    <div className="entry-form" role="group" aria-label="New entry">
      <Fields entry={draft} fresh onSave={(some) => setDraft((now) => ({ ...now, ...some }))} />
      <div className="entry-fate">
        <p>It is there once you make it.</p>
        <Button className="quiet" onPress={() => choose(null)}>
          Leave
        </Button>
        <Button
          className="button primary"
          isDisabled={draft.name.trim() === ''}
          onPress={() => void make().catch(report)}
        >
          Make
        </Button>
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly entry: GazetteerEntry;
  /** Whether the entry is not there yet: then its name is told as it is typed. */
  readonly fresh?: boolean;
  readonly onSave: (some: Partial<GazetteerEntry>) => void;
}

function Fields({ entry, fresh = false, onSave }: FieldsProps) {
  const { kind, name, forms, description, source } = entry;
  const usual =
    kind === 'person' ? formsOfPerson(name).filter((form) => !forms.includes(form)) : [];
  return (
    <>
      <Field
        label="Name"
        value={name}
        atOnce={fresh}
        focused={fresh}
        onSave={(words) =>
          words.trim() !== '' || fresh ? onSave({ name: fresh ? words : words.trim() }) : undefined
        }
      >
        <Input className="field" maxLength={500} spellCheck="false" />
      </Field>
      <div className="entry-kind">
        <span className="label">Kind</span>
        <KindChoice label="Kind" kind={kind} onChange={(next) => next && onSave({ kind: next })} />
      </div>
      <Field
        label="Other forms in texts, one a line"
        value={forms.join('\n')}
        onSave={(words) => onSave({ forms: linesOf(words) })}
      >
        <TextArea
          className="field"
          rows={Math.min(8, Math.max(3, forms.length + 1))}
          spellCheck="false"
        />
      </Field>
      {usual.length > 0 && (
        <p className="entry-usual">
          <Button className="link" onPress={() => onSave({ forms: [...forms, ...usual] })}>
            Add {usual.map((form) => `“${form}”`).join(', ')}
          </Button>
        </p>
      )}
      <Field
        label="What it means, or who it is"
        value={description}
        onSave={(words) => onSave({ description: words })}
      >
        <TextArea className="field" rows={4} maxLength={10_000} />
      </Field>
      <Field label="Source" value={source} onSave={(words) => onSave({ source: words })}>
        <Input className="field" maxLength={1000} />
      </Field>
    </>
  );
}

function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim().slice(0, 500))
    .filter((line) => line !== '')
    .slice(0, 200);
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly atOnce?: boolean;
  readonly focused?: boolean;
  readonly onSave: (words: string) => void;
  readonly children: ReactNode;
}

/** A field that is saved when it is left, or at once. */
function Field({ label, value, atOnce = false, focused = false, onSave, children }: FieldProps) {
  const [draft, setDraft] = useDraft(value);
  return (
    <TextField
      value={draft}
      autoFocus={focused}
      onChange={(words) => {
        setDraft(words);
        if (atOnce) onSave(words);
      }}
      onBlur={() => {
        if (!atOnce && draft !== value) onSave(draft);
      }}
    >
      <Label className="label">{label}</Label>
      {children}
    </TextField>
  );
}
