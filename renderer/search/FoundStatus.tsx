import { useDesk } from '../desk/desk.ts';
import { inDigits } from '../desk/words.ts';
import { useFound } from './found.ts';

/** How many places of the search are in the cable, and at which the reader is; the mark they have in the texts. */
export function FoundStatus() {
  const searching = useDesk((desk) => desk.query !== '');
  const { places, at } = useFound();
  if (!searching || places.length === 0) return null;
  return (
    <span className="found-status">
      {at !== null && `${inDigits(at + 1)} of `}
      {inDigits(places.length)} {places.length === 1 ? 'place' : 'places'}{' '}
      <span className="search-hit">found</span>
    </span>
  );
}
