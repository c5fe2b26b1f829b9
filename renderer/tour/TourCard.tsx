import './tour.css';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { give } from '../commands/commands.ts';
import { openCable } from '../desk/desk.ts';
import { type Step, type StepName, stepNames, steps } from './steps.ts';
import { endTour, focusCard, leaveWithLibrary, move, see, takeFocus, useTour } from './tour.ts';
import { useFacts } from './useFacts.ts';
import { leadTo } from './ways.ts';

/** The card of the tour, where the step it is at is told in this column. */
export function TourCard({ beside }: Pick<Step, 'beside'>) {
  const on = useTour((tour) => tour.on);
  if (!on || steps[on.step].beside !== beside) return null;
  return <Card {...on} />;
}

/** Where the keys go that were on the card. */
const goToText = () => give('go.transcription');

interface CardProps {
  readonly cableId: string;
  readonly step: StepName;
  readonly done: boolean;
}

/** A step: what to do, and when it is done what that shows. It takes no focus by itself and covers nothing. */
function Card({ cableId, step, done }: CardProps) {
  const { title, asks, shows, isDone } = steps[step];
  const at = stepNames.indexOf(step);
  const isLast = at === stepNames.length - 1;
  const facts = useFacts(cableId);
  const card = useRef<HTMLElement>(null);
  useEffect(leaveWithLibrary, []);
  useEffect(() => {
    if (facts) see(facts, isDone);
  });
  useLayoutEffect(takeFocus, [step]);

  function go(by: 1 | -1) {
    // The card may come to stand in the other column, and the keys should find it there.
    const after = isLast && by === 1 ? goToText : focusCard;
    const keyed = isKeyed();
    move(by);
    if (keyed) requestAnimationFrame(after);
  }

  function leave() {
    const keyed = isKeyed();
    endTour(step);
    if (keyed) requestAnimationFrame(goToText);
  }

  /** Whether the reader is on the card with the keys. */
  function isKeyed() {
    return card.current?.querySelector(':focus-visible') !== null;
  }

  const elsewhere = facts !== null && !facts.here && step !== 'open';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- The command of the tour leads here.
    <section className="tour" aria-label="Tour" tabIndex={-1} ref={card}>
      <header>
        <span className="label">
          Tour, {at + 1} of {stepNames.length}
        </span>
        <Button className="quiet" onPress={leave}>
          Later
        </Button>
      </header>
      <h2>{title}</h2>
      <div aria-live="polite">
        {elsewhere ? (
          <p>
            The tour is about circular 938.{' '}
            <Button className="link" onPress={() => openCable(cableId)}>
              Open it
            </Button>
          </p>
        ) : (
          <p className={done ? 'tour-asks done' : 'tour-asks'}>{asks}</p>
        )}
        {done && (
          <p className="tour-shows">
            <span aria-hidden="true">✓ </span>
            <span className="by-ear">Done. </span>
            {shows}
          </p>
        )}
      </div>
      <footer>
        <Button className={done ? 'button primary' : 'button'} onPress={() => go(1)}>
          {done ? (isLast ? 'End the tour' : 'Next') : isLast ? 'End the tour' : 'Skip this step'}
        </Button>
        {at > 0 && (
          <Button className="quiet" onPress={() => go(-1)}>
            Back
          </Button>
        )}
        {!done && !elsewhere && (
          <Button className="quiet" onPress={() => leadTo(step, cableId)}>
            Show me where
          </Button>
        )}
      </footer>
    </section>
  );
}
