import type { ChangeSet, Text } from '@codemirror/state';
import type { Emendation } from '../../domain/emendation/emendation.ts';
import { quoted } from './labels.ts';

/** How far a word is read on beyond an edit, in UTF-16 code units. */
const WORD = 40;

/** What an edit takes out of a text and what it puts there, in whole words; `places` counts where. */
export interface Edit {
  readonly gone: string;
  readonly come: string;
  readonly places: number;
}

/** What a step over a text does, in whole words: who types one letter into a word changes that word. */
export function editOf(before: Text, step: ChangeSet): Edit {
  let places = 0;
  let gone = '';
  let come = '';
  step.iterChanges((from, to, _fromB, _toB, insert) => {
    places += 1;
    const [out, put] = [before.sliceString(from, to), insert.toString()];
    const head = /[\p{L}\p{N}]*$/u.exec(before.sliceString(Math.max(0, from - WORD), from))?.[0];
    const tail = /^[\p{L}\p{N}]*/u.exec(before.sliceString(to, to + WORD))?.[0];
    const start = [out, put].some((words) => /^[\p{L}\p{N}]/u.test(words)) ? (head ?? '') : '';
    const end = [out, put].some((words) => /[\p{L}\p{N}]$/u.test(words)) ? (tail ?? '') : '';
    gone = start + out + end;
    come = start + put + end;
  });
  return { gone, come, places };
}

/** What emending is called. */
export function emending({ gone, come, places }: Edit): string {
  if (places > 1) return `emend ${places} places`;
  if (!gone) return `type ${shown(come)}`;
  if (!come) return `delete ${shown(gone)}`;
  if (shown(gone) === shown(come)) return `change the blanks in ${shown(come)}`;
  return `type ${shown(come)} for ${shown(gone)}`;
}

/** Why an annotation has lost its words by an edit. */
export function whyEmended({ gone, come, places }: Edit): string {
  const done =
    places > 1
      ? `${places} places were emended`
      : come
        ? `${shown(come)} was typed for ${shown(gone)}`
        : `${shown(gone)} was deleted`;
  return `Its words left the transcription when ${done}.`;
}

/** What giving the reason of an emendation is called; `words` are those it stands for. */
export function explaining({ insert }: Emendation, words: string): string {
  if (!words) return `say why ${shown(insert)} was put in`;
  return insert
    ? `say why ${shown(insert)} stands for ${shown(words)}`
    : `say why ${shown(words)} was left out`;
}

/** What taking an emendation back is called; `words` are those it stands for. */
export function takingBack(emendation: Emendation, words: string): string {
  return `take back ${reading(emendation, words)}`;
}

/** Why an annotation has lost its words when an emendation was taken back. */
export function whyTakenBack(emendation: Emendation, words: string): string {
  return `Its words left the transcription when ${reading(emendation, words)} was taken back.`;
}

function reading({ insert }: Emendation, words: string): string {
  if (!words) return shown(insert);
  return insert ? `${shown(insert)} for ${shown(words)}` : `the deletion of ${shown(words)}`;
}

/** Words as a phrase quotes them; where there are only blanks, their name. */
function shown(words: string): string {
  if (words.trim()) return quoted(words);
  return words.includes('\n') ? 'a line break' : 'a blank';
}

/** What restoring a revision is called. */
export function restoring(number: number): string {
  return `restore revision ${number}`;
}

/** Why an annotation has lost its words when a revision was restored. */
export function whyRestored(number: number): string {
  return `Its words left the transcription when revision ${number} was restored.`;
}

/** What naming a revision is called; without a message its name goes. */
export function namingRevision(number: number, message: string): string {
  return message
    ? `name revision ${number} ${quoted(message)}`
    : `take the name off revision ${number}`;
}
