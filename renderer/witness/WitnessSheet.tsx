import './WitnessSheet.css';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { Collation } from './Collation.tsx';
import { WitnessChoice } from './WitnessChoice.tsx';
import { collateWith, useWitness } from './witnesses.ts';

/** Collates the cable on the desk with another witness of its message, which is chosen first. */
export function WitnessSheet() {
  const cableId = useDesk((desk) => desk.cableId);
  const chosen = useWitness().witnessId;
  // Whoever goes on to the very cable that was collated with chooses anew.
  const witnessId = chosen === cableId ? null : chosen;
  useCommand('witness.collate', () => collateWith(null), cableId !== null);
  return (
    <SheetFrame
      sheet="witness"
      title="Collate with another witness"
      className={witnessId === null ? 'witness' : 'witness collating'}
    >
      {cableId !== null && witnessId === null && <WitnessChoice cableId={cableId} />}
      {cableId !== null && witnessId !== null && (
        <Collation cableId={cableId} witnessId={witnessId} />
      )}
    </SheetFrame>
  );
}
