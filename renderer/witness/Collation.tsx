import { Button } from 'react-aria-components';
import type { Segment } from '../../domain/collation/collate.ts';
import { Comparison } from '../comparison/Comparison.tsx';
import { useCable } from '../desk/queries.ts';
import { sentenceOf } from '../desk/words.ts';
import { Source } from '../history/Source.tsx';
import { announce } from '../status/announce.ts';
import { emend } from '../workbench/emending.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { useReading, useWitness } from './witnesses.ts';

interface CollationProps {
  readonly cableId: string;
  readonly witnessId: string;
}

/** The transcription on the desk beside that of another witness. Readings are taken over from there to here. */
export function Collation({ cableId, witnessId }: CollationProps) {
  const { data: cable } = useCable(cableId);
  const { data: witness, error } = useReading(witnessId);
  const manuscript = cable?.summary.id === cableId ? manuscriptOf(cable) : null;

  async function takeOver({ a, b }: Segment) {
    if (!witness) return;
    const insert = witness.text.slice(b.from, b.to);
    await emend(cableId, [{ from: a.from, to: a.to, insert }], witnessId);
    announce('Taken over; the apparatus names its source.');
  }

  const about = ({ a }: Segment) => manuscript && <Source manuscript={manuscript} place={a} />;

  return (
    <>
      <div className="witness-head">
        <p className="witness-with">
          {witness && <>with “{witness.title}”</>}
          {error && <span role="alert">{sentenceOf(error)}</span>}
        </p>
        <Button className="quiet" onPress={() => useWitness.setState({ witnessId: null })}>
          Choose another
        </Button>
      </div>
      {manuscript && witness && (
        <Comparison
          left={{
            title: 'This transcription',
            text: manuscript.transcription.text.toString(),
          }}
          right={{ title: 'The other witness', text: witness.text }}
          onTakeOver={takeOver}
          about={about}
          autoFocus
        />
      )}
    </>
  );
}
