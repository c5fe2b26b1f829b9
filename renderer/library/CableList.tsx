import './CableList.css';
import { useRef } from 'react';
import { give, useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { CableLine } from './CableLine.tsx';
import { openCableAt, usePlace } from './cablePages.ts';

/**
 * The cables of the library, or those in the state chosen, in the order of date, number and title. Going
 * to a line opens its cable; from a cable that is not listed the next one is the first.
 */
export function CableList({ total }: { readonly total: number }) {
  const list = useRef<HTMLDivElement>(null);
  const place = usePlace(useDesk((desk) => desk.cableId));
  const open = (index: number) => void openCableAt(index).catch(report);

  useCommand('cable.next', () => open((place ?? -1) + 1), place === null || place + 1 < total);
  useCommand('cable.previous', () => open((place ?? 1) - 1), place !== null && place > 0);
  useCommand('go.library', () => list.current?.focus());

  return (
    <VirtualListBox
      ref={list}
      label="Cables"
      className="cables"
      count={total}
      active={place}
      estimate={76}
      onMove={open}
      onAct={(_index, by) => by === 'key' && give('go.transcription')}
    >
      {(index) => <CableLine index={index} />}
    </VirtualListBox>
  );
}
