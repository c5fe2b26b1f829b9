import { Button, Input, SearchField } from 'react-aria-components';
import { LONGEST_QUERY } from '../../domain/search/result.ts';
import { searchFor, useConcordance } from './making.ts';

/** The search in force; changed and entered here, it is in force everywhere. */
export function QueryField() {
  const typed = useConcordance((desk) => desk.typed);
  return (
    <SearchField
      className="kwic-query"
      aria-label="Search"
      value={typed}
      maxLength={LONGEST_QUERY}
      onChange={(words) => useConcordance.setState({ typed: words })}
      onSubmit={searchFor}
      autoFocus
    >
      <Input className="field" spellCheck="false" placeholder="Words, “phrases”, from:rusk …" />
      <Button slot={null} className="button" onPress={() => searchFor(typed)}>
        Search
      </Button>
    </SearchField>
  );
}
