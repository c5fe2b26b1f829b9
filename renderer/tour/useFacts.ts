import { useEffect, useState } from 'react';
import { useDesk } from '../desk/desk.ts';
import { useAnnotations, useCable } from '../desk/queries.ts';
import type { Facts } from './steps.ts';

/** What the tour looks at, as the desk stands; null while the texts of the cable are on their way. */
export function useFacts(tourCableId: string): Facts | null {
  const cableId = useDesk((desk) => desk.cableId);
  const query = useDesk((desk) => desk.query);
  const exporting = useDesk((desk) => desk.sheet === 'export');
  const { data } = useCable(cableId);
  const { data: annotations } = useAnnotations(cableId);
  const evidence = useEvidence();
  const elsewhere = { evidence, query, exporting };
  if (cableId !== tourCableId) return { ...nothing, ...elsewhere };
  if (data?.summary.id !== tourCableId || !annotations) return null;
  return {
    ...elsewhere,
    here: true,
    accepted: data.changes.filter(
      ({ status, decidedBy }) => status === 'accepted' && decidedBy !== null,
    ).length,
    annotations: annotations.length,
    tags: annotations.reduce((sum, { tagIds }) => sum + tagIds.length, 0),
    lost: annotations.filter(
      ({ targets }) => targets.length > 0 && targets.every(({ lost }) => lost !== null),
    ).length,
    emendations: data.emendations.length,
  };
}

const nothing = { here: false, accepted: 0, annotations: 0, tags: 0, lost: 0, emendations: 0 };

/** How often the reader has jumped to a passage while the cable's data were shown. */
function useEvidence(): number {
  const [jumps, setJumps] = useState(0);
  useEffect(
    () =>
      useDesk.subscribe((desk, before) => {
        if (desk.jumps > before.jumps && desk.inspector === 'cable') setJumps((sum) => sum + 1);
      }),
    [],
  );
  return jumps;
}
