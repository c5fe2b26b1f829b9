import { useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { keySections, type KeySection, keysWith } from '../../domain/help/keys.ts';
import { request } from '../bridge.ts';
import { onMac } from '../commands/keys.ts';
import { report } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import { announce } from '../status/announce.ts';

const all = keySections(onMac);

/** All commands with their keys, menu by menu, and the keys that hold in one place; to be searched and printed. */
export function KeysPage() {
  const [wanted, setWanted] = useState('');
  const shown = keysWith(all, wanted);
  const lines = shown.reduce((sum, section) => sum + section.lines.length, 0);
  return (
    <>
      <div className="help-head">
        <SearchField aria-label="Find a key" value={wanted} onChange={setWanted} autoFocus>
          <Input className="field" placeholder="Find a key or what it does" />
        </SearchField>
        <p role="status">{wanted.trim() === '' ? '' : count(lines, 'line')}</p>
        <Button className="button" onPress={() => void print().catch(report)}>
          Print…
        </Button>
        <Button className="button" onPress={() => void save().catch(report)}>
          Save as PDF…
        </Button>
      </div>
      {/* A text that scrolls must be reachable, or the keyboard cannot scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="help-page keys-page" role="region" aria-label="Keys" tabIndex={0}>
        {shown.map((section) => (
          <KeySectionOf key={section.title} section={section} />
        ))}
        {lines === 0 && <p className="help-none">No key and no command has these words.</p>}
      </div>
    </>
  );
}

function KeySectionOf({ section: { title, lines } }: { readonly section: KeySection }) {
  return (
    <section className="keys-section">
      <h3 className="label">{title}</h3>
      <dl>
        {lines.map(({ does, keys }) => (
          <div key={does} className="keys-line">
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

async function print() {
  const { printed } = await request('help.printKeys', {});
  if (printed) announce('The page of keys is being printed.');
}

async function save() {
  const saved = await request('help.saveKeys', {});
  if (saved) announce(`Saved ${saved.fileName}.`);
}
