import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { request } from '../bridge.ts';
import { count, sentenceOf } from '../desk/words.ts';

/** What the program is made of, each with the whole text of its licence. */
export function LicencesPage() {
  const { data: licences = [], error } = useQuery({
    queryKey: ['licences'],
    queryFn: () => request('help.licences', {}),
    gcTime: 0,
    structuralSharing: false,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const keyOf = ({ name, version }: { name: string; version: string }) => `${name} ${version}`;
  const licence = licences.find((one) => keyOf(one) === chosen) ?? licences[0];
  if (error) return <p role="alert">{sentenceOf(error)}</p>;
  if (!licence) return <div className="help-page" />;
  return (
    <>
      <p className="help-head">
        Cablewright is made of {count(licences.length - 1, 'other work')}. Those of Electron and
        Chromium bring further notices, which lie beside the program; About shows where.
      </p>
      <div className="help-pair">
        <ListBox
          className="help-list"
          aria-label="Works"
          autoFocus
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[keyOf(licence)]}
          onSelectionChange={(keys) => keys !== 'all' && setChosen(String([...keys][0]))}
        >
          {licences.map((one) => (
            <ListBoxItem key={keyOf(one)} id={keyOf(one)} textValue={one.name}>
              <span className="help-name">{one.name}</span>
              <span className="help-about">{one.licence}</span>
            </ListBoxItem>
          ))}
        </ListBox>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by the keyboard. */}
        <section className="help-chosen" aria-label="Licence" tabIndex={0}>
          <h3>
            {licence.name} <span className="chip">{licence.version}</span>
          </h3>
          <p className="licence-text">{licence.text}</p>
        </section>
      </div>
    </>
  );
}
