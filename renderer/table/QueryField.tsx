import { useEffect, useId, useMemo, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { parseQuery } from '../../domain/search/parse.ts';
import { useDesk } from '../desk/desk.ts';

/** How long somebody must have stopped typing before they are told what is wrong, in milliseconds. */
const PATIENCE = 500;

/** The search in force; what is typed here is in force everywhere as soon as it can be understood. */
export function QueryField() {
  const query = useDesk((desk) => desk.query);
  const [typed, setTyped] = useState(query);
  const [rested, setRested] = useState(true);
  const id = useId();
  const [problem] = useMemo(() => parseQuery(typed).problems, [typed]);
  // Somebody else may put another search in force.
  const [known, setKnown] = useState(query);
  if (known !== query) {
    setKnown(query);
    if (typed.trim() !== query) setTyped(query);
  }

  useEffect(() => {
    const timer = setTimeout(() => setRested(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [typed]);

  function change(words: string) {
    setTyped(words);
    setRested(false);
    if (parseQuery(words).problems.length === 0) useDesk.setState({ query: words.trim() });
  }

  return (
    <div className="table-query">
      <SearchField
        aria-label="Search"
        aria-describedby={`${id}-problem`}
        isInvalid={problem !== undefined && rested}
        value={typed}
        onChange={change}
        className="table-field"
      >
        <Input
          className="field"
          spellCheck="false"
          autoComplete="off"
          maxLength={2000}
          placeholder="Words, “phrases”, from:rusk, date:1962-10 …"
        />
      </SearchField>
      <p id={`${id}-problem`} className="table-problem" role="status">
        {problem && rested && (
          <>
            {problem.message}{' '}
            {problem.instead !== null && problem.instead !== typed && (
              <Button className="link" onPress={() => change(problem.instead ?? '')}>
                <span className="by-ear">Search for </span>
                {problem.instead}
              </Button>
            )}
          </>
        )}
      </p>
    </div>
  );
}
