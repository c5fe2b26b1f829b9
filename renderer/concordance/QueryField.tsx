import { Button, Input, SearchField } from 'react-aria-components';
import { searchFor, useConcordance } from './making.ts';

/** The search in force; changed and entered here, it is in force everywhere. */
export function QueryField() {
  const typed = useConcordance((desk) => desk.typed);
  return (
    <SearchField
      className="kwic-query"
      aria-label="Search"
      value={typed}
      maxLength={2000}
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
