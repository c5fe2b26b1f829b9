import './SigningCard.css';
import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { report } from '../desk/desk.ts';
import { useSettings } from '../desk/queries.ts';
import { keepName, useSigning } from './signing.ts';

/** Asks, once and beside the work, for the name that signs corrections. Until then they bear the account's. */
export function SigningCard() {
  const { data: settings } = useSettings();
  const { due } = useSigning();
  if (!due || !settings || settings.asked) return null;
  return <SigningForm creator={settings.creator} />;
}

function SigningForm({ creator }: { readonly creator: string }) {
  const [name, setName] = useState(creator);
  return (
    <Form
      className="signing"
      aria-label="Your name"
      onSubmit={(event) => {
        event.preventDefault();
        keepName(name).catch(report);
      }}
    >
      <TextField value={name} onChange={setName} maxLength={120}>
        <Label>Your corrections are signed</Label>
        <Input className="field" />
      </TextField>
      <Button type="submit" className="button">
        Keep
      </Button>
    </Form>
  );
}
