import './kept.css';
import { useState } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import type { SavedSearch } from '../../domain/search/result.ts';
import { sameName } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { sentenceOf } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { LONGEST_NAME, nameFor, useKeptSearches } from './kept.ts';

/** Keeps the search in force under a name. */
export function SaveSearch() {
  const query = useDesk((desk) => desk.query);
  useCommand('search.save', () => useDesk.setState({ sheet: 'saveSearch' }), query.trim() !== '');
  return (
    <SheetFrame sheet="saveSearch" title="Keep this search" className="keep">
      <Keeping query={query} />
    </SheetFrame>
  );
}

function Keeping({ query }: { readonly query: string }) {
  const { data: kept } = useKeptSearches();
  return kept && <KeepForm query={query} kept={kept} />;
}

interface KeepFormProps {
  readonly query: string;
  readonly kept: readonly SavedSearch[];
}

function KeepForm({ query, kept }: KeepFormProps) {
  // A search may still be on its way when the sheet is opened: what is offered follows it, what was typed stays.
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? nameFor(query, kept);
  const [failure, setFailure] = useState<string | null>(null);
  const wanted = name.trim();
  const namesake = kept.find((search) => sameName(search.name, wanted));
  async function keep() {
    try {
      await request('search.save', { name: wanted, query });
      announce(`The search “${wanted}” is kept`);
      closeSheet();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  }
  return (
    <Form
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') void keep();
      }}
    >
      <p className="kept-query">{query}</p>
      <TextField
        className="checked-field"
        value={name}
        onChange={(text) => {
          setTyped(text);
          setFailure(null);
        }}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The reader has just asked for this field.
        autoFocus
        onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
        isInvalid={failure !== null}
        validationBehavior="aria"
        maxLength={LONGEST_NAME}
      >
        <Label className="label">Name</Label>
        <Input className="field" />
        {failure === null && (
          <Text slot="description" className="field-about">
            {about(query, namesake)}
          </Text>
        )}
        <FieldError className="field-error">{failure}</FieldError>
      </TextField>
      <div className="kept-deeds">
        <Button type="submit" className="button primary" isDisabled={wanted === ''}>
          {namesake && namesake.query !== query ? 'Replace' : 'Keep'}
        </Button>
      </div>
    </Form>
  );
}

/** What keeping a search under the name in the field would do. */
function about(query: string, namesake: SavedSearch | undefined): string {
  if (!namesake) return 'What is kept is the search, not what it finds today.';
  if (namesake.query === query) return 'This search is kept under this name already.';
  return `A search of this name is kept already. It would ask for this in the place of: ${namesake.query}`;
}
