import './references.css';
import { useState } from 'react';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { goTo, nameWords, useMeant } from './references.ts';

/** The reader chooses among the cables that a reference may mean. */
export function MeantSheet() {
  return (
    <SheetFrame sheet="meant" title="Which cable is meant?" className="meant">
      <Choice />
    </SheetFrame>
  );
}

function Choice() {
  const reference = useMeant((state) => state.reference);
  const [active, setActive] = useState(0);
  if (!reference) return null;
  const { cables, words } = reference;
  const open = (at: number) => {
    const cable = cables[at];
    if (!cable) return;
    closeSheet();
    goTo(cable);
  };
  return (
    <>
      <p className="meant-told">“{words}” may mean one of these, the likeliest first.</p>
      <VirtualListBox
        label="Cables that may be meant"
        className="meant-list"
        count={cables.length}
        active={active}
        estimate={38}
        onMove={setActive}
        onAct={open}
        ref={(element) => element?.focus()}
      >
        {(at) => {
          const cable = cables[at];
          return cable && <p className="reference-line">{nameWords(cable)}</p>;
        }}
      </VirtualListBox>
    </>
  );
}
