import './offer.css';
import { Button } from 'react-aria-components';
import { seedFiles } from '../../domain/library/seeds.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useCable, useSettings } from '../desk/queries.ts';
import { stepNames } from './steps.ts';
import { endTour, takeTour, useTour } from './tour.ts';

/** Offers the tour beside the cables it goes through, where nothing is annotated yet, until it was taken or declined. */
export function TourOffer() {
  const { data: settings } = useSettings();
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  const on = useTour((tour) => tour.on !== null);
  if (!settings || on || settings.tour.over || settings.tour.step !== null) return null;
  if (!cable || !seedFiles.has(cable.original.fileName)) return null;
  return (
    <div className="tour-offer">
      <p>New here? A tour in {stepNames.length} steps goes round this desk.</p>
      <Button className="link" onPress={() => void takeTour().catch(report)}>
        Take the tour
      </Button>
      <Button className="link" onPress={() => endTour(null)}>
        No, thank you
      </Button>
    </div>
  );
}
