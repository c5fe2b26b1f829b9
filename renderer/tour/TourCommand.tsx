import { useEffect } from 'react';
import { useCommand } from '../commands/commands.ts';
import { report } from '../desk/desk.ts';
import { useLibrary, useSettings } from '../desk/queries.ts';
import { resumeTour, takeTour } from './tour.ts';

/** Takes the tour when that is asked for, and goes on with one that was on when the window was left. */
export function TourCommand() {
  const { data: library } = useLibrary();
  const { data: settings } = useSettings();
  const isOpen = Boolean(library);
  useCommand('help.tour', takeTour, isOpen);
  const tour = settings?.tour;
  useEffect(() => {
    if (isOpen && tour) resumeTour(tour).catch(report);
    // Only at the start of the window: later the tour is on, or was put away.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isOpen, tour !== undefined]);
  return null;
}
