import { useEffect } from 'react';
import { create } from 'zustand';
import type { Side } from '../../domain/annotation/annotation.ts';
import { jumpTo, openCable, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { announce } from '../status/announce.ts';
import type { Place } from './choice.ts';

/** A place on one of the sides; where none is told, on the transcription. */
type Spot = Omit<Place, 'version'> & { readonly side?: Side };

/** The place to be shown as soon as its cable stands on the desk. */
const useComing = create<{ readonly place: Spot | null }>(() => ({ place: null }));

/** Shows a place on the workbench behind the sheet. */
export function showPlace(place: Spot) {
  if (useDesk.getState().cableId === place.cableId) return light(place);
  useComing.setState({ place });
  openCable(place.cableId);
  return undefined;
}

function light({ from, to, title, side = 'transcription' }: Spot) {
  jumpTo({ side, from, to });
  announce(`Shown on the workbench: ${title}.`);
}

/**
 * Goes to the place of a cable that was opened for it, once its texts stand on the desk. Stands on the desk
 * from the beginning, whichever sheets are there.
 */
export function ComingPlace() {
  const cableId = useDesk((desk) => desk.cableId);
  const { data } = useCable(cableId);
  const { place } = useComing();
  const shown = data?.summary.id ?? null;
  useEffect(() => {
    if (place === null || shown !== place.cableId) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        useComing.setState({ place: null });
        light(place);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [place, shown]);
  return null;
}
