import './offer.css';
import { Button } from 'react-aria-components';
import { report } from '../desk/desk.ts';
import { useSettings } from '../desk/queries.ts';
import { stepNames } from './steps.ts';
import { endTour, takeTour, useTour } from './tour.ts';

/** Offers the tour where nothing is annotated yet, until it was taken or declined. */
export function TourOffer() {
  const { data: settings } = useSettings();
  const on = useTour((tour) => tour.on !== null);
  if (!settings || on || settings.tour.over || settings.tour.step !== null) return null;
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
