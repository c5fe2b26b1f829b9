import '../design/menu.css';
import { useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components';
import type { WitnessProposal } from '../../domain/collation/witness.ts';
import { count, sentenceOf } from '../desk/words.ts';
import { shortDate } from '../metadata/dates.ts';
import { type Choice, OFFERED, useCablesNamed, useWitness, useWitnesses } from './witnesses.ts';
import { isNamed, shareWords, wordsOf } from './words.ts';

/** Chooses the other witness: one of those proposed, or any cable by the words of its title. */
export function WitnessChoice({ cableId }: { readonly cableId: string }) {
  const [typed, setTyped] = useState('');
  const proposed = useWitnesses(cableId);
  const named = useCablesNamed(typed, cableId);
  const found = named.data?.cables ?? [];
  const witnesses = (proposed.data ?? []).filter(
    ({ cableId: id, title }) =>
      isNamed({ number: null, title }, wordsOf(typed)) || found.some((cable) => cable.id === id),
  );
  const others = found.filter(({ id }) => !witnesses.some(({ cableId: one }) => one === id));
  return (
    <div className="witness-choice">
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label="Find a cable" className="witness-field" autoFocus>
          <Input placeholder="Find a cable by its number or words of its title" />
        </SearchField>
        <p className="witness-told" role="status">
          {toldOf(proposed, named, typed, witnesses.length + others.length)}
        </p>
        <ListBox
          className="menu witness-list"
          aria-label="Cables to collate with"
          onAction={(key) => useWitness.setState({ witnessId: String(key) })}
        >
          {witnesses.length > 0 && (
            <ListBoxSection>
              <Header className="label">Seem to transcribe the same message</Header>
              {witnesses.map((witness) => proposedLine(witness))}
            </ListBoxSection>
          )}
          {others.length > 0 && (
            <ListBoxSection>
              <Header className="label">Other cables</Header>
              {others.map((cable) => namedLine(cable))}
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

function proposedLine({ cableId, title, share }: WitnessProposal) {
  return (
    <ListBoxItem key={cableId} id={cableId} textValue={`${title}, ${shareWords(share)}`}>
      <span className="witness-title">{title}</span>
      <span className="witness-facts">{shareWords(share)}</span>
    </ListBoxItem>
  );
}

function namedLine({ id, number, title, date }: Choice) {
  const when = date === null ? 'undated' : shortDate(date);
  const facts = number === null ? when : `no. ${number} · ${when}`;
  return (
    <ListBoxItem key={id} id={id} textValue={`${title}, ${facts}`}>
      <span className="witness-title">{title}</span>
      <span className="witness-facts">{facts}</span>
    </ListBoxItem>
  );
}

type Proposed = Pick<ReturnType<typeof useWitnesses>, 'data' | 'error'>;
type Named = Pick<ReturnType<typeof useCablesNamed>, 'data' | 'error'>;

/** What is being looked for, what was not found, and what to do then; empty where the list says it all. */
function toldOf(proposed: Proposed, named: Named, typed: string, offered: number): string {
  const failed = proposed.error ?? named.error;
  if (failed) return sentenceOf(failed);
  if (wordsOf(typed).length > 0) {
    if (!named.data) return 'Looking through the titles of the library …';
    if (named.data.more)
      return `The first ${count(OFFERED, 'cable')} with these words; write more of the title to find others.`;
    return offered === 0 ? 'No other cable of this library has these words in its title.' : '';
  }
  if (!proposed.data) return 'Looking for cables that transcribe the same message …';
  if (proposed.data.length > 0) return '';
  return 'No other cable of this library seems to transcribe the same message. Write a part of its title to collate with any of them.';
}
