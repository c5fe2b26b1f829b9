import { isFileLine } from '../../metadata/file-number.ts';
import { readSourceNote } from '../../metadata/source-note.ts';
import type { Reading } from '../reading.ts';
import { type Rule, state } from '../rule.ts';
import type { Range } from '../../text/range.ts';

/** The note that tells where a document lies, how it was classified and who had a hand in it. */
export const sourceNote: Rule = {
  name: 'source-note',
  explanation: 'The note on the source tells file, classification, drafter and clearances.',
  certainty: 'certain',
  examples: ['501.BC/8–648: Telegram⏎⏎The Secretary of State to the Embassy in Norway → ='],
  *find(reading) {
    const place = sourceOf(reading);
    if (!place) return;
    const words = reading.text.slice(place.from, place.to);
    yield state('sourceNote', words, place.from, place.to);
    for (const { field, value, from, to } of readSourceNote(words))
      yield state(field, value, place.from + from, place.from + to);
  },
};

/** The first note of the list if it names a source, else the line with the file number at the top. */
function sourceOf({ notes, lines }: Reading): Range | null {
  const first = notes?.sourced ? notes.notes[0] : undefined;
  if (first) return first;
  for (const line of lines.slice(0, 8))
    if (isFileLine(line.text)) return { from: line.start, to: line.end };
  return null;
}
