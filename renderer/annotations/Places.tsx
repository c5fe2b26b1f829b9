import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import { type LikelyPlace, placesFor } from '../../domain/annotation/places.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { chooseAnnotation, jumpTo, type Passage, report } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { manuscriptOf, textOn } from '../workbench/manuscript.ts';
import { placeAgain } from './actions.ts';
import { Compared } from './Compared.tsx';

interface PlacesProps {
  readonly annotation: Annotation;
  readonly onClose: () => void;
}

/** The places where the words of an annotation may stand now, the likeliest first, to choose from. */
export function Places({ annotation, onClose }: PlacesProps) {
  const { data: cable } = useCable(annotation.cableId);
  const [target] = annotation.targets;
  if (!cable || !target) return null;
  return (
    // Escape leaves the proposals, from wherever in them the keys are heard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="likely"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Proposals annotation={annotation} target={target} cable={cable} onClose={onClose} />
    </div>
  );
}

/** How much context a proposal shows, in UTF-16 code units. */
const CONTEXT = 28;

interface ProposalsProps extends PlacesProps {
  readonly target: Target;
  readonly cable: Cable;
}

function Proposals({ annotation, target, cable, onClose }: ProposalsProps) {
  const { side, quote, from: near } = target;
  const text = useMemo(() => textOn(manuscriptOf(cable), side).toString(), [cable, side]);
  const places = useMemo(() => placesFor(quote, text, near), [quote, text, near]);
  const [wanted, setWanted] = useState(0);
  const [none] = useState(places.length === 0);
  // The text may be typed in meanwhile, and have fewer places then.
  const at = Math.min(wanted, places.length - 1);
  const place = places[at];
  const look = (index: number) => {
    const there = places[index];
    setWanted(index);
    if (there) jumpTo({ side, from: there.from, to: there.to });
  };
  // The first place is lit when the list comes, and not again while somebody types.
  const first = useRef(places[0]);
  useEffect(() => {
    if (first.current) jumpTo({ side, from: first.current.from, to: first.current.to });
  }, [side]);

  if (!place)
    return (
      <div className="likely-none">
        <p>
          No words of the {side} are like these. If you know the place, select its words on either
          side and place the annotation there.
        </p>
        <CloseButton onClose={onClose} autoFocus={none} />
      </div>
    );
  const accept = (chosen: LikelyPlace) =>
    void attach(annotation, { side, ...chosen }).catch(report);
  return (
    <>
      <ListBox
        aria-label={`Places for “${quote.exact}”`}
        className="likely-list"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The reader has just asked for this list.
        autoFocus
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[at]}
        onSelectionChange={(keys) => {
          if (keys !== 'all') for (const key of keys) look(Number(key));
        }}
        onAction={(key) => {
          const chosen = places[Number(key)];
          if (chosen) accept(chosen);
        }}
      >
        {places.map(({ from, to, score }, index) => (
          <ListBoxItem
            key={from}
            id={index}
            className="likely-option"
            textValue={text.slice(from, to)}
          >
            <span className="likely-score">{Math.round(score * 100)} %</span>
            <Compared
              was={quote.exact}
              now={text.slice(from, to)}
              before={text.slice(Math.max(0, from - CONTEXT), from)}
              after={text.slice(to, to + CONTEXT)}
            />
          </ListBoxItem>
        ))}
      </ListBox>
      <div className="likely-foot">
        <Button className="button primary" onPress={() => accept(place)}>
          Place here
        </Button>
        <CloseButton onClose={onClose} />
      </div>
    </>
  );
}

function CloseButton({ onClose, autoFocus = false }: { onClose: () => void; autoFocus?: boolean }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- The keys would be lost where there is nothing to choose.
    <Button className="quiet" onPress={onClose} autoFocus={autoFocus}>
      Leave it without a place
    </Button>
  );
}

/** Gives the annotation its place, lights it and goes to its card. */
async function attach(annotation: Annotation, { side, from, to }: Passage) {
  await placeAgain(annotation, { side, from, to });
  chooseAnnotation(annotation.id);
  jumpTo({ side, from, to });
}
