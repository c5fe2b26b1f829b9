import { useFirstPage } from '../library/cablePages.ts';

/** How many spellings are named. */
const MOST = 6;

/** What was found in the place of words that were looked for tolerantly. */
export function Readings() {
  const { data } = useFirstPage();
  const readings = data?.readings.filter(({ also }) => also.length > 0) ?? [];
  if (readings.length === 0) return null;
  return (
    <p className="readings">
      {readings.map(({ word, also }) => (
        <span key={word}>
          {word}, and read as {also.slice(0, MOST).join(', ')}
          {also.length > MOST && ` and ${also.length - MOST} more`}.{' '}
        </span>
      ))}
    </p>
  );
}
