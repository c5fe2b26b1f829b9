import type { CableChoice } from '../../domain/library/choice.ts';
import type { ReviewState } from '../../domain/review/review.ts';
import type { CableOrder } from '../../domain/search/order.ts';
import { request } from '../bridge.ts';
import { count } from '../desk/words.ts';
import { working } from '../library/work.ts';
import { signed } from '../settings/signing.ts';
import { doneWords, statedWords } from './words.ts';

/** What has been done, in words; `undoable` where undo takes it back. */
export interface Done {
  readonly words: string;
  readonly undoable: boolean;
}

/** Says how far cables have come. */
export async function stateCables(choice: CableChoice, state: ReviewState | null): Promise<Done> {
  if (state !== null) signed();
  const { cables } = await working(
    { name: 'Setting the state', thing: 'cable' },
    request('cables.review', { choice, state }),
  );
  return { words: statedWords(cables, state), undoable: cables > 0 };
}

/** Tags cables as a whole. */
export async function tagCables(choice: CableChoice, tagId: string, name: string): Promise<Done> {
  const { cables } = await working(
    { name: 'Tagging', thing: 'cable' },
    request('cables.tag', { choice, tagIds: [tagId] }),
  );
  const none = `Nothing to change: you have tagged all of them with ${name}.`;
  return { words: doneWords(cables, `tagged with ${name}`, none), undoable: cables > 0 };
}

/** Deletes cables. They are kept, and undo brings them back. */
export async function discardCables(choice: CableChoice): Promise<Done> {
  const { cables } = await request('cables.discard', { choice });
  const none = 'Nothing was deleted: these cables are not in the library any more.';
  return { words: doneWords(cables, 'deleted', none), undoable: cables > 0 };
}

/** The forms in which cables are saved, as the menu names them. */
export const savedForms = {
  table: 'As a table (CSV)…',
  transcriptions: 'The transcriptions (.txt)…',
  originals: 'The originals, as they came…',
} as const;
export type SavedForm = keyof typeof savedForms;

/** Saves cables where a dialog says; null where it was left, or where saving was stopped. */
export async function saveCables(
  choice: CableChoice,
  order: CableOrder,
  format: SavedForm,
): Promise<Done | null> {
  const saved = await working(
    { name: 'Saving', thing: 'cable' },
    request('cables.save', { choice, order, format }),
  );
  if (!saved) return null;
  const { name, cables } = saved;
  return { words: `${count(cables, 'cable')} saved in ${name}`, undoable: false };
}
