import '../places/places.css';
import './Concordance.css';
import { useEffect } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { listen } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { Box } from '../places/Box.tsx';
import { ConcordanceFoot } from './ConcordanceFoot.tsx';
import { LineList } from './LineList.tsx';
import {
  clearConcordance,
  type Made,
  makeConcordance,
  openConcordance,
  searchFor,
  stopMaking,
  useConcordance,
} from './making.ts';
import { ALL, checkedOf, markedOf, NONE } from './marks.ts';
import { OrderHead } from './OrderHead.tsx';
import { QueryField } from './QueryField.tsx';
import { moreWords, sumWords } from './words.ts';

/** The words of the search wherever they stand, each with what stands around it: a keyword in context. */
export function ConcordanceSheet() {
  const { data: library } = useLibrary();
  useCommand('search.concordance', openConcordance, Boolean(library && library.cables > 0));
  useEffect(() => listen('library.switched', clearConcordance), []);
  useEffect(
    () =>
      listen('library.changed', ({ text }) => {
        if (text) useConcordance.setState(({ made }) => ({ old: made !== null }));
      }),
    [],
  );
  return (
    <SheetFrame sheet="concordance" title="Concordance" className="concordance">
      <Concordance />
    </SheetFrame>
  );
}

function Concordance() {
  const { state, made } = useConcordance();
  // What nobody waits for any more is not worked on.
  useEffect(() => () => void stopMaking().catch(report), []);
  return (
    <>
      <QueryField />
      {made && made.lines > 0 ? (
        <>
          <Sum made={made} />
          <OrderHead />
          <LineList key={made.id} made={made} />
        </>
      ) : (
        <div className="kwic-none">{state !== 'making' && <NoLines />}</div>
      )}
      <ImportProgress />
      <ConcordanceFoot made={made} />
    </>
  );
}

/** How many lines there are, and a tick for all of them. */
function Sum({ made }: { readonly made: Made }) {
  const marks = useConcordance((desk) => desk.marks);
  const checked = checkedOf(marks, made.lines);
  const more = moreWords(made);
  return (
    <div className="places-sum">
      <Checkbox
        className="tick"
        isSelected={checked === true}
        isIndeterminate={checked === 'mixed'}
        onChange={() =>
          useConcordance.setState({ marks: checked === true ? NONE : ALL, outcome: null })
        }
      >
        <Box checked={checked} />
        <span aria-live="polite">{sumWords(made, markedOf(marks, made.lines))}</span>
      </Checkbox>
      {more !== null && <p className="places-cut">{more}</p>}
    </div>
  );
}

/** Why there are no lines, and what to do about it. */
function NoLines() {
  const { state, failure, made, typed } = useConcordance();
  if (state === 'none')
    return <p>Type words to see them wherever they stand, each with what stands around it.</p>;
  if (state === 'wordless')
    return (
      <p>
        This search asks for no words of the texts, so there is nothing to show in context. Add a
        word, or a phrase in quotation marks.
      </p>
    );
  if (state === 'stopped')
    return (
      <p>
        It was stopped.{' '}
        <Button className="link" onPress={() => void makeConcordance(typed).catch(report)}>
          Make it again
        </Button>
      </p>
    );
  if (failure)
    return (
      <p role="alert">
        {failure.message}{' '}
        {failure.instead !== null && (
          <Button className="link" onPress={() => searchFor(failure.instead ?? '')}>
            {`Search for ${failure.instead}`}
          </Button>
        )}
      </p>
    );
  return made && <p>These words stand in no text of the library.</p>;
}
