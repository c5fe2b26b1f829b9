import './search.css';
import { phraseOf } from '../../domain/search/edit.ts';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { selectedWords } from '../places/selected.ts';
import { Chips } from './Chips.tsx';
import { Facets } from './Facets.tsx';
import { useWalkingPlaces } from './found.ts';
import { MiniTimeline } from '../timeline/MiniTimeline.tsx';
import { ListHead } from './ListHead.tsx';
import { Readings } from './Readings.tsx';
import { askToType, clearSearch, type, useSearching } from './searching.ts';
import { SearchField } from './SearchField.tsx';

/** What stands over the library's list: the search in force, as it is typed, as conditions, and in numbers. */
export function SearchPanel() {
  const typed = useSearching((searching) => searching.typed);
  const selected = useDesk((desk) => desk.selection !== null);
  // What a sheet covers cannot be typed into; the palette is put away before its command comes.
  const free = useDesk((desk) => desk.sheet === null || desk.sheet === 'palette');
  useCommand('search.find', () => askToType(), free);
  useCommand('search.clear', clearSearch, typed !== '');
  useCommand('search.selection', searchSelection, selected);
  useWalkingPlaces();
  return (
    <div className="search" role="search" aria-label="Search the library">
      <SearchField />
      {typed !== '' && <Chips />}
      <Facets />
      <MiniTimeline />
      <Readings />
      <ListHead />
    </div>
  );
}

/** Searches for the words that are selected, as a phrase. */
function searchSelection() {
  const phrase = phraseOf(selectedWords('original', 'transcription'));
  if (phrase !== '') type(phrase);
}
