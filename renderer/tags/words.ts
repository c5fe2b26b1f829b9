import type { RequestOutput } from '../../domain/contract.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { commands } from '../../domain/command.ts';
import { keyLabel } from '../commands/keys.ts';
import { count, inDigits } from '../desk/words.ts';

/** How many names a sentence tells before it only counts. */
const NAMES = 6;

/** The way back, for a sentence: `Undo (Ctrl Z)`. */
export function undoWords(): string {
  return `Undo (${keyLabel(commands['journal.undo'].key)})`;
}

/** What deleting a tag would mean; `below` is how many tags stand directly below it. */
export function fateWords(uses: number, below: number): string {
  const used = uses === 0 ? 'Not used yet.' : `On ${count(uses, 'annotation')}.`;
  const does = [
    uses > 0 && 'takes it off',
    below > 0 && `moves ${count(below, 'tag')} below it up`,
  ].filter((each) => each !== false);
  const back = `${undoWords()} brings all of it back.`;
  if (does.length === 0) return `${used} ${undoWords()} brings a deleted tag back.`;
  return `${used} Deleting ${does.join(' and ')}; ${back}`;
}

/** What merging `gone` tags into one would do, before it is done. */
export function mergeWords(
  { annotations, both, moved }: RequestOutput<'tag.previewMerge'>,
  gone: number,
  into: Tag,
): string {
  const change =
    annotations === 0
      ? 'No annotation changes.'
      : `${count(annotations, 'annotation')} ${annotations === 1 ? 'changes' : 'change'}.`;
  const what = gone === 1 ? 'both' : 'more than one of these tags';
  const twice = `${inDigits(both)} of them ${both === 1 ? 'has' : 'have'} ${what} and will have one.`;
  const names = `${namesOf(moved)}.`;
  const move = `${count(moved.length, 'tag')} ${moved.length === 1 ? 'moves' : 'move'} below ${into.name}: ${names}`;
  return [change, both > 0 && twice, moved.length > 0 && move].filter(Boolean).join(' ');
}

/** Some names, in a sentence. */
export function namesOf(tags: readonly Tag[]): string {
  const names = tags.slice(0, NAMES).map(({ name }) => name);
  const rest = tags.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${inDigits(rest)} more` : names.join(', ');
}

/** What splitting would do, before it is done. */
export function splitWords(chosen: number, total: number, old: Tag, name: string): string {
  if (chosen === 0) return 'Tick the annotations that are to get the new tag.';
  const what = name === '' ? 'the new tag' : name;
  const stays = total - chosen;
  const rest = stays === 0 ? `None keeps ${old.name}.` : `${inDigits(stays)} keep ${old.name}.`;
  return `${count(chosen, 'annotation')} ${chosen === 1 ? 'gets' : 'get'} ${what} in the place of ${old.name}. ${rest}`;
}
