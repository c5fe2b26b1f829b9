import './safety.css';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { lostSentence, type Lost } from '../../domain/safety/lost.ts';
import { request } from '../bridge.ts';
import { report, useDesk } from '../desk/desk.ts';
import { settleTyping } from '../desk/typing.ts';
import { hearLosses, useLost } from './lost.ts';
import { showBackups } from './shelf.ts';

/** A way out, and the words on its button. */
type Way = readonly [words: string, go: () => Promise<unknown> | void];

/** What has become of the file of the library on the desk, and the ways out, until one is gone. */
export function LostLibrary() {
  const lost = useLost();
  useEffect(hearLosses, []);
  const [busy, setBusy] = useState(false);
  if (!lost) return null;
  const go = (way: () => Promise<unknown> | void) => {
    setBusy(true);
    Promise.resolve(way())
      .then(() => useDesk.setState({ failure: null }), report)
      .finally(() => setBusy(false));
  };
  return (
    <section className="lost-library" role="alert" aria-label="Nothing more is saved">
      <p>
        <strong>Nothing more is saved.</strong> {lostSentence(lost)}
      </p>
      <div className="lost-ways">
        {waysOut(lost).map(([words, way], at) => (
          <Button
            key={words}
            className={at === 0 ? 'button primary' : 'button'}
            isDisabled={busy}
            onPress={() => go(way)}
          >
            {words}
          </Button>
        ))}
      </div>
    </section>
  );
}

const ask = (name: 'library.saveAs' | 'library.lookAgain' | 'library.openThere') => () =>
  request(name, {});

/** What was typed and could not be saved yet would be gone with the library: then this fails. */
async function openOther() {
  await settleTyping();
  await request('library.openThere', {});
}

/** What can be done about a lost library, the best first. */
function waysOut({ why, now, path }: Lost): readonly Way[] {
  const save: Way = ['Save as a new file…', ask('library.saveAs')];
  const look: Way = ['Look again', ask('library.lookAgain')];
  const backups: Way = ['Its backups…', () => showBackups(path)];
  switch (why) {
    case 'moved':
      return now === null
        ? [save, look]
        : [['Open it where it lies now', ask('library.openThere')], save, look];
    case 'replaced':
      return [save, ['Open what lies there now', openOther], look];
    case 'written-over':
      return [backups, save];
    case 'out-of-reach':
      return [look, save];
    default:
      return [save, backups];
  }
}
