import './NameSheet.css';
import { useState } from 'react';
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useSettings } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { keepName } from './signing.ts';

/** Asks for the name that signs the reader's annotations. */
export function NameSheet() {
  const { data: settings } = useSettings();
  useCommand('settings.name', () => useDesk.setState({ sheet: 'name' }));
  return (
    <SheetFrame sheet="name" title="Your name">
      {settings && <NameForm creator={settings.creator} />}
    </SheetFrame>
  );
}

function NameForm({ creator }: { readonly creator: string }) {
  const [name, setName] = useState(creator);
  const keep = async () => {
    await keepName(name);
    closeSheet();
  };
  return (
    <Form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep().catch(report);
      }}
    >
      <TextField value={name} onChange={setName} autoFocus maxLength={120}>
        <Label>Name</Label>
        <Input className="field" />
        <Text slot="description">It signs your corrections and annotations from now on.</Text>
      </TextField>
      <Button type="submit" className="button primary">
        Keep
      </Button>
    </Form>
  );
}
