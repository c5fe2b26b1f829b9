import './workbench.css';
import { type ReactNode, useEffect, useMemo } from 'react';
import { request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';
import { BringBack, isDiscarded } from '../discarded/BringBack.tsx';
import { useCable, useLibrary } from '../desk/queries.ts';
import { CableHead } from './CableHead.tsx';
import { manuscriptOf } from './manuscript.ts';
import { TextPair } from './TextPair.tsx';

/** The workbench: the cable on the desk, its original beside its transcription. */
export function Workbench() {
  const cableId = useDesk((desk) => desk.cableId);
  const { data: cable, error } = useCable(cableId);
  const manuscript = useMemo(() => (cable ? manuscriptOf(cable) : null), [cable]);

  if (error)
    return (
      <Blank words={error.message}>
        {cableId !== null && isDiscarded(error) && <BringBack id={cableId} />}
      </Blank>
    );
  if (!manuscript) return <Blank words={cableId === null ? 'No cable is open.' : ''} />;
  return (
    <main className="workbench" aria-label="Workbench">
      <CableHead manuscript={manuscript} />
      <TextPair key={manuscript.cable.summary.id} manuscript={manuscript} />
    </main>
  );
}

/** The workbench without a cable. It tells the main process that the window can be looked at. */
function Blank({ words, children }: { readonly words: string; readonly children?: ReactNode }) {
  const { isSuccess, data: library } = useLibrary();
  const nothingToCome = isSuccess && (library === null || library.cables === 0);
  useEffect(() => {
    if (nothingToCome) void document.fonts.ready.then(() => request('window.ready', {}));
  }, [nothingToCome]);
  return (
    <main className="workbench blank" aria-label="Workbench">
      <p>
        {words} {children}
      </p>
    </main>
  );
}
