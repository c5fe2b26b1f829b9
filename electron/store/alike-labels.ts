import type { AlikeSearch } from '../../domain/alike/alike.ts';
import { visible } from '../../domain/apparatus/words.ts';
import { quoted } from './labels.ts';

/** What emending alike is called; `cables` is null where only one was searched. */
export function emendingAlike(search: AlikeSearch, places: number, cables: number | null): string {
  const where = cables === null ? '' : ` in ${cables} ${cables === 1 ? 'cable' : 'cables'}`;
  return `${deed(search)} at ${places} ${places === 1 ? 'place' : 'places'}${where}`;
}

/** Why an annotation has lost its words by it. */
export function whyEmendedAlike({ find, replace }: AlikeSearch): string {
  const done =
    replace === ''
      ? `${words(find)} was deleted`
      : `${words(find)} was emended to ${words(replace)}`;
  return `Its words left the transcription when ${done} wherever it stood.`;
}

function deed({ find, replace }: AlikeSearch): string {
  return replace === '' ? `delete ${words(find)}` : `emend ${words(find)} to ${words(replace)}`;
}

/** Words as a phrase quotes them; blanks that are all there is show as signs. */
function words(sought: string): string {
  return quoted(sought.trim() === '' ? visible(sought) : sought);
}
