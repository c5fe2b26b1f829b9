import { Radio, RadioGroup } from 'react-aria-components';
import { folded } from '../../domain/apparatus/words.ts';
import type { Quote } from '../../domain/annotation/annotation.ts';
import type { ComingLine, DoubtfulPassage, ProposedPlace } from '../../domain/exchange/coming.ts';
import { showPlace } from '../places/showing.ts';
import { choosePlace, keyOf, useComingDesk } from './coming.ts';
import { scoreWords, usualPlace } from './words.ts';

/** The passages of an annotation that have no sure place: each with its words, and where they may stand. */
export function DoubtfulPassages({ line }: { readonly line: ComingLine }) {
  return line.doubtful.map((passage) => (
    <Passage key={passage.passage} line={line} passage={passage} />
  ));
}

interface PassageProps {
  readonly line: ComingLine;
  readonly passage: DoubtfulPassage;
}

function Passage({ line, passage }: PassageProps) {
  const { quote, places } = passage;
  if (places.length === 0)
    return (
      <p className="coming-words">
        <InContext quote={quote} />
      </p>
    );
  return <Places line={line} passage={passage} />;
}

/** What stands for no place among the values of a group of radios. */
const NONE = 'none';

/** The words as the file has them, and below them the places proposed; choosing one shows it on the workbench. */
function Places({ line, passage: { passage, quote, places } }: PassageProps) {
  const { key, cableId, cable } = line;
  const least = useComingDesk((desk) => desk.least);
  const chosen = useComingDesk((desk) => desk.chosen.get(keyOf({ key, passage })));
  const place = chosen ? chosen.place : usualPlace(line, passage, least);
  function choose(value: string) {
    const at = value === NONE ? null : Number(value);
    choosePlace({ key, passage, place: at });
    const spot = at === null ? undefined : places[at];
    if (spot && cableId !== null) showPlace({ cableId, title: cable ?? '', ...spot.target });
  }
  return (
    <RadioGroup
      className="coming-places"
      aria-label={`Where “${folded(quote.exact)}” stands`}
      value={place === null ? NONE : String(place)}
      onChange={choose}
    >
      <p className="coming-words coming-told">
        <span className="coming-score">file</span>
        <InContext quote={quote} />
      </p>
      {places.map((each, at) => (
        // Places stay in their order as long as the line is there.
        // oxlint-disable-next-line react/no-array-index-key
        <Radio key={at} value={String(at)} className="tick coming-place">
          <span className="dot" />
          <Proposed place={each} />
        </Radio>
      ))}
      <Radio value={NONE} className="tick coming-place">
        <span className="dot" />
        <span className="coming-score" aria-hidden="true" />
        <span>None of these: to the tray</span>
      </Radio>
    </RadioGroup>
  );
}

function Proposed({ place: { target, score } }: { readonly place: ProposedPlace }) {
  return (
    <>
      <span className="coming-score">{scoreWords(score)}</span>
      <span className="coming-words">
        <InContext quote={target.quote} />
        {target.side === 'original' && <span className="chip">original</span>}
      </span>
    </>
  );
}

/** Words with what stands around them. */
function InContext({ quote: { prefix, exact, suffix } }: { readonly quote: Quote }) {
  return (
    <span>
      <span className="coming-context">{folded(prefix)}</span>
      <b>{folded(exact)}</b>
      <span className="coming-context">{folded(suffix)}</span>
    </span>
  );
}
