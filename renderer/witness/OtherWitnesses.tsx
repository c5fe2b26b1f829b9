import './OtherWitnesses.css';
import { Button } from 'react-aria-components';
import { inDigits } from '../desk/words.ts';
import { collateWith, startCollating, useWitnesses } from './witnesses.ts';
import { report } from '../desk/desk.ts';
import { againWords, shareWords } from './words.ts';

/** How many witnesses stand in the panel; the sheet shows them all. */
const SHOWN = 3;

/** The cables that seem to transcribe the same message, each a way to collate with it. Nothing where there are none. */
export function OtherWitnesses({ cableId }: { readonly cableId: string }) {
  const { data: witnesses = [] } = useWitnesses(cableId);
  if (witnesses.length === 0) return null;
  const left = witnesses.length - SHOWN;
  return (
    <section className="other-witnesses" aria-label="Other witnesses">
      <h3 className="label">{witnesses.length === 1 ? 'Another witness' : 'Other witnesses'}</h3>
      <ul>
        {witnesses.slice(0, SHOWN).map((witness) => (
          <li key={witness.cableId}>
            <Button className="link" onPress={() => startCollating(witness.cableId)}>
              <span className="by-ear">Collate with </span>
              {witness.title}
            </Button>
            {witness.again && <p>{againWords(witness.again)}</p>}
            <p>{shareWords(witness.share)}</p>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button className="quiet" onPress={() => void collateWith(null).catch(report)}>
          and {inDigits(left)} more
        </Button>
      )}
    </section>
  );
}
